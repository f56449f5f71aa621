using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Law;

namespace Vejviser.Core.Engine.Plans.Road;

/// <summary>A meeting of a practice on a day, with nobody enrolled.</summary>
/// <param name="Cycle">The first of the month whose round it belongs to, where the practice goes round month by month: that of the anchor, not the meeting's own.</param>
public sealed record PreviewedMeeting(PracticeMeeting Meeting, DateOnly Date, DateOnly? Cycle);

/// <summary>
/// The days a practice's meetings fall on whoever takes part: what returns by a rule, counted from the period's first day; rounds that are dated by a
/// weekday of the month, one each month; and what is dated from those. A meeting dated from somebody's own day has none here.
/// </summary>
public static class MeetingPreview
{
    /// <summary>A round's meetings may lie as many months from its own.</summary>
    private const int MostMonthsApart = 13;

    /// <param name="from">Both ends are included.</param>
    /// <param name="calendar">What returns by a rule is not held on a holiday or closing day.</param>
    public static IReadOnlyList<PreviewedMeeting> Compute(PracticeDefinition definition, DateOnly from, DateOnly to, WorkdayCalendar calendar)
    {
        var byId = definition.Meetings.ToDictionary(m => m.Id, StringComparer.Ordinal);
        var returning = Following(definition, m => m.RuleInForce is not null);
        var rounds = Following(definition, m => m.Due is DueRule.NthWeekday due && !byId.ContainsKey(due.Anchor));
        var days = MeetingDates.Compute(definition with { Meetings = returning }, new Dictionary<string, DateOnly>(), from, from, to, calendar).Select(d => new PreviewedMeeting(byId[d.Meeting], d.Date, null)).ToList();
        var month = new DateOnly(from.Year, from.Month, 1).AddMonths(-MostMonthsApart);
        for (; rounds.Count > 0 && month <= to.AddMonths(MostMonthsApart); month = month.AddMonths(1))
        {
            var anchors = definition.Anchors.ToDictionary(a => a.Id, _ => month, StringComparer.Ordinal);
            var cycle = month;
            days.AddRange(MeetingDates.Compute(definition with { Meetings = rounds }, anchors, from, from, to, calendar).Select(d => new PreviewedMeeting(byId[d.Meeting], d.Date, cycle)));
        }

        return [.. days.OrderBy(d => d.Date).ThenBy(d => d.Meeting.At).ThenBy(d => d.Meeting.Id, StringComparer.Ordinal).ThenBy(d => d.Cycle)];
    }

    /// <summary>Meetings of the kind, and those dated from them, in the definition's order.</summary>
    private static IReadOnlyList<PracticeMeeting> Following(PracticeDefinition definition, Func<PracticeMeeting, bool> isFirst)
    {
        var found = definition.Meetings.Where(isFirst).Select(m => m.Id).ToHashSet(StringComparer.Ordinal);
        while (definition.Meetings.FirstOrDefault(m => !found.Contains(m.Id) && m.RuleInForce is null && m.Due is { } due && found.Contains(due.Anchor)) is { } next)
            found.Add(next.Id);
        return [.. definition.Meetings.Where(m => found.Contains(m.Id))];
    }
}
