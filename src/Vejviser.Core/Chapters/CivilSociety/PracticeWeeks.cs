using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Law;

namespace Vejviser.Core.Chapters.CivilSociety;

/// <summary>
/// In which weeks after arrival a practice does something for whom, by area: its steps where they fall due, its meetings and courses where newcomers are
/// invited. What counts from the start of a plan counts from the first week the practice can be offered in.
/// </summary>
internal sealed class PracticeWeeks(PracticeDefinition practice, DateOnly arrival, WorkdayCalendar calendar)
{
    /// <summary>The area of what has none of its own.</summary>
    private readonly string _area = practice.Areas.Contains(practice.Chapter) || practice.Areas.Count == 0 ? practice.Chapter : practice.Areas[0];
    private readonly Dictionary<(string Area, NewcomerGroups Group), YearWeeks> _weeks = [];

    public IReadOnlyDictionary<(string Area, NewcomerGroups Group), YearWeeks> Find()
    {
        foreach (var group in ModelNewcomers.Groups)
        {
            var offered = Offered(group);
            if (offered.IsEmpty)
                continue;
            var start = arrival.AddDays(7 * offered.First);
            foreach (var step in practice.Steps.Where(s => s.Law.Holds(arrival) && ModelNewcomers.Fit(s.If, group, arrival, start)))
                Add(step.Area, group, YearWeeks.None.With(WeekOf(step.Due, start)));
            foreach (var meeting in practice.Meetings.Where(m => Invites(m.Invites, group)))
                Add(_area, group, WeeksOf(meeting, start, offered));
            foreach (var course in practice.Courses)
                Add(_area, group, YearWeeks.Every(1, offered.First, offered.First + (course.Weeks?.Value ?? (course.Days?.Value ?? 0) / 7) - 1));
        }

        return _weeks;
    }

    private YearWeeks Offered(NewcomerGroups group)
    {
        var weeks = YearWeeks.None;
        for (var week = 0; week < Initiative.Weeks; week++)
        {
            if (ModelNewcomers.Fit(practice.Offer.If, group, arrival, arrival.AddDays(7 * week)))
                weeks = weeks.With(week);
        }

        return weeks;
    }

    private void Add(string area, NewcomerGroups group, YearWeeks weeks)
    {
        if (!weeks.IsEmpty)
            _weeks[(area, group)] = _weeks.GetValueOrDefault((area, group)) | weeks;
    }

    private YearWeeks WeeksOf(PracticeMeeting meeting, DateOnly start, YearWeeks offered)
    {
        if (meeting.RuleInForce is not { } rule)
            return meeting.Due is { } due ? YearWeeks.None.With(WeekOf(due, start)) : YearWeeks.None;
        var from = new CalDateTime(start.Year, start.Month, start.Day);
        var days = new CalendarEvent { Start = from, RecurrenceRule = new RecurrenceRule(rule) }.GetOccurrences(from).Select(o => o.Period.StartTime.Date);
        var end = arrival.AddDays(7 * Initiative.Weeks);
        return days.TakeWhile(day => day < end).Aggregate(YearWeeks.None, (weeks, day) => weeks.With(WeekOf(day))) & offered;
    }

    private int WeekOf(DueRule due, DateOnly start) => WeekOf(due.Compute(CountsFromArrival(due.Anchor) ? arrival : start, calendar));

    /// <summary>An arrival is the day of the takeover or soon after it; whatever else a practice counts from begins when it does.</summary>
    private bool CountsFromArrival(string anchor) =>
        practice.Anchors.FirstOrDefault(a => a.Id == anchor) is { Source: AnchorSource.Household or AnchorSource.Law };

    private int WeekOf(DateOnly day) => (int)Math.Floor((day.DayNumber - arrival.DayNumber) / 7d);

    private static bool Invites(MeetingGuests guests, NewcomerGroups group) => guests switch
    {
        MeetingGuests.Person or MeetingGuests.Household or MeetingGuests.Group or MeetingGuests.Newcomers => true,
        MeetingGuests.Parents => group == NewcomerGroups.Adults,
        MeetingGuests.Children => group != NewcomerGroups.Adults,
        _ => false,
    };
}
