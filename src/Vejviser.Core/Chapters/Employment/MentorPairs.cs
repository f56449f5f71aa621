using Vejviser.Core.Engine.Pairs;
using Vejviser.Matching.Rules;

namespace Vejviser.Core.Chapters.Employment;

/// <summary>The practice <c>business-mentors</c> (Foreningen Nydansker, the catalogue's page 36): newcomers with a university education and volunteers from their own industry.</summary>
public sealed class MentorPairs : PairPractice
{
    public const string Practice = "business-mentors";

    public override string Id => Practice;

    public override string Key => "mentors";

    public override string Partner => "mentor-association";

    public override string ProposedStep => "propose-mentor";

    public override IReadOnlyList<string> ClosingSteps => ["final-talk", "hours-closed"];

    public override string Months => "course-months";

    public override string? HoursAMonth => "hours-per-month";

    public override string? MostAtOnce => "mentees-per-mentor";

    public override bool HasIndustries => true;

    public override IReadOnlyList<string> Weights => ["weight-industry", "weight-network", "weight-town", "weight-language", "weight-waiting", "weight-turn"];

    public override RuleBook<PairSeekerFacts, VolunteerFacts> AsksOfVolunteer(PairPolicy policy) => new(
        [new IsEligible(), new HasAgreed()],
        [
            new SameIndustry(policy["weight-industry"]), new KnowsPeopleInIndustry(policy["weight-network"]), new InTheSameTown(policy["weight-town"]), new CommonLanguage(policy["weight-language"]),
            new WaitedLonger(policy["weight-waiting"]),
        ]);

    public override RuleBook<VolunteerFacts, PairSeekerFacts> AsksOfNewcomer(PairPolicy policy, DateOnly day) => new([new HasTheHours(policy["hours-per-month"])], []);
}
