namespace Vejviser.Matching.Time;

/// <summary>The problem in numbers, everything in order of id: all the ways to hold each meeting, and who cannot be at two of them.</summary>
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
        var people = Meetings.SelectMany(m => m.People).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select((p, i) => (p, i)).ToDictionary(p => p.p, p => p.i, StringComparer.Ordinal);
        People = [.. Meetings.Select(m => m.People.Distinct(StringComparer.Ordinal).Select(p => people[p]).Order().ToArray())];
        PersonCount = people.Count;
        // One meeting by video outweighs all travel, one meeting held outweighs both.
        long most = Interpreters.SelectMany(i => i.TravelTo?.Values ?? []).DefaultIfEmpty().Max();
        VideoPrice = 1 + 2 * most * Meetings.Length;
        UnmetPrice = (VideoPrice + 2 * most) * (Meetings.Length + 1) + 1;
        Slots = [.. Enumerable.Range(0, Meetings.Length).Select(m => Ways(m).OrderBy(s => s.Cost).ThenBy(s => s.Start).ToArray())];
    }

    public TimeRules Rules { get; }

    public Meeting[] Meetings { get; }

    public MeetingRoom[] Rooms { get; }

    public Interpreter[] Interpreters { get; }

    public int[][] People { get; }

    public int PersonCount { get; }

    public long VideoPrice { get; }

    public long UnmetPrice { get; }

    /// <summary>By meeting, cheapest first.</summary>
    public Slot[][] Slots { get; }

    public bool Clash(Slot one, Slot other)
    {
        if (one.Interpreter >= 0 && one.Interpreter == other.Interpreter && TooClose(one, other))
            return true;
        if (one.Start >= other.End || other.Start >= one.End)
            return false;
        return (one.Room >= 0 && one.Room == other.Room) || People[one.Meeting].AsSpan().IndexOfAny(People[other.Meeting]) >= 0;
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

    public static bool IsFree(Interpreter interpreter, int start, int end) => interpreter.Free.Any(f => f.From <= start && end <= f.To);

    /// <summary>On the way between two sites an interpreter is nowhere; video and phone are done where the interpreter is.</summary>
    private bool TooClose(Slot one, Slot other)
    {
        var (first, second) = one.Start <= other.Start ? (one, other) : (other, one);
        var road = 0;
        if (first.Mode == MeetingMode.OnSite && second.Mode == MeetingMode.OnSite)
            road = Between(Interpreters[one.Interpreter], Meetings[first.Meeting].Site, Meetings[second.Meeting].Site);
        return second.Start < first.End + road;
    }

    private int Between(Interpreter interpreter, string from, string to) =>
        from == to ? 0 : _travel.TryGetValue((from, to), out var minutes) ? minutes : interpreter.TravelTo![from] + interpreter.TravelTo![to];

    private IEnumerable<Slot> Ways(int index)
    {
        var meeting = Meetings[index];
        int[] rooms = meeting.Rooms is null ? [-1] : [.. Enumerable.Range(0, Rooms.Length).Where(r => meeting.Rooms.Contains(Rooms[r].Id, StringComparer.Ordinal) && Rooms[r].Seats >= meeting.People.Count)];
        foreach (var mode in meeting.Modes.Distinct().Order())
        {
            if (mode == MeetingMode.Video && meeting.People.Count > Rules.MostInView)
                continue;
            int[] interpreters = meeting.Language is null ? [-1] : [.. Enumerable.Range(0, Interpreters.Length).Where(i => Refusal(meeting, Interpreters[i], mode) is null)];
            foreach (var interpreter in interpreters)
            {
                if (meeting.Pinned?.Interpreter is { } by && (interpreter < 0 || Interpreters[interpreter].Id != by))
                    continue;
                var travel = mode == MeetingMode.OnSite && interpreter >= 0 ? 2 * Interpreters[interpreter].TravelTo![meeting.Site] : 0;
                foreach (var start in meeting.Starts)
                {
                    if ((meeting.Pinned is { } pin && pin.Start != start) || (interpreter >= 0 && !IsFree(Interpreters[interpreter], start, start + meeting.Minutes)))
                        continue;
                    foreach (var room in rooms)
                        yield return new Slot(index, start, start + meeting.Minutes, mode, room, interpreter, travel, travel + (mode == MeetingMode.Video ? 0 : VideoPrice));
                }
            }
        }
    }
}
