using CsCheck;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Offers;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.People;

namespace Vejviser.Core.Tests.Engine.Offers;

public sealed class ConditionWordsTests
{
    private static readonly Texts Texts = Texts.Load(Path.Combine(AppContext.BaseDirectory, "texts"));
    private static readonly ConditionWords Words = new(Texts, LanguageNames.Load(Path.Combine(AppContext.BaseDirectory, "reference", "languages.json")));

    [Theory]
    [InlineData("da")]
    [InlineData("en")]
    public void EveryKind_EachAnswer_IsASentenceWithNothingLeftOpen(string language) =>
        Gen.Select(RandomConditions.Any, Gen.OneOf(Truth.No, Truth.Unknown, Truth.Yes)).Sample(
            (condition, truth) =>
            {
                var said = Words.Say(Asked(condition) with { Truth = truth }, SmallPractice.Definition, id => $"“{id}”", language);
                Assert.DoesNotContain("condition.", said, StringComparison.Ordinal);
                Assert.DoesNotContain("people.", said, StringComparison.Ordinal);
                Assert.DoesNotContain('{', said);
                Assert.Contains(said[^1], ".?:)abcdefghijklmnopqrstuvwxyz");
            },
            iter: 400, threads: 1);

    [Fact]
    public void Say_UnknownEducation_SaysWhatToAsk()
    {
        var answer = new Condition.Education([EducationLevel.University, EducationLevel.Vocational]).Ask(SmallPractice.Person(HouseholdRole.Head, null, education: EducationLevel.Unknown), SmallPractice.Day("2026-03-02"));
        Assert.Equal("Not known yet: ask whether the education is Higher education or Vocational.", Words.Say(answer, SmallPractice.Definition, id => id, "en"));
    }

    [Theory]
    [InlineData("2026-03-02", "0 dage efter ankomsten (tilbuddet gælder fra 62 dage før ankomsten til 1 dag efter ankomsten).")]
    [InlineData("2025-12-01", "91 dage før ankomsten, og tilbuddet gælder fra 62 dage før ankomsten til 1 dag efter ankomsten.")]
    public void Say_DaysFromTheArrival_SaysBeforeAndAfter(string day, string said)
    {
        var household = new HouseholdFacts(ResidenceBasis.Asylum71, []) { ArrivalDate = SmallPractice.Day("2026-03-02") };
        var answer = Assert.Single(new StepConditions([new Condition.ArrivalDays(-62, 1)]).Ask(household, SmallPractice.Day(day)).Answers);
        Assert.Equal(said, Words.Say(answer, SmallPractice.Definition, id => id, "da"));
    }

    private static Answer Asked(Condition condition)
    {
        var day = SmallPractice.Day("2026-03-02");
        var person = SmallPractice.Person(HouseholdRole.Head, SmallPractice.Day("1990-01-01"));
        var household = new HouseholdFacts(ResidenceBasis.Asylum71, [person]);
        return Assert.Single(new StepConditions([condition]).Ask(household, person, day).Answers);
    }
}
