namespace Vejviser.Matching.Rotation;

/// <summary>
/// Newcomers to medical practices, in turn and by distance (catalogue, p. 55): every provider number in reach takes its turn, and within the turns everybody
/// gets the nearest.
/// </summary>
public sealed record RotationProblem(string Name, RotationPolicy Policy, IReadOnlyList<Practice> Practices, IReadOnlyList<Citizen> Citizens);

/// <summary>What the municipality and its doctors agreed on.</summary>
/// <param name="MostMetres">Farther is out of reach.</param>
/// <param name="MovePrice">How many metres in all a citizen who has a practice must gain others before being moved; null: nobody is moved except by a withdrawal or by hand.</param>
/// <param name="RenegotiateAt">Renegotiation when each provider number of a practice has had this many; null: never.</param>
public sealed record RotationPolicy(int MostMetres, int? MovePrice = null, int? RenegotiateAt = null);

/// <param name="Numbers">Provider numbers: a practice with two takes two in its turn.</param>
/// <param name="Capacity">Most citizens at once; null for no limit.</param>
/// <param name="Before">Citizens it had before, who count in the turn but are not part of this problem.</param>
/// <param name="Had">Of the agreement's count towards renegotiation: had before this problem began.</param>
public sealed record Practice(
    string Id,
    int Numbers = 1,
    int? Capacity = null,
    PracticeState State = PracticeState.Open,
    int Before = 0,
    int Had = 0);

public enum PracticeState
{
    Open,

    /// <summary>Closed for new patients; keeps those it has.</summary>
    Closed,

    /// <summary>Has withdrawn from the agreement.</summary>
    Withdrawn,
}

/// <param name="Distances">The practices the citizen may be given to, with the way there. Those farther than the policy's reach are refused with a reason.</param>
/// <param name="Practice">The practice the citizen has already; null for a newcomer.</param>
/// <param name="IsPinned">Stays there whatever happens, except that the practice withdraws.</param>
public sealed record Citizen(string Id, IReadOnlyList<Distance> Distances, string? Practice = null, bool IsPinned = false);

/// <param name="Metres">By road, or as the crow flies: the municipality's choice, the same for all.</param>
public readonly record struct Distance(string Practice, int Metres);
