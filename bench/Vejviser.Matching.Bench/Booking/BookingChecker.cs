using Vejviser.Matching.Time;

namespace Vejviser.Matching.Bench.Booking;

/// <summary>Reads every rule of a day from the problem and counts the cost again.</summary>
internal static class BookingChecker
{
    /// <returns>Null where every rule holds and the cost is right.</returns>
    public static string? Fault(TimeProblem problem, IReadOnlyList<Time.Booking> bookings, TimeCost cost)
    {
        var meetings = problem.Meetings.ToDictionary(m => m.Id, StringComparer.Ordinal);
        var interpreters = problem.Interpreters.ToDictionary(i => i.Id, StringComparer.Ordinal);
        if (bookings.Select(b => b.Meeting).Distinct(StringComparer.Ordinal).Count() != bookings.Count)
            return "a meeting is held twice";
        foreach (var booking in bookings)
        {
            var meeting = meetings[booking.Meeting];
            var who = booking.Interpreter is { } id ? interpreters[id] : null;
            var room = problem.Rooms.FirstOrDefault(r => r.Id == booking.Room);
            var isRight = meeting.Starts.Contains(booking.Start) && meeting.Modes.Contains(booking.Mode)
                && (booking.Mode != MeetingMode.Video || meeting.People.Count <= problem.Rules.MostInView)
                && (meeting.Rooms is null || (room is not null && meeting.Rooms.Contains(room.Id, StringComparer.Ordinal) && room.Seats >= meeting.People.Count))
                && (meeting.Language is null || (who is not null && who.Languages.Contains(meeting.Language, StringComparer.Ordinal) && who.Modes.Contains(booking.Mode)
                    && who.Free.Any(f => f.From <= booking.Start && booking.Start + meeting.Minutes <= f.To)));
            if (!isRight)
                return $"{booking.Meeting} cannot be held so";
        }

        for (var a = 0; a < bookings.Count; a++)
        {
            for (var b = 0; b < a; b++)
            {
                if (Clash(problem, meetings, interpreters, bookings[a], bookings[b]))
                    return $"{bookings[a].Meeting} and {bookings[b].Meeting} clash";
            }
        }

        var held = bookings.Select(b => b.Meeting).ToHashSet(StringComparer.Ordinal);
        var travel = bookings.Where(b => b is { Mode: MeetingMode.OnSite, Interpreter: not null }).Sum(b => 2L * interpreters[b.Interpreter!].TravelTo![meetings[b.Meeting].Site]);
        var counted = new TimeCost(problem.Meetings.Where(m => !held.Contains(m.Id)).Sum(m => (long)m.Weight), bookings.Count(b => b.Mode != MeetingMode.Video), travel);
        return counted == cost ? null : $"costs {counted}, not {cost}";
    }

    private static bool Clash(TimeProblem problem, Dictionary<string, Meeting> meetings, Dictionary<string, Interpreter> interpreters, Time.Booking one, Time.Booking other)
    {
        var (first, second) = one.Start <= other.Start ? (one, other) : (other, one);
        var (earlier, later) = (meetings[first.Meeting], meetings[second.Meeting]);
        var pause = second.Start - first.Start - earlier.Minutes;
        if (pause < 0 && (earlier.People.Intersect(later.People, StringComparer.Ordinal).Any() || (one.Room is not null && one.Room == other.Room)))
            return true;
        if (one.Interpreter is not { } who || who != other.Interpreter)
            return false;
        if (first.Mode != MeetingMode.OnSite || second.Mode != MeetingMode.OnSite || earlier.Site == later.Site)
            return pause < 0;
        var listed = problem.Travel!.Where(t => (t.From == earlier.Site && t.To == later.Site) || (t.To == earlier.Site && t.From == later.Site)).Select(t => (int?)t.Minutes).FirstOrDefault();
        return pause < (listed ?? interpreters[who].TravelTo![earlier.Site] + interpreters[who].TravelTo![later.Site]);
    }
}
