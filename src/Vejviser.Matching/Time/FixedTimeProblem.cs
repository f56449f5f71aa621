namespace Vejviser.Matching.Time;

/// <summary>
/// Meetings whose times stand, to interpreters: the time kind where nothing is left to choose but who comes. Wanted, in this order: as few as possible unmet, as many as possible by video, as few as possible on site, the least
/// travel, certified interpreters before others. No interpreter is in two meetings at once.
/// </summary>
public sealed record FixedTimeProblem(string Name, IReadOnlyList<FixedMeeting> Meetings);

/// <param name="Start">Minutes from any common beginning.</param>
/// <param name="Choices">Everybody who can interpret it, each the best way they can.</param>
public sealed record FixedMeeting(string Id, int Start, int End, IReadOnlyList<InterpreterChoice> Choices)
{
    public bool Overlaps(FixedMeeting other) => Start < other.End && other.Start < End;
}

/// <param name="TravelMinutes">There and back; 0 but on site.</param>
public sealed record InterpreterChoice(string Interpreter, MeetingMode Mode, int TravelMinutes, bool IsCertified)
{
    internal FixedCost Cost => new(0, Mode == MeetingMode.Video ? 0 : 1, Mode == MeetingMode.OnSite ? 1 : 0, TravelMinutes, IsCertified ? 0 : 1);
}

/// <summary>What is made as small as possible, in this order; or how much more or less of it.</summary>
public readonly record struct FixedCost(long Unmet, long NotByVideo, long OnSite, long TravelMinutes, long Uncertified)
{
    internal static readonly FixedCost OneUnmet = new(1, 0, 0, 0, 0);

    public bool IsNothing => this == default;

    public bool IsLessThan(FixedCost other) => (Unmet, NotByVideo, OnSite, TravelMinutes, Uncertified).CompareTo((other.Unmet, other.NotByVideo, other.OnSite, other.TravelMinutes, other.Uncertified)) < 0;

    public FixedCost Plus(FixedCost other) => new(Unmet + other.Unmet, NotByVideo + other.NotByVideo, OnSite + other.OnSite, TravelMinutes + other.TravelMinutes, Uncertified + other.Uncertified);

    public FixedCost Minus(FixedCost other) => new(Unmet - other.Unmet, NotByVideo - other.NotByVideo, OnSite - other.OnSite, TravelMinutes - other.TravelMinutes, Uncertified - other.Uncertified);
}

/// <param name="Status">Optimal where every part of the day is proven, else feasible.</param>
/// <param name="UnmetAtLeast">Proven: no plan leaves fewer unmet.</param>
/// <param name="Bookings">In the order of the problem.</param>
public sealed record FixedTimeAnswer(SolveStatus Status, FixedCost Cost, long UnmetAtLeast, IReadOnlyList<FixedBooking> Bookings);

/// <param name="Chosen">Null: unmet.</param>
/// <param name="RunnerUp">The next best with everybody else where they are; null where there is none.</param>
/// <param name="IsProven">No plan is better for the meetings this one hangs together with.</param>
public sealed record FixedBooking(string Meeting, InterpreterChoice? Chosen, OtherInterpreter? RunnerUp, bool IsProven);

/// <param name="Price">How much more of each.</param>
public sealed record OtherInterpreter(InterpreterChoice Choice, FixedCost Price);
