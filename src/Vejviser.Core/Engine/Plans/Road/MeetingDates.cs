using System.Collections.Concurrent;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Law;

namespace Vejviser.Core.Engine.Plans.Road;

/// <summary>A meeting of a practice on a day.</summary>
/// <param name="Meeting">The meeting's id in the definition.</param>
/// <param name="At">Local time; null where it is agreed.</param>
public sealed record MeetingDate(string Meeting, DateOnly Date, TimeOnly? At, int? Minutes);

/// <summary>The days a practice's meetings fall on.</summary>
public static class MeetingDates
{
    /// <summary>Rules with the days they are counted from: a municipality has some thousand of them, each of some dozen days.</summary>
    private const int MostKnown = 10_000;

    /// <summary>Days are found so far ahead of what is asked for, so that tomorrow's question has its answer.</summary>
    private const int DaysMore = 92;

    private static readonly ConcurrentDictionary<(string Rule, DateOnly Begins), (DateOnly To, DateOnly[] Days)> Known = [];

    /// <param name="anchors">As <see cref="PlanAnchors.Resolve"/> gives them; a meeting whose anchor has no date has none.</param>
    /// <param name="begins">The day from which what returns is counted.</param>
    /// <param name="from">Both ends are included.</param>
    /// <param name="calendar">What returns is not held on a day that is no workday because of a holiday or a closing day.</param>
    /// <param name="of">Only these of the practice's meetings; null for all.</param>
    public static IReadOnlyList<MeetingDate> Compute(
        PracticeDefinition definition, IReadOnlyDictionary<string, DateOnly> anchors, DateOnly begins, DateOnly from, DateOnly to, WorkdayCalendar calendar, Func<PracticeMeeting, bool>? of = null)
    {
        var known = new Dictionary<string, IReadOnlyList<DateOnly>>();
        var meetings = of is null ? definition.Meetings : [.. definition.Meetings.Where(of)];
        foreach (var meeting in meetings)
            DaysOf(meeting, []);
        return [.. meetings.SelectMany(m => known[m.Id].Where(d => d >= from && d <= to).Select(d => new MeetingDate(m.Id, d, m.At, m.Minutes?.Value))).OrderBy(m => m.Date).ThenBy(m => m.At)];

        IReadOnlyList<DateOnly> DaysOf(PracticeMeeting meeting, HashSet<string> underWay)
        {
            if (known.TryGetValue(meeting.Id, out var days))
                return days;
            // Meetings dated from each other in a round have no date.
            if (!underWay.Add(meeting.Id))
                return [];
            return known[meeting.Id] = meeting.RuleInForce is { } rule
                ? [.. Occurrences(rule, begins, to).Where(d => !IsClosed(d, calendar))]
                : [.. Anchored(meeting.Due!, underWay).Select(d => meeting.Due!.Compute(d, calendar))];
        }

        IEnumerable<DateOnly> Anchored(DueRule due, HashSet<string> underWay) =>
            anchors.TryGetValue(due.Anchor, out var date) ? [date]
            : definition.Meetings.FirstOrDefault(m => m.Id == due.Anchor) is { } other ? DaysOf(other, underWay)
            : [];
    }

    /// <summary>A weekend is where the rule itself puts it; a holiday in the week is not.</summary>
    private static bool IsClosed(DateOnly day, WorkdayCalendar calendar) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && calendar.NextOrSame(day) != day;

    private static IEnumerable<DateOnly> Occurrences(string rule, DateOnly begins, DateOnly to)
    {
        if (!Known.TryGetValue((rule, begins), out var known) || known.To < to)
        {
            if (Known.Count >= MostKnown)
                Known.Clear();
            var until = to.AddDays(DaysMore);
            Known[(rule, begins)] = known = (until, [.. Find(rule, begins, until)]);
        }

        return known.Days.TakeWhile(d => d <= to);
    }

    private static IEnumerable<DateOnly> Find(string rule, DateOnly begins, DateOnly to)
    {
        // RFC 5545 makes the event's own start an occurrence whether the rule fits it or not.
        var start = new CalDateTime(begins.Year, begins.Month, begins.Day);
        var happening = new CalendarEvent { Start = start, RecurrenceRule = new RecurrenceRule(rule) };
        return happening.GetOccurrences(start).Select(o => o.Period.StartTime.Date).TakeWhile(d => d <= to).Where(d => d >= begins);
    }
}
