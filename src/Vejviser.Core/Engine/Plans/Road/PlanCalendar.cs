using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.Law;
using Vejviser.Core.Foundation.People;

namespace Vejviser.Core.Engine.Plans.Road;

/// <summary>How far a plan's tasks reach, as its meetings need it.</summary>
/// <param name="Last">The day the last of them is due; null where none has a day.</param>
/// <param name="Steps">Those that are not skipped, as far as meetings belong to them.</param>
public sealed record PlanReach(DateOnly? Last, IReadOnlySet<string> Steps);

/// <summary>What running plans hold ahead: meetings that the person is asked to, and the days a course fills.</summary>
public static class PlanCalendar
{
    /// <summary>How far ahead meetings are reckoned: half a year.</summary>
    public const int DaysAhead = 26 * 7;

    /// <param name="tasks">The plan's own: what returns ends with the last of them, and a meeting of a step is held where the step is there and not skipped.</param>
    /// <returns>Meetings of a running plan from today on; none while it waits, rests or has ended. What the practice books for many plans at once is not among them.</returns>
    public static IReadOnlyList<RoadEvent> Meetings(PlanLine plan, PracticeDefinition definition, IReadOnlyCollection<TaskLine> tasks, DateOnly today, WorkdayCalendar calendar) =>
        Meetings(plan, definition, new PlanReach(tasks.Max(t => t.Due), tasks.Where(t => t.State != TaskState.Skipped).Select(t => t.Step).ToHashSet(StringComparer.Ordinal)), today, calendar);

    /// <inheritdoc cref="Meetings(PlanLine, PracticeDefinition, IReadOnlyCollection{TaskLine}, DateOnly, WorkdayCalendar)"/>
    /// <param name="reach">Of the plan's own tasks.</param>
    public static IReadOnlyList<RoadEvent> Meetings(PlanLine plan, PracticeDefinition definition, PlanReach reach, DateOnly today, WorkdayCalendar calendar)
    {
        if (plan.State != PlanState.Running)
            return [];
        var until = today.AddDays(DaysAhead);
        until = reach.Last is { } last && last < until ? last : until;
        if (until < today)
            return [];
        var anchors = plan.Anchors.ToDictionary(a => a.Name, a => a.Date);
        return [.. MeetingDates.Compute(definition, anchors, Begins(plan), today, until, calendar, m => (m.Step is null || reach.Steps.Contains(m.Step)) && IsOfPlan(m))
            .Select(m => new RoadEvent(plan.Id, plan.Practice, plan.VersionId, m.Meeting, m.Date, m.At, m.Minutes))];
    }

    /// <summary>
    /// True where somebody may be asked to a meeting of the plan in these days, as far as its dates tell: which steps it has, and how long it goes on, is still to be asked.
    /// </summary>
    /// <param name="anchors">Those that its meetings are dated from.</param>
    /// <param name="begins">The day from which what returns is counted.</param>
    public static bool MayMeet(
        PracticeDefinition definition, IReadOnlyDictionary<string, DateOnly> anchors, DateOnly begins, DateOnly from, DateOnly to, DateOnly today, WorkdayCalendar calendar)
    {
        // What is dated from one that returns, such as the call before a visit, is found with that later one only.
        var until = definition.Meetings.Any(m => m.RuleInForce is not null && definition.Meetings.Any(other => other.Due?.Anchor == m.Id)) ? today.AddDays(DaysAhead) : to;
        return MeetingDates.Compute(definition, anchors, begins, from, until, calendar, MayAsk).Any(m => m.Date <= to);
    }

    /// <summary>
    /// The anchors that date what somebody may be asked to in these days, each with the days it may stand on; null where a meeting returns, for then every plan may meet, whatever its anchors.
    /// </summary>
    public static IReadOnlyList<(string Anchor, DateOnly First, DateOnly Last)>? AnchorsFor(PracticeDefinition definition, DateOnly from, DateOnly to, WorkdayCalendar calendar)
    {
        var found = new List<(string Anchor, DateOnly First, DateOnly Last)>();
        return definition.Meetings.Where(MayAsk).All(m => IsDated(m, from, to, [])) ? found : null;

        // False where it returns, or is dated from one that does. Meetings dated from each other in a round have no date.
        bool IsDated(PracticeMeeting meeting, DateOnly first, DateOnly last, HashSet<string> underWay)
        {
            if (meeting.RuleInForce is not null)
                return false;
            if (!underWay.Add(meeting.Id) || meeting.Due!.AnchorsFor(first, last, calendar) is not var (earliest, latest))
                return true;
            found.Add((meeting.Due.Anchor, earliest, latest));
            return definition.Meetings.FirstOrDefault(m => m.Id == meeting.Due.Anchor) is not { } other || IsDated(other, earliest, latest, underWay);
        }
    }

    /// <summary>True where a plan of the practice may ask a person to a meeting at all.</summary>
    public static bool MayAsk(PracticeDefinition definition) => definition.Meetings.Any(MayAsk);

    private static bool MayAsk(PracticeMeeting meeting) => IsOfPlan(meeting) && meeting.Kind != MeetingKind.OpenHouse && meeting.Invites is not (MeetingGuests.Staff or MeetingGuests.Partners);

    /// <summary>Not one that the practice books for many plans at once.</summary>
    private static bool IsOfPlan(PracticeMeeting meeting) => !(meeting.BooksItself && meeting.IsOfPractice);

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
