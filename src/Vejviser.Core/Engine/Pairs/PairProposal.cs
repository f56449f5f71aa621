using Vejviser.Matching.Rules;

namespace Vejviser.Core.Engine.Pairs;

/// <summary>A choice by hand as the solver takes it.</summary>
/// <param name="Volunteer">Null: waits.</param>
public sealed record HandPair(Guid Plan, Guid? Volunteer, string Reason);

/// <summary>Whom a newcomer is proposed, or that they wait, and why.</summary>
/// <param name="Volunteer">Null where they wait.</param>
/// <param name="Parts">The score by rule of both sides.</param>
/// <param name="RunnerUp">The next best; null where there is none, and where it is chosen by hand.</param>
/// <param name="Price">Points the whole loses with the runner-up.</param>
/// <param name="AloneThen">Newcomers more who would be left without a volunteer with the runner-up.</param>
/// <param name="ByHand">The reason where it is chosen by hand.</param>
/// <param name="HandPrice">Points the choice by hand costs the whole.</param>
/// <param name="HandAlone">Newcomers more who are left without by the choice by hand.</param>
/// <param name="Fits">Volunteers for whom no rule refuses.</param>
/// <param name="Refusals">How many volunteers each rule refused first.</param>
/// <param name="Why">Where they wait: <c>by-hand</c> or what the kernel says.</param>
public sealed record ProposedPair(
    PairSeekerFacts Seeker, VolunteerFacts? Volunteer, double Score, IReadOnlyList<RuleScore> Parts, VolunteerFacts? RunnerUp, double? Price, int AloneThen, string? ByHand, double HandPrice, int HandAlone, int Fits,
    IReadOnlyDictionary<string, int> Refusals, string? Why);

/// <summary>The best pairs of all; the score is proven.</summary>
/// <param name="Fingerprint">Who is proposed whom, shortly: a decision names it.</param>
public sealed record PairProposal(IReadOnlyList<ProposedPair> Lines, double Score, string Fingerprint)
{
    public int Paired => Lines.Count(l => l.Volunteer is not null);
}
