using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.People;
using static Vejviser.Core.Tests.Engine.SmallPractice;

namespace Vejviser.Core.Tests.Engine.Catalogue;

public sealed class ConditionTests
{
    private static readonly DateOnly On = Day("2026-03-02");

    [Theory]
    [InlineData("2008-03-02", null, Truth.Yes)]
    [InlineData("2008-03-03", null, Truth.No)]
    [InlineData(null, 2007, Truth.Yes)]
    [InlineData(null, 2008, Truth.Unknown)]
    [InlineData(null, 2009, Truth.No)]
    [InlineData(null, null, Truth.Unknown)]
    public void Age_BirthDateYearOrNothing_IsToldOnlyAsFarAsKnown(string? born, int? year, Truth expected)
    {
        var person = Person(HouseholdRole.Head, born is null ? null : Day(born), year);

        Assert.Equal(expected, new Condition.Age(18, null).Ask(person, On).Truth);
    }

    [Fact]
    public void Education_Unknown_IsUnknownAndSaysWhich()
    {
        var conditions = new StepConditions([new Condition.Age(18, 64), new Condition.Education([EducationLevel.University])]);
        var person = Person(HouseholdRole.Head, Day("1990-01-01"), education: EducationLevel.Unknown);

        var verdict = conditions.Ask(new HouseholdFacts(ResidenceBasis.Asylum71, [person]), person, On);

        Assert.Equal(Truth.Unknown, verdict.Truth);
        Assert.Equal(["education"], verdict.Unknown);
    }

    [Fact]
    public void All_OneSurelyFails_OutweighsWhatIsUnknown()
    {
        var conditions = new StepConditions([new Condition.Age(18, 64), new Condition.Education([EducationLevel.University])]);
        var child = Person(HouseholdRole.Child, Day("2015-01-01"), education: EducationLevel.Unknown);

        Assert.Equal(Truth.No, conditions.Ask(new HouseholdFacts(ResidenceBasis.Asylum71, [child]), child, On).Truth);
    }

    [Theory]
    [InlineData(HouseholdRole.Child, "2015-01-01", Truth.Yes, Truth.Yes)]
    [InlineData(HouseholdRole.Child, "2001-01-01", Truth.No, Truth.No)]
    [InlineData(HouseholdRole.Minor, "2015-01-01", Truth.No, Truth.Yes)]
    [InlineData(HouseholdRole.Child, null, Truth.Unknown, Truth.Unknown)]
    public void Children_OfHousehold_CountByRoleAndAge(HouseholdRole role, string? born, Truth hasChildren, Truth ofSchoolAge)
    {
        var household = new HouseholdFacts(ResidenceBasis.Asylum71, [Person(role, born is null ? null : Day(born))]);

        Assert.Equal(hasChildren, new Condition.HasChildren(true).Ask(household, On).Truth);
        Assert.Equal(Truth.Yes - (int)hasChildren, new Condition.HasChildren(false).Ask(household, On).Truth);
        Assert.Equal(ofSchoolAge, new Condition.ChildrenAge(6, 16).Ask(household, On).Truth);
    }

    [Fact]
    public void PersonConditions_OnHouseholdStep_AskForOnePersonWhoFitsAll()
    {
        var conditions = new StepConditions([new Condition.Age(18, null), new Condition.Role([HouseholdRole.Spouse])]);
        var (head, youngSpouse) = (Person(HouseholdRole.Head, Day("1990-01-01")), Person(HouseholdRole.Spouse, Day("2009-01-01")));

        Assert.Equal(Truth.No, conditions.Ask(new HouseholdFacts(ResidenceBasis.Asylum71, [head, youngSpouse]), On).Truth);
        Assert.Equal(Truth.Yes, conditions.Ask(new HouseholdFacts(ResidenceBasis.Asylum71, [head, Person(HouseholdRole.Spouse, Day("1990-01-01"))]), On).Truth);
    }

    [Fact]
    public void Basis_Unknown_AsksRatherThanDrops() =>
        Assert.Equal(Truth.Unknown, new StepConditions([new Condition.Basis([ResidenceBasis.Quota8])]).Ask(new HouseholdFacts(ResidenceBasis.Unknown, []), On).Truth);
}
