using Vejviser.Core.Chapters.CivilSociety.HostFamilies;
using Vejviser.Core.Chapters.Employment;
using Vejviser.Core.Engine.Pairs;

namespace Vejviser.Core.Tests.Engine.Pairs;

/// <summary>Each rule of the two practices alone, with exact points.</summary>
public sealed class PairRulesTests
{
    private static readonly DateOnly Day = new(2026, 3, 2);

    private static readonly PairSeekerFacts Seeker = new(Guid.CreateVersion7(), "R1", IsEligible: true, HasConsent: true, "Havneby", "ar", ["ar", "en"], ["It"], 1, [], null, 15);

    private static readonly VolunteerFacts Mentor = new(Guid.CreateVersion7(), "Erik", ["Havneby"], ["ar"], ["It"], ["Byggeri"], 4, HasChildren: true, null, 1, 0);

    [Fact]
    public void IsEligible_ConditionsDoNotHold_Refuses() => Assert.Equal(("not-eligible", null), (new IsEligible().Refuse(Seeker with { IsEligible = false }, Mentor)?.Code, new IsEligible().Refuse(Seeker, Mentor)?.Code));

    [Fact]
    public void HasAgreed_NoConsent_Refuses() => Assert.Equal(("no-consent", null), (new HasAgreed().Refuse(Seeker with { HasConsent = false }, Mentor)?.Code, new HasAgreed().Refuse(Seeker, Mentor)?.Code));

    [Fact]
    public void HasTheHours_OneTooFew_Refuses() => Assert.Equal(("too-few-hours", null), (new HasTheHours(4).Refuse(Mentor with { HoursAMonth = 3 }, Seeker)?.Code, new HasTheHours(4).Refuse(Mentor, Seeker)?.Code));

    [Fact]
    public void SameIndustry_WrittenInOtherCase_CountsOnce() => Assert.Equal((1d, 0d), (new SameIndustry(10).Amount(Seeker with { Industries = ["it", "byggeri"] }, Mentor), new SameIndustry(10).Amount(Seeker with { Industries = ["byggeri"] }, Mentor)));

    [Fact]
    public void KnowsPeople_WhoWorksInIt_CountsAsIndustryAlone() =>
        Assert.Equal((1d, 0d), (new KnowsPeopleInIndustry(6).Amount(Seeker with { Industries = ["Byggeri"] }, Mentor), new KnowsPeopleInIndustry(6).Amount(Seeker, Mentor with { Networks = ["It"] })));

    [Fact]
    public void SameTown_TownNotKnown_CountsNothing() => Assert.Equal((1d, 0d), (new InTheSameTown(3).Amount(Seeker, Mentor), new InTheSameTown(3).Amount(Seeker with { Town = null }, Mentor)));

    [Fact]
    public void CommonLanguage_AnotherThanTheMotherTongue_CountsNothing() => Assert.Equal((1d, 0d), (new CommonLanguage(2).Amount(Seeker, Mentor), new CommonLanguage(2).Amount(Seeker, Mentor with { Languages = ["en"] })));

    [Fact]
    public void WaitedLonger_FifteenDays_IsTwoWeeks() => Assert.Equal(2, new WaitedLonger(1).Amount(Seeker, Mentor));

    [Theory]
    [InlineData(14, false)]
    [InlineData(15, true)]
    [InlineData(null, false)]
    public void Certificate_NoneAndAChild_IsAcceptedOnlyAboveTheAge(int? age, bool isAccepted) =>
        Assert.Equal(isAccepted, new CertificateWhereChildren(14, Day).Refuse(Mentor, Seeker with { ChildAges = [age] }) is null);

    [Fact]
    public void Certificate_RanOutYesterday_RefusesTheFamilyWithChildrenOnly()
    {
        var rule = new CertificateWhereChildren(14, Day);
        var family = Seeker with { ChildAges = [17, 6] };
        Assert.NotNull(rule.Refuse(Mentor with { CertificateTo = Day.AddDays(-1) }, family));
        Assert.Null(rule.Refuse(Mentor with { CertificateTo = Day }, family));
        Assert.Null(rule.Refuse(Mentor with { CertificateTo = Day.AddDays(-1) }, Seeker));
    }

    [Fact]
    public void Town_AnotherOrNotKnown_RefusesEachWithItsOwnReason()
    {
        var rule = new LivesInTheTown();
        Assert.Equal(("other-town", "town-unknown", null), (rule.Refuse(Seeker with { Town = "Skovby" }, Mentor)?.Code, rule.Refuse(Seeker with { Town = null }, Mentor)?.Code, rule.Refuse(Seeker, Mentor)?.Code));
    }

    [Fact]
    public void Children_OnOneSideOnly_CountNothing() => Assert.Equal((1d, 0d), (new ChildrenOnBothSides(3).Amount(Seeker with { ChildAges = [5] }, Mentor), new ChildrenOnBothSides(3).Amount(Seeker, Mentor)));
}
