using Vejviser.Matching.Rules;

namespace Vejviser.Matching.Assignment;

/// <summary>Seekers to places: each seeker goes whole to one of the places its options list, and no capacity, minimum or quota is broken.</summary>
/// <param name="Dimensions">What a place has room for, in the order of every load and capacity: <c>beds</c>, <c>school seats</c>.</param>
/// <param name="Options">The only pairs allowed.</param>
public sealed record AssignmentProblem(
    string Name,
    Sense Sense,
    IReadOnlyList<string> Dimensions,
    IReadOnlyList<Seeker> Seekers,
    IReadOnlyList<Place> Places,
    IReadOnlyList<Option> Options,
    IReadOnlyList<Quota> Quotas);

public enum Sense
{
    Minimize,
    Maximize,
}

/// <summary>Who is placed, never split: a person, a family.</summary>
/// <param name="Pinned">The place chosen by hand; the solver never moves it.</param>
/// <param name="Optional">May stay unplaced.</param>
/// <param name="UnplacedScore">What counts in the score where an optional seeker stays unplaced.</param>
public sealed record Seeker(string Id, string? Pinned = null, bool Optional = false, double UnplacedScore = 0);

/// <param name="Capacity">Most load per dimension; <see cref="double.PositiveInfinity"/> where there is no limit.</param>
/// <param name="Minimum">Least load per dimension; null for none.</param>
public sealed record Place(string Id, IReadOnlyList<double> Capacity, IReadOnlyList<double>? Minimum = null);

/// <param name="Load">What the seeker takes up there, per dimension.</param>
/// <param name="Parts">The score by rule, carried through to the answer's reasons; the solver reads only <paramref name="Score"/>.</param>
public sealed record Option(string Seeker, string Place, double Score, IReadOnlyList<double> Load, IReadOnlyList<RuleScore>? Parts = null);

/// <summary>How much a set of places takes together: between two numbers, a share of what other places take, or both.</summary>
/// <param name="Count"><see cref="CountSeekers"/>, or the dimension whose load is counted.</param>
/// <param name="Seekers">Who is counted; null for everyone.</param>
public sealed record Quota(
    string Name,
    IReadOnlyList<string> Places,
    double? Min = null,
    double? Max = null,
    string Count = Quota.CountSeekers,
    IReadOnlyList<string>? Seekers = null,
    Share? Share = null)
{
    public const string CountSeekers = "seekers";
}

/// <summary>
/// A share key: what the quota counts is <paramref name="Part"/> of <paramref name="Of"/> parts of everything placed in <paramref name="Within"/>, give or take
/// <paramref name="Tolerance"/> of everything. Two thirds to one third is part 2 of 3.
/// </summary>
/// <param name="Within">The places whose whole load is the total; null for all places.</param>
public sealed record Share(double Part, double Of, double Tolerance, IReadOnlyList<string>? Within = null);
