namespace Vejviser.Matching.Time;

/// <param name="Status">Optimal where every aim is proven; infeasible where what is pinned cannot all be held.</param>
/// <param name="Cost">Null where there is no plan.</param>
/// <param name="Bound">Proven: no plan costs less. Beyond the first aim that is not proven the numbers are 0. Null where nothing can be planned.</param>
/// <param name="Conflict">Where infeasible: pinned meetings that cannot all be held; leave any one out and the others can.</param>
/// <param name="ConflictIsSmallest">False where time was up before the set was known to be smallest.</param>
public sealed record TimeAnswer(
    SolveStatus Status,
    TimeCost? Cost,
    TimeCost? Bound,
    IReadOnlyList<Booking> Bookings,
    IReadOnlyList<UnmetMeeting> Unmet,
    IReadOnlyList<string> Conflict,
    bool ConflictIsSmallest = true);

/// <summary>What is made as small as possible, in this order.</summary>
/// <param name="Unmet">Weight of the meetings that could not be held.</param>
/// <param name="NotByVideo">Meetings by phone or on site.</param>
/// <param name="TravelMinutes">Interpreters' travel, there and back.</param>
public sealed record TimeCost(long Unmet, long NotByVideo, long TravelMinutes)
{
    public bool IsLessThan(TimeCost other) => (Unmet, NotByVideo, TravelMinutes).CompareTo((other.Unmet, other.NotByVideo, other.TravelMinutes)) < 0;
}

/// <param name="Reason">Why this mode where it is not video; null where it is.</param>
/// <param name="RunnerUp">The next best way with everybody else where they are; null where there is none.</param>
public sealed record Booking(
    string Meeting, int Start, MeetingMode Mode, string? Room, string? Interpreter, int TravelMinutes, bool IsPinned, Reason? Reason, OtherWay? RunnerUp);

/// <param name="Price">How much further the interpreter travels; negative where the mode is worse and the way shorter.</param>
public sealed record OtherWay(int Start, MeetingMode Mode, string? Interpreter, int Price);

public sealed record UnmetMeeting(string Meeting, Reason Reason);
