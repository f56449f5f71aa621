namespace Vejviser.Matching.Time;

/// <summary>
/// Conversations to times, rooms and interpreters (catalogue, p. 16): as few as possible unmet, then as many as possible by video, then the least travel.
/// Nobody, no room and no interpreter is in two places at once, and an interpreter on the road is not in a meeting.
/// </summary>
/// <param name="Travel">Minutes between sites; a pair that is not listed takes the way by the interpreter's base.</param>
public sealed record TimeProblem(
    string Name,
    TimeRules Rules,
    IReadOnlyList<Meeting> Meetings,
    IReadOnlyList<MeetingRoom> Rooms,
    IReadOnlyList<Interpreter> Interpreters,
    IReadOnlyList<SiteTravel>? Travel = null);

/// <param name="MostInView">Persons at most in a video meeting, the interpreter not among them.</param>
/// <param name="LeastAge">Of an interpreter whose age is known; null where the law of the day sets none.</param>
public sealed record TimeRules(int MostInView, int? LeastAge);

public enum MeetingMode
{
    Video,
    Phone,
    OnSite,
}

/// <summary>Times are minutes from any common beginning: of the day, of the week.</summary>
/// <param name="Starts">The times it may begin.</param>
/// <param name="People">Who takes part: they cannot be in two meetings at once.</param>
/// <param name="Language">Null: no interpreter is needed.</param>
/// <param name="Modes">How it may be held.</param>
/// <param name="Site">Where an interpreter on site must go.</param>
/// <param name="Rooms">One of these is needed; null: none is.</param>
/// <param name="Weight">How much worse it is unmet than another; at least 1.</param>
/// <param name="Pinned">Chosen by hand: held so, or the answer is that it cannot be.</param>
public sealed record Meeting(
    string Id,
    int Minutes,
    IReadOnlyList<int> Starts,
    IReadOnlyList<string> People,
    string? Language,
    IReadOnlyList<MeetingMode> Modes,
    string Site = "",
    IReadOnlyList<string>? Rooms = null,
    int Weight = 1,
    MeetingPin? Pinned = null);

/// <param name="Interpreter">Null where none is needed, or any may do.</param>
public sealed record MeetingPin(int Start, string? Interpreter = null);

public sealed record MeetingRoom(string Id, int Seats);

/// <param name="Free">From and to, in minutes; a meeting must lie within one, travel need not.</param>
/// <param name="TravelTo">Minutes from the base to a site, there and back counted twice; a site that is not listed cannot be gone to.</param>
public sealed record Interpreter(
    string Id,
    IReadOnlyList<string> Languages,
    IReadOnlyList<MeetingMode> Modes,
    IReadOnlyList<(int From, int To)> Free,
    IReadOnlyDictionary<string, int>? TravelTo = null,
    int? Age = null);

public readonly record struct SiteTravel(string From, string To, int Minutes);
