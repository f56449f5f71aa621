using System.Globalization;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Plans.Road;
using Vejviser.Core.Foundation.Law;

namespace Vejviser.Core.Engine.Gatherings;

/// <summary>A meeting that a practice holds by its definition: one plan's, a group's, or a day of a series.</summary>
/// <param name="Key">What it is to the practice, whatever day it is on.</param>
/// <param name="Proposed">The day the definition gives.</param>
/// <param name="Day">The day to book: another where the definition's has passed and it is not too late.</param>
public sealed record WantedMeeting(string Key, PracticeDefinition Definition, PracticeMeeting Meeting, DateOnly Proposed, DateOnly Day)
{
    /// <summary>Null where it is not one plan's.</summary>
    public GatheredPlan? Plan { get; init; }

    public string? Language { get; init; }

    public IReadOnlyList<GatheredPerson> People { get; init; } = [];
}

/// <summary>What practices want to meet about, reckoned from plans and dates alone.</summary>
public static class WantedMeetings
{
    /// <summary>How far ahead a series is booked: half a year, as far as roads look.</summary>
    public const int DaysAhead = PlanCalendar.DaysAhead;

    /// <summary>One plan's own meetings. A meeting whose day has passed is wanted while what it comes before is still ahead.</summary>
    public static IEnumerable<WantedMeeting> OfPlan(GatheredPlan plan, DateOnly today, WorkdayCalendar calendar) =>
        from dated in Dated(plan, calendar)
        where dated.Meeting.GroupBy == MeetingGrouping.None
        let day = ToBook(plan, dated.Meeting, dated.Date, today, calendar)
        where day is not null
        select new WantedMeeting($"plan:{plan.Id:N}:{dated.Meeting.Id}", plan.Definition, dated.Meeting, dated.Date, day.Value)
        {
            Plan = plan, People = [.. plan.People.Where(p => PlanCalendar.IsAsked(dated.Meeting, p.Role))],
        };

    /// <summary>Who is to be in a group of a meeting, and in which week.</summary>
    public static IEnumerable<(PracticeMeeting Meeting, GroupMember Member)> ToGroup(GatheredPlan plan, DateOnly today, WorkdayCalendar calendar) =>
        from dated in Dated(plan, calendar)
        where dated.Meeting.GroupBy == MeetingGrouping.Language
        let day = ToBook(plan, dated.Meeting, dated.Date, today, calendar)
        where day is not null
        from person in plan.People
        where PlanCalendar.IsAsked(dated.Meeting, person.Role)
        select (dated.Meeting, new GroupMember(person with { Language = person.Language ?? LanguageGroups.NotKnown }, dated.Date, day.Value));

    /// <summary>The days of what returns, from today on.</summary>
    /// <param name="adopted">The day the practice was taken up: series count from it.</param>
    public static IEnumerable<WantedMeeting> OfSeries(PracticeDefinition definition, DateOnly adopted, DateOnly today, WorkdayCalendar calendar)
    {
        var returning = definition.Meetings.Where(m => m is { BooksItself: true, Rule: not null }).ToDictionary(m => m.Id, StringComparer.Ordinal);
        return MeetingDates.Compute(definition with { Meetings = [.. returning.Values] }, new Dictionary<string, DateOnly>(), adopted, today, today.AddDays(DaysAhead), calendar)
            .Select(d => new WantedMeeting(string.Create(CultureInfo.InvariantCulture, $"{definition.Id}:{d.Meeting}:{d.Date:yyyyMMdd}"), definition, returning[d.Meeting], d.Date, d.Date));
    }

    private static IEnumerable<(PracticeMeeting Meeting, DateOnly Date)> Dated(GatheredPlan plan, WorkdayCalendar calendar)
    {
        var dated = plan.Definition.Meetings.Where(m => m.Rule is null).ToDictionary(m => m.Id, StringComparer.Ordinal);
        return MeetingDates.Compute(plan.Definition with { Meetings = [.. dated.Values] }, plan.Anchors, DateOnly.MinValue, DateOnly.MinValue, DateOnly.MaxValue, calendar)
            .Select(d => (dated[d.Meeting], d.Date)).Where(d => d.Item1.BooksItself && (d.Item1.Step is not { } step || plan.Steps.Contains(step)));
    }

    private static DateOnly? ToBook(GatheredPlan plan, PracticeMeeting meeting, DateOnly proposed, DateOnly today, WorkdayCalendar calendar)
    {
        if (proposed >= today)
            return proposed;
        var soon = calendar.NextOrSame(today.AddDays(1));
        return AnchorOf(plan, meeting) is { } before && soon < before ? soon : null;
    }

    /// <summary>The date the meeting, or the meeting it follows, is counted from.</summary>
    private static DateOnly? AnchorOf(GatheredPlan plan, PracticeMeeting meeting)
    {
        var (due, steps) = (meeting.Due, plan.Definition.Meetings.Count);
        while (due is not null && steps-- > 0)
        {
            if (plan.Anchors.TryGetValue(due.Anchor, out var date))
                return date;
            due = plan.Definition.Meetings.FirstOrDefault(m => m.Id == due.Anchor)?.Due;
        }

        return null;
    }
}
