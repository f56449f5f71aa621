namespace Vejviser.Matching.Time;

/// <summary>One way to hold a meeting. The room is chosen beside it: no aim asks which.</summary>
/// <param name="Interpreter">-1: none.</param>
/// <param name="Travel">Minutes there and back; 0 but on site.</param>
internal sealed record Way(int Meeting, int Start, int End, MeetingMode Mode, int Interpreter, int Travel)
{
    public bool Overlaps(Way other) => Start < other.End && other.Start < End;
}

/// <summary>The problem in numbers, everything in order of id: all the ways to hold each meeting, and which two one interpreter cannot both do.</summary>
internal sealed class TimeModel
{
    private readonly Dictionary<(string, string), int> _travel = [];

    public TimeModel(TimeProblem problem)
    {
        Rules = problem.Rules;
        Meetings = [.. problem.Meetings.OrderBy(m => m.Id, StringComparer.Ordinal)];
        Rooms = [.. problem.Rooms.OrderBy(r => r.Id, StringComparer.Ordinal)];
        Interpreters = [.. problem.Interpreters.OrderBy(i => i.Id, StringComparer.Ordinal)];
        foreach (var (from, to, minutes) in problem.Travel ?? [])
            _travel[(from, to)] = _travel[(to, from)] = minutes;
        RoomsOf = [.. Meetings.Select(m => m.Rooms is null ? null : LargeEnough(m))];
        Ways = [.. Enumerable.Range(0, Meetings.Length).Select(m => WaysOf(m).ToArray())];
    }

    public TimeRules Rules { get; }

    public Meeting[] Meetings { get; }

    public MeetingRoom[] Rooms { get; }

    public Interpreter[] Interpreters { get; }

    /// <summary>By meeting: the rooms that hold it, null where none is needed.</summary>
    public int[]?[] RoomsOf { get; }

    /// <summary>By meeting, in order of mode, time and interpreter.</summary>
    public Way[][] Ways { get; }

    public string? InterpreterId(Way way) => way.Interpreter < 0 ? null : Interpreters[way.Interpreter].Id;

    public static bool ShareSomebody(Meeting one, Meeting other) => one.People.Intersect(other.People, StringComparer.Ordinal).Any();

    /// <summary>One interpreter, two meetings: they overlap, or the road between is longer than the time. Video and phone are done where the interpreter is.</summary>
    public bool TooClose(Way one, Way other)
    {
        var (first, second) = one.Start <= other.Start ? (one, other) : (other, one);
        var road = 0;
        if (first.Mode == MeetingMode.OnSite && second.Mode == MeetingMode.OnSite)
            road = Between(Interpreters[one.Interpreter], Meetings[first.Meeting].Site, Meetings[second.Meeting].Site);
        return second.Start < first.End + road;
    }

    /// <summary>Why an interpreter cannot hold a meeting in this mode at all; null where there is a time.</summary>
    public string? Refusal(Meeting meeting, Interpreter interpreter, MeetingMode mode)
    {
        if (meeting.Language is null || !interpreter.Languages.Contains(meeting.Language, StringComparer.Ordinal))
            return "interpreter-lacks-language";
        if (Rules.LeastAge is { } least && interpreter.Age < least)
            return "interpreter-under-age";
        if (!interpreter.Modes.Contains(mode))
            return "interpreter-lacks-mode";
        if (mode == MeetingMode.OnSite && interpreter.TravelTo?.ContainsKey(meeting.Site) != true)
            return "interpreter-cannot-travel";
        return meeting.Starts.Any(start => IsFree(interpreter, start, start + meeting.Minutes)) ? null : "interpreter-not-free";
    }

    private static bool IsFree(Interpreter interpreter, int start, int end) => interpreter.Free.Any(f => f.From <= start && end <= f.To);

    private int Between(Interpreter interpreter, string from, string to) =>
        from == to ? 0 : _travel.TryGetValue((from, to), out var minutes) ? minutes : interpreter.TravelTo![from] + interpreter.TravelTo![to];

    private int[] LargeEnough(Meeting meeting) =>
        [.. Enumerable.Range(0, Rooms.Length).Where(r => meeting.Rooms!.Contains(Rooms[r].Id, StringComparer.Ordinal) && Rooms[r].Seats >= meeting.People.Count)];

    private IEnumerable<Way> WaysOf(int index)
    {
        var meeting = Meetings[index];
        if (RoomsOf[index] is { Length: 0 })
            yield break;
        foreach (var mode in meeting.Modes.Distinct().Order())
        {
            if (mode == MeetingMode.Video && meeting.People.Count > Rules.MostInView)
                continue;
            foreach (var start in meeting.Starts.Order())
            {
                var end = start + meeting.Minutes;
                if (meeting.Pinned is { } pin && pin.Start != start)
                    continue;
                if (meeting.Language is null && meeting.Pinned?.Interpreter is null)
                    yield return new Way(index, start, end, mode, -1, 0);
                for (var i = 0; i < Interpreters.Length; i++)
                {
                    var who = Interpreters[i];
                    if (Refusal(meeting, who, mode) is not null || !IsFree(who, start, end) || (meeting.Pinned?.Interpreter ?? who.Id) != who.Id)
                        continue;
                    yield return new Way(index, start, end, mode, i, mode == MeetingMode.OnSite ? 2 * who.TravelTo![meeting.Site] : 0);
                }
            }
        }
    }
}
