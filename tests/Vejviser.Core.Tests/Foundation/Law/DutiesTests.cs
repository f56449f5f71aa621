using Vejviser.Core.Foundation.Law;
using Vejviser.Core.Foundation.People;
using static Vejviser.Core.Tests.Foundation.Law.TheLaw;

namespace Vejviser.Core.Tests.Foundation.Law;

public sealed class DutiesTests
{
    [Fact]
    public void ContractDeadline_InTheCataloguesTime_IsAMonthAndTheFamilyPlanThree()
    {
        var answer = Book.ContractDeadline(Day("2016-01-04")).Value;

        Assert.Equal(Day("2016-02-04"), answer.Due.Date);
        Assert.Equal("integrationskontrakt", answer.ContractName.Name.Da);
        Assert.Equal(Day("2016-04-04"), answer.FamilyPlan?.Date);
        Assert.Equal("family-plan-deadline", answer.FamilyPlan?.Ground.Rule);
        Assert.Equal("A", answer.Due.Ground.Period);
    }

    [Theory]
    [InlineData("2016-07-01", "2016-08-01", "B", true)]
    [InlineData("2017-01-31", "2017-02-28", "B", false)] // no 31 February: the month's last day
    [InlineData("2026-03-02", "2026-04-02", "F", false)]
    [InlineData("2027-01-04", "2027-02-04", "G", true)]
    public void ContractDeadline_Later_IsAMonthWithoutFamilyPlan(string takeover, string expected, string period, bool unverified)
    {
        var answer = Book.ContractDeadline(Day(takeover)).Value;

        Assert.Equal(Day(expected), answer.Due.Date);
        Assert.Equal("kontrakt", answer.ContractName.Name.Da);
        Assert.Null(answer.FamilyPlan);
        Assert.Equal((period, unverified), (answer.Due.Ground.Period, answer.Due.Ground.Unverified));
    }

    [Fact]
    public void Duties_BeforeTheFirstKnownRule_FailAndDoNotGuess()
    {
        Assert.Equal("law.no-rule", Book.ContractDeadline(Day("2013-06-30")).Failure?.Code);
        Assert.Equal("law.no-rule", Book.HealthAssessment(Day("2013-06-30"), LawBasis.Asylum).Failure?.Code);
        Assert.Equal("law.no-rule", Book.HealthAssessment(Day("2022-03-16"), LawBasis.Ukraine).Failure?.Code);
        Assert.Equal("law.no-rule", Book.InterpreterLeastAge(Day("2015-04-30"), InterpretingField.Health).Failure?.Code);
        Assert.Equal("law.basis-unknown", Book.HealthAssessment(Day("2024-01-02"), ResidenceBasis.Unknown).Failure?.Code);
    }

    [Theory]
    [InlineData("2016-01-04", LawBasis.Asylum, HealthDuty.All, "2016-04-04")]
    [InlineData("2016-06-30", LawBasis.Family, HealthDuty.All, "2016-09-30")]
    [InlineData("2016-06-30", LawBasis.Quota, HealthDuty.All, "2016-09-30")]
    [InlineData("2016-07-01", LawBasis.Asylum, HealthDuty.Need, "2017-01-01")]
    [InlineData("2016-07-01", LawBasis.Quota, HealthDuty.Always, "2017-01-01")]
    [InlineData("2026-03-02", LawBasis.Family, HealthDuty.Need, "2026-09-02")]
    [InlineData("2024-05-06", LawBasis.Ukraine, HealthDuty.Need, "2024-11-06")]
    public void HealthAssessment_ByPeriodAndBasis_GivesDutyAndDeadline(string takeover, LawBasis basis, HealthDuty duty, string deadline)
    {
        var answer = Book.HealthAssessment(Day(takeover), basis).Value;

        Assert.Equal((duty, Day(deadline)), (answer.Duty, answer.Deadline));
    }

    [Fact]
    public void InterpreterLeastAge_Authority_Is18FromJuly2025AndBeforeThatNotFound()
    {
        var before = Book.InterpreterLeastAge(Day("2025-06-30"), InterpretingField.Authority).Value;
        var after = Book.InterpreterLeastAge(Day("2025-07-01"), InterpretingField.Authority).Value;

        Assert.Null(before.Age);
        Assert.Equal("not found", before.Ground.Checked);
        Assert.True(before.Ground.Unverified);
        Assert.Equal(18, after.Age);
        Assert.Equal([new InterpreterException("unproblematic-matter", null)], after.Exceptions);
    }

    [Fact]
    public void InterpreterLeastAge_Health_Is18With15InEasyCases()
    {
        var answer = Book.InterpreterLeastAge(Day("2016-03-01"), InterpretingField.Health).Value;

        Assert.Equal(18, answer.Age);
        Assert.Equal([new("acute-danger", null), new("easy-case", 15)], answer.Exceptions);
        Assert.False(answer.Ground.Unverified);
    }

    [Theory]
    [InlineData("1999-01-01", "integrationsprogram", "integrationskontrakt", "integrationserklæring", "kontanthjælp", "jobcenter")]
    [InlineData("2016-01-04", "integrationsprogram", "integrationskontrakt", "integrationserklæring", "integrationsydelse", "jobcenter")]
    [InlineData("2019-02-28", "integrationsprogram", "kontrakt", "integrationserklæring", "integrationsydelse", "jobcenter")]
    [InlineData("2019-03-01", "selvforsørgelses- og hjemrejseprogram", "kontrakt", "opholds- og selvforsørgelseserklæring", "integrationsydelse", "jobcenter")]
    [InlineData("2024-12-31", "selvforsørgelses- og hjemrejseprogram", "kontrakt", "opholds- og selvforsørgelseserklæring", "selvforsørgelses- og hjemrejseydelse", "jobcenter")]
    [InlineData("2025-01-01", "introduktionsprogram", "kontrakt", "opholds- og selvforsørgelseserklæring", "selvforsørgelses- og hjemrejseydelse", "jobcenter")]
    [InlineData("2025-07-01", "introduktionsprogram", "kontrakt", "opholds- og selvforsørgelseserklæring", "kontanthjælp", "jobcenter")]
    [InlineData("2026-02-01", "introduktionsprogram", "kontrakt", "opholds- og selvforsørgelseserklæring", "kontanthjælp", "kommunens beskæftigelsesenhed")]
    public void Names_OnEachSideOfTheReforms_AreTheDays(string day, params string[] expected)
    {
        var names = Book.Names(Day(day), "da-DK");

        Assert.Equal(expected, new[] { "programme", "contract", "declaration", "benefit", "employment-unit" }.Select(names.Find));
        Assert.Null(names.Find("no-such-name"));
    }

    [Fact]
    public void Names_InEnglish_AndWithTheirGrounds()
    {
        var names = Book.Names(Day("2026-03-02"), "en");

        Assert.Equal("introduction programme", names.Find("programme"));
        Assert.All(names.All, name => Assert.Equal("F", name.Ground.Period));
    }
}
