namespace Vejviser.Matching.Online;

/// <summary>Places whose room must last a year, while who comes is known only week by week.</summary>
/// <param name="Learnt">Another year's arrivals: what is expected of the weeks to come.</param>
/// <param name="Weeks">Length of the year; weeks are numbered from 0.</param>
public sealed record OnlineProblem(string Name, int Weeks, IReadOnlyList<OnlinePlace> Places, IReadOnlyList<OnlineArrival> Learnt);

/// <param name="Capacity">Persons over the whole year.</param>
public sealed record OnlinePlace(string Id, int Capacity);

/// <summary>A family that must be placed whole in the week it comes.</summary>
/// <param name="Options">The only places allowed, larger scores are better.</param>
public sealed record OnlineArrival(string Id, int Week, int Persons, IReadOnlyList<OnlineOption> Options);

public readonly record struct OnlineOption(string Place, double Score);

/// <summary>A week's placements.</summary>
/// <param name="Prices">What one person's room at each place is worth to those expected later.</param>
public sealed record OnlineWeek(
    int Week,
    double Score,
    IReadOnlyList<OnlinePlacement> Placements,
    IReadOnlyList<Reason> Unplaced,
    IReadOnlyDictionary<string, double> Prices);

/// <param name="Worth">Score less the price of the room taken: what the choice was made by.</param>
/// <param name="RunnerUp">The next best by worth that had room before this week; null where there is none.</param>
public sealed record OnlinePlacement(string Arrival, string Place, double Score, double Worth, OnlineRunnerUp? RunnerUp);

/// <param name="Price">What is expected to be lost by it, over the year.</param>
public sealed record OnlineRunnerUp(string Place, double Price);
