using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.Law;
using Vejviser.Core.Foundation.People;

namespace Vejviser.Core.Engine.Plans.Road;

/// <summary>What running plans hold ahead: meetings that the person is asked to, and the days a course fills.</summary>
public static class PlanCalendar
{
    /// <summary>How far ahead meetings are reckoned: half a year.</summary>
    public const int DaysAhead = 26 * 7;

    /// <param name="tasks">The plan's own: what returns ends with the last of them, and a meeting of a step is held where the step is there and not skipped.</param>
    /// <returns>Meetings of a running plan from today on; none while it waits, rests or has ended. What the practice books for many plans at once is not among them.</returns>
    public static IReadOnlyList<RoadEvent> Meetings(PlanLine plan, PracticeDefinition definition, IReadOnlyCollection<TaskLine> tasks, DateOnly today, WorkdayCalendar calendar)
    {
        if (plan.State != PlanState.Running)
            return [];
        var until = today.AddDays(DaysAhead);
        until = tasks.Max(t => t.Due) is { } last && last < until ? last : until;
        if (until < today)
            return [];
        var steps = tasks.Where(t => t.State != TaskState.Skipped).Select(t => t.Step).ToHashSet(StringComparer.Ordinal);
        var held = definition.Meetings.Where(m => (m.Step is null || steps.Contains(m.Step)) && !(m.BooksItself && m.IsOfPractice)).Select(m => m.Id).ToHashSet(StringComparer.Ordinal);
        var anchors = plan.Anchors.ToDictionary(a => a.Name, a => a.Date);
        return [.. MeetingDates.Compute(definition, anchors, Begins(plan), today, until, calendar).Where(m => held.Contains(m.Meeting))
            .Select(m => new RoadEvent(plan.Id, plan.Practice, plan.VersionId, m.Meeting, m.Date, m.At, m.Minutes))];
    }

    /// <summary>True where a person of this role is asked to the meeting; an open house asks nobody, and staff and partners meet without them.</summary>
    public static bool IsAsked(PracticeMeeting meeting, HouseholdRole role) => meeting.Kind != MeetingKind.OpenHouse && meeting.Invites switch
    {
        MeetingGuests.Staff or MeetingGuests.Partners => false,
        MeetingGuests.Parents => role is HouseholdRole.Head or HouseholdRole.Spouse,
        MeetingGuests.Children => role is HouseholdRole.Child or HouseholdRole.Minor,
        _ => true,
    };

    /// <summary>A day of each week that a course of the plan fills, from its start.</summary>
    public static IEnumerable<DateOnly> CourseWeeks(PlanLine plan, PracticeDefinition definition)
    {
        if (plan.State != PlanState.Running)
            return [];
        var days = definition.Courses.Select(c => c.Weeks is { } weeks ? 7 * weeks.Value : c.Days?.Value ?? 0).DefaultIfEmpty(0).Max();
        return Enumerable.Range(0, (days + 6) / 7).Select(week => Begins(plan).AddDays(7 * week));
    }

    private static DateOnly Begins(PlanLine plan) => plan.DateOf(Anchor.Start) ?? TimeZones.DayOf(plan.StartedAt);
}
