using CsCheck;
using Vejviser.Core.Foundation.Law;
using Vejviser.Core.Foundation.People;
using static Vejviser.Core.Tests.Foundation.Law.TheLaw;

namespace Vejviser.Core.Tests.Foundation.Law;

public sealed class TakeoverTests
{
    private static readonly Gen<DateOnly> Days = Gen.Int[Day("2013-07-01").DayNumber, Day("2090-12-31").DayNumber].Select(DateOnly.FromDayNumber);

    [Theory]
    [InlineData("2015-05-15", "2015-07-01")]
    [InlineData("2015-11-10", "2016-01-04")]
    [InlineData("2016-03-20", "2016-05-02")]
    [InlineData("2018-02-14", "2018-04-03")]
    [InlineData("2020-04-02", "2020-06-02")]
    [InlineData("2026-11-20", "2027-01-04")]
    [InlineData("2016-04-30", "2016-06-01")]
    [InlineData("2016-10-31", "2016-12-01")]
    [InlineData("2024-02-29", "2024-04-02")] // 1 April 2024 is Easter Monday
    public void Takeover_AsylumDecision_IsTheFirstWeekdayAfterTheFirstWholeMonth(string decision, string expected)
    {
        var answer = Assert.IsType<Takeover.On>(Book.Takeover(LawBasis.Asylum, Day(decision), null));

        Assert.Equal(Day(expected), answer.Date);
        Assert.Equal("takeover-after-allocation", answer.Ground.Rule);
    }

    [Fact]
    public void Takeover_DecisionOnTheFirst_AsksWithBothReadingsRolled()
    {
        var answer = Assert.IsType<Takeover.Ambiguous>(Book.Takeover(LawBasis.Asylum, Day("2016-04-01"), null));

        Assert.Equal(
            [
                new TakeoverCandidate(Day("2016-05-02"), TakeoverReading.DecisionMonthCounts), // 1 May 2016 is a Sunday
                new TakeoverCandidate(Day("2016-06-01"), TakeoverReading.NextMonthCounts),
            ],
            answer.Candidates);
    }

    [Theory]
    [InlineData(LawBasis.Quota, "takeover-quota-by-registration")]
    [InlineData(LawBasis.Family, "takeover-family-by-registration")]
    public void Takeover_QuotaAndFamily_IsTheRegistrationEvenOnASunday(LawBasis basis, string rule)
    {
        var answer = Assert.IsType<Takeover.On>(Book.Takeover(basis, Day("2016-03-20"), Day("2016-05-01")));

        Assert.Equal(Day("2016-05-01"), answer.Date);
        Assert.Equal(rule, answer.Ground.Rule);
    }

    [Fact]
    public void Takeover_InputMissing_SaysWhich()
    {
        Assert.Equal(new Takeover.Missing(TakeoverInput.Registration), Book.Takeover(LawBasis.Quota, Day("2016-03-20"), null));
        Assert.Equal(new Takeover.Missing(TakeoverInput.Registration), Book.Takeover(LawBasis.Family, null, null));
        Assert.Equal(new Takeover.Missing(TakeoverInput.Decision), Book.Takeover(LawBasis.Asylum, null, Day("2016-03-20")));
        Assert.Equal(new Takeover.Missing(TakeoverInput.Decision), Book.Takeover(LawBasis.Ukraine, null, null));
        Assert.Equal(new Takeover.Missing(TakeoverInput.Basis), Book.Takeover(ResidenceBasis.Unknown, Day("2016-03-20"), null));
    }

    [Theory]
    [InlineData("2022-05-09", "2022-05-16")] // four weekdays, Great Prayer Day on the 13th
    [InlineData("2024-03-25", "2024-04-03")] // the last week of the old rule, over Easter
    [InlineData("2024-04-15", "2024-05-06")] // fifteen weekdays: the same weekday three weeks later
    public void Takeover_Ukraine_CountsWeekdaysAndIsUnverified(string decision, string expected)
    {
        var answer = Assert.IsType<Takeover.On>(Book.Takeover(LawBasis.Ukraine, Day(decision), null));

        Assert.Equal(Day(expected), answer.Date);
        Assert.True(answer.Ground.Unverified);
    }

    [Fact]
    public void Takeover_UkraineBeforeTheAct_HasNoRule() =>
        Assert.Equal(new Takeover.NoRule(Day("2022-03-16")), Book.Takeover(LawBasis.Ukraine, Day("2022-03-16"), null));

    [Theory]
    [InlineData(ResidenceBasis.Asylum71, "takeover-after-allocation")]
    [InlineData(ResidenceBasis.Asylum72, "takeover-after-allocation")]
    [InlineData(ResidenceBasis.Asylum73, "takeover-after-allocation")]
    [InlineData(ResidenceBasis.Quota8, "takeover-quota-by-registration")]
    [InlineData(ResidenceBasis.FamilyReunified, "takeover-family-by-registration")]
    [InlineData(ResidenceBasis.UkraineAct, "takeover-ukraine")]
    public void Takeover_EachResidenceBasis_HasItsRule(ResidenceBasis basis, string rule) =>
        Assert.Equal(rule, Assert.IsType<Takeover.On>(Book.Takeover(basis, Day("2024-06-12"), Day("2024-06-20"))).Ground.Rule);

    [Theory]
    [InlineData("2016-06-30", "A", true)]
    [InlineData("2016-07-01", "B", true)]
    [InlineData("2019-02-28", "B", true)]
    [InlineData("2019-03-01", "C", true)]
    [InlineData("2020-06-22", "C", false)]
    [InlineData("2024-12-31", "C", false)]
    [InlineData("2025-01-01", "D", false)]
    [InlineData("2025-07-01", "E", false)]
    [InlineData("2026-01-31", "E", false)]
    [InlineData("2026-02-01", "F", false)]
    [InlineData("2027-01-01", "G", true)]
    public void Takeover_AtThePeriodsBorders_NamesPeriodAndWhetherItWasChecked(string decision, string period, bool unverified)
    {
        var ground = Book.Takeover(LawBasis.Asylum, Day(decision), null) switch
        {
            Takeover.On on => on.Ground,
            Takeover.Ambiguous ask => ask.Ground,
            var other => throw new InvalidOperationException($"{other}"),
        };

        Assert.Equal(period, ground.Period);
        Assert.Equal(unverified, ground.Unverified);
        Assert.Equal(unverified, ground.Notes.Count > 0);
        Assert.NotEmpty(ground.Source);
    }

    [Fact]
    public void Takeover_AnyDecision_IsAWeekdayThatIsNoHolidayAndTheFirstSuchOfItsMonth() => Days.Sample(decision =>
    {
        var dates = Book.Takeover(LawBasis.Asylum, decision, null) switch
        {
            Takeover.On on => [on.Date],
            Takeover.Ambiguous ask => ask.Candidates.Select(c => c.Date).ToArray(),
            var other => throw new InvalidOperationException($"{other}"),
        };

        Assert.Equal(decision.Day == 1 ? 2 : 1, dates.Length);
        var calendar = Book.CalendarWith(new HashSet<DateOnly>());
        foreach (var date in dates)
        {
            Assert.True(calendar.IsWorkday(date), $"{date:O}");
            Assert.Equal(calendar.NextOrSame(new DateOnly(date.Year, date.Month, 1)), date);
            Assert.True(date > decision);
        }
    });
}
