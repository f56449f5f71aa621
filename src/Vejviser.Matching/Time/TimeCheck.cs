using Vejviser.Matching.Assignment;
using static Vejviser.Matching.Flow.Demand;

namespace Vejviser.Matching.Time;

/// <summary>Whether a problem is one. Says the first thing that is wrong, with the id it is about.</summary>
internal static class TimeCheck
{
    private const int MostMinutes = 60 * 24 * 366;

    /// <exception cref="BadProblemException">Something is wrong.</exception>
    public static void Check(TimeProblem problem)
    {
        Within(problem.Rules.MostInView, 1, 1000, "rules", problem.Name, "mostInView");
        NameOnce(problem.Meetings.Select(m => m.Id), "meeting");
        var rooms = NameOnce(problem.Rooms.Select(r => r.Id), "room");
        var interpreters = NameOnce(problem.Interpreters.Select(i => i.Id), "interpreter");
        foreach (var room in problem.Rooms)
            Within(room.Seats, 0, 100_000, "room", room.Id, "seats");
        foreach (var travel in problem.Travel ?? [])
            Within(travel.Minutes, 0, MostMinutes, "travel", travel.From, "minutes");
        foreach (var interpreter in problem.Interpreters)
        {
            foreach (var (from, to) in interpreter.Free)
            {
                Within(from, 0, MostMinutes, "interpreter", interpreter.Id, "from");
                Within(to, from, MostMinutes, "interpreter", interpreter.Id, "to");
            }

            foreach (var minutes in interpreter.TravelTo?.Values ?? [])
                Within(minutes, 0, MostMinutes, "interpreter", interpreter.Id, "travelTo");
        }

        foreach (var meeting in problem.Meetings)
            Check(meeting, rooms, interpreters);
    }

    private static void Check(Meeting meeting, HashSet<string> rooms, HashSet<string> interpreters)
    {
        Within(meeting.Minutes, 1, MostMinutes, "meeting", meeting.Id, "minutes");
        Within(meeting.Weight, 1, 10_000, "meeting", meeting.Id, "weight");
        foreach (var start in meeting.Starts)
            Within(start, 0, MostMinutes, "meeting", meeting.Id, "start");
        if (meeting.Starts.Distinct().Count() < meeting.Starts.Count)
            throw Bad("start-twice", ("meeting", Shown(meeting.Id)));
        foreach (var room in meeting.Rooms ?? [])
        {
            if (!rooms.Contains(room))
                throw Bad("unknown-room", ("meeting", Shown(meeting.Id)), ("room", Shown(room)));
        }

        if (meeting.Pinned is not { } pin)
            return;
        if (!meeting.Starts.Contains(pin.Start))
            throw Bad("pinned-to-unknown-start", ("meeting", Shown(meeting.Id)), ("start", pin.Start));
        if (pin.Interpreter is not null && !interpreters.Contains(pin.Interpreter))
            throw Bad("unknown-interpreter", ("meeting", Shown(meeting.Id)), ("interpreter", Shown(pin.Interpreter)));
    }
}
