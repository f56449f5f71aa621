using Vejviser.Core.Engine.Pairs;
using Vejviser.Matching.Rules;

namespace Vejviser.Core.Chapters.CivilSociety.HostFamilies;

/// <summary>The practice <c>family-danish</c> (Assens and the Red Cross, the catalogue's page 26): every refugee family has a Danish family when they come.</summary>
public sealed class HostFamilyPairs : PairPractice
{
    public const string Practice = "family-danish";

    public override string Id => Practice;

    public override string Key => "families";

    public override string Partner => "red-cross";

    public override string ProposedStep => "host-family-proposed";

    public override IReadOnlyList<string> ClosingSteps => ["friends-of-their-own"];

    public override string Months => "course-months";

    public override string? CertificateMonths => "declaration-months";

    public override string? AnswerWorkdays => "enquiry-answer-workdays";

    public override string? Towns => "towns-with-activity-leader";

    public override IReadOnlyList<string> Weights => ["weight-language", "weight-children", "weight-waiting", "weight-turn"];

    public override RuleBook<PairSeekerFacts, VolunteerFacts> AsksOfVolunteer(PairPolicy policy) => new(
        [new IsEligible(), new HasAgreed(), new LivesInTheTown()],
        [new CommonLanguage(policy["weight-language"]), new ChildrenOnBothSides(policy["weight-children"]), new WaitedLonger(policy["weight-waiting"])]);

    public override RuleBook<VolunteerFacts, PairSeekerFacts> AsksOfNewcomer(PairPolicy policy, DateOnly day) => new([new CertificateWhereChildren(policy["certificate-child-age-to"], day)], []);
}
