using Vejviser.Matching;
using Vejviser.Matching.Rules;

namespace Vejviser.Core.Chapters.Housing.Allocation;

/// <summary>Where a household is proposed to live, or that it waits, and why.</summary>
/// <param name="Home">Null where it waits.</param>
/// <param name="Parts">The score by rule.</param>
/// <param name="RunnerUp">The next best home for it; null where there is none, and where the home is chosen by hand.</param>
/// <param name="Price">Points the whole loses at least with the runner-up.</param>
/// <param name="ByHand">The reason where it is chosen by hand.</param>
/// <param name="HandCost">Points the choice by hand costs the whole.</param>
/// <param name="Fits">Homes that keep every rule for it.</param>
/// <param name="Refusals">How many homes each rule refused first.</param>
/// <param name="Why">Where it waits: <c>no-option</c>, <c>no-room</c>, <c>better-unplaced</c> or <c>by-hand</c>.</param>
public sealed record ProposedHome(
    SeekerFacts Seeker, HomeFacts? Home, double Score, IReadOnlyList<RuleScore> Parts, HomeFacts? RunnerUp, double? Price, string? ByHand, double? HandCost, int Fits,
    IReadOnlyDictionary<string, int> Refusals, string? Why);

/// <summary>How an association stands against its part of the key.</summary>
/// <param name="Part">Its part of those placed: 8.4 households; null without a key.</param>
public sealed record KeyLine(KeyFacts Association, int Homes, int Placed, double? Part)
{
    public bool IsWithin(int tolerance) => Part is not { } part || Math.Abs(Placed - part) <= tolerance + 1e-9;
}

/// <summary>The whole proposal for a meeting.</summary>
/// <param name="Conflict">Rules that cannot all hold with everybody placed and the key kept; empty where they can.</param>
/// <param name="Status">Of the answer shown.</param>
/// <param name="Fingerprint">Who is proposed where, shortly: a decision names it, so that nobody decides what they have not seen.</param>
public sealed record AllocationProposal(
    IReadOnlyList<ProposedHome> Lines, IReadOnlyList<KeyLine> Key, IReadOnlyList<Reason> Conflict, SolveStatus Status, double? Score, double? Bound, string Fingerprint)
{
    public int Placed => Lines.Count(l => l.Home is not null);
}
