using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Engine.Plans.Road;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Law;

namespace Vejviser.Core.Chapters.Reception;

/// <param name="WeeksBack">Goals that passed so many weeks ago are still shown.</param>
/// <param name="WeeksAhead">Goals so many weeks ahead are shown.</param>
/// <param name="CaseWorkerId">Only the households of this case worker.</param>
/// <param name="OnlyStopped">Leaves out who is ready.</param>
public sealed record JobReadyFilter(int WeeksBack = 4, int WeeksAhead = 6, Guid? CaseWorkerId = null, bool OnlyStopped = false);

/// <summary>A household whose day of the goal is near, with its adults.</summary>
public sealed record JobReadyHousehold(
    Guid HouseholdId, string? Reference, string Name, DateOnly Arrival, DateOnly Goal, Guid? CaseWorkerId, string? CaseWorker, string? ContactPerson,
    IReadOnlyList<ReadyPerson> Adults)
{
    public bool IsProtected => Adults.Any(a => a.Person.IsProtected);
}

/// <summary>What the plans' goal is told by.</summary>
/// <param name="Definitions">The definition each published version stands for.</param>
public sealed record JobReadyRules(IReadOnlyDictionary<Guid, PracticeDefinition> Definitions, WorkdayCalendar Calendar);

/// <summary>A step that stops people, with how many and whose it is.</summary>
/// <param name="Example">One of the tasks, for its title.</param>
public sealed record Stopper(TaskLine Example, int People, int Late);

/// <summary>Who is ready by the day the plan's goal sets, and for the others the tasks that stop it. Few queries, whatever the number of people.</summary>
public static class ReadJobReady
{
    /// <summary>Weekdays, holidays and lengths of months move the goal by some days from one arrival to another.</summary>
    private const int SlackDays = 21;

    /// <summary>The households whose goal falls in the filter's weeks, with all their adults of working age; in no order.</summary>
    /// <param name="named">So many of the tasks that stop an adult carry their owner's name: counting needs none.</param>
    public static async Task<IReadOnlyList<JobReadyHousehold>> NearAsync(
        VejviserDb db, Reader who, JobReadyFilter filter, JobReadyRules rules, DateOnly today, DateTime now, int named, CancellationToken cancel)
    {
        if (rules.Definitions.Count == 0)
            return [];
        var (from, to) = (today.AddDays(-7 * filter.WeeksBack), today.AddDays(7 * filter.WeeksAhead));
        // The goal lies after the arrival by the version's own setting: a somewhat wider net in SQL, the exact day in memory.
        var (first, last) = (from.AddDays(-SlackDays - rules.Definitions.Values.Max(d => DaysToGoal(d, rules.Calendar, today))), to.AddDays(SlackDays));
        var plans = Plans(db, who, filter.CaseWorkerId, now)
            .Where(p => p.Anchors.Any(a => a.Name == ReceptionPlan.ArrivalAnchor && a.Date >= first && a.Date <= last));
        return [.. (await ReadAsync(db, plans, rules, named, cancel)).Where(h => h.Goal >= from && h.Goal <= to)];
    }

    /// <summary>These households as they stand now, in the order asked for; those whose plan has ended, or who are seen no more, are left out.</summary>
    public static async Task<IReadOnlyList<JobReadyHousehold>> TheseAsync(
        VejviserDb db, Reader who, IReadOnlyList<Guid> households, JobReadyRules rules, DateTime now, int named, CancellationToken cancel)
    {
        var found = await ReadAsync(db, Plans(db, who, caseWorker: null, now).Where(p => households.Contains(p.HouseholdId)), rules, named, cancel);
        var byId = found.ToLookup(h => h.HouseholdId);
        return [.. households.SelectMany(id => byId[id])];
    }

    private static IQueryable<Plan> Plans(VejviserDb db, Reader who, Guid? caseWorker, DateTime now)
    {
        var visible = db.Households.VisibleTo(db, who, now);
        if (caseWorker is not null)
            visible = visible.Where(h => h.CaseWorkerId == caseWorker);
        return db.Plans.AsNoTracking().Where(p => p.Practice == ReceptionPlan.Id && p.EndedAt == null && visible.Any(h => h.Id == p.HouseholdId));
    }

    private static async Task<List<JobReadyHousehold>> ReadAsync(VejviserDb db, IQueryable<Plan> plans, JobReadyRules rules, int named, CancellationToken cancel)
    {
        var rows = await plans.Join(db.Households, p => p.HouseholdId, h => h.Id, (p, h) => new
        {
            p.Id, p.PracticeVersionId, p.LawDate, p.HouseholdId, h.Reference, h.Name, h.CaseWorkerId,
            CaseWorker = db.Users.Where(a => a.Id == h.CaseWorkerId).Select(a => a.DisplayName).FirstOrDefault(),
            ContactPerson = db.Users.Where(a => a.Id == h.ContactPersonId).Select(a => a.DisplayName).FirstOrDefault(),
            Anchors = p.Anchors.Select(a => new { a.Name, a.Date }).ToList(),
            People = db.People.Where(x => x.HouseholdId == p.HouseholdId && x.MergedIntoId == null).OrderBy(x => x.Role).ThenBy(x => x.BirthYear).ThenBy(x => x.Id)
                .Select(x => new PlannedPerson(x.Id, x.GivenName + " " + x.FamilyName, x.Role, x.BirthDate, x.BirthYear, x.HasProtectedAddress)).ToList(),
        }).AsSplitQuery().ToListAsync(cancel);
        // By id: asked once more inside this query, the plans' own conditions would be weighed for every open task there is.
        var planIds = rows.ConvertAll(p => p.Id);
        var tasks = db.PlanTasks.AsNoTracking().Where(t => t.State == TaskState.Open && planIds.Contains(t.PlanId) && t.Blocks.Any(b => b.Goal == ReceptionPlan.JobReady));
        var blocking = (await tasks.Select(t => new Stop(t.Id, t.PlanId, t.PersonId, t.Step, t.OwnTitle, t.Due, t.Order)).ToListAsync(cancel)).ToLookup(t => t.PlanId);

        var households = new List<JobReadyHousehold>();
        foreach (var row in rows)
        {
            // A version published since the rules were read: at the next look.
            if (!rules.Definitions.TryGetValue(row.PracticeVersionId, out var definition))
                continue;
            var anchors = row.Anchors.ToDictionary(a => a.Name, a => a.Date, StringComparer.Ordinal);
            if (JobReadiness.GoalDate(definition, anchors, rules.Calendar) is not { } goal)
                continue;
            var adults = JobReadiness.Decide(definition, row.People, [.. blocking[row.Id].Select(t => t.AsLine(row.PracticeVersionId, row.LawDate, row.HouseholdId))], goal);
            if (adults.Count > 0)
                households.Add(new(row.HouseholdId, row.Reference, row.Name, anchors[ReceptionPlan.ArrivalAnchor], goal, row.CaseWorkerId, row.CaseWorker, row.ContactPerson, adults));
        }

        var shown = households.SelectMany(h => h.Adults).SelectMany(a => a.Stops.Take(named)).Select(t => t.Id).Distinct().ToList();
        if (shown.Count == 0)
            return households;
        var lines = await db.Lines(db.PlanTasks.AsNoTracking().Where(t => shown.Contains(t.Id))).ToDictionaryAsync(t => t.Id, cancel);
        return households.ConvertAll(h => h with { Adults = [.. h.Adults.Select(a => a with { Stops = [.. a.Stops.Select(t => lines.GetValueOrDefault(t.Id, t))] })] });
    }

    private static int DaysToGoal(PracticeDefinition definition, WorkdayCalendar calendar, DateOnly arrival) =>
        JobReadiness.GoalDate(definition, new Dictionary<string, DateOnly> { [ReceptionPlan.ArrivalAnchor] = arrival }, calendar) is { } goal
            ? goal.DayNumber - arrival.DayNumber : 0;

    /// <summary>An open task as far as the goal asks: a board reads thousands, and shows few.</summary>
    private sealed record Stop(Guid Id, Guid PlanId, Guid? PersonId, string Step, string? OwnTitle, DateOnly? Due, int Order)
    {
        public TaskLine AsLine(Guid version, DateOnly lawDate, Guid household) => new(
            Id, PlanId, version, lawDate, household, PersonId, ReceptionPlan.Id, Step, OwnTitle, Area: "", Phase: "", OwnerRole: "", OwnerAccountId: null, Owner: null, OwnerUnit: null, Due, IsPinned: false, TaskState.Open,
            ClosedAt: null, ClosedBy: null, SkipReason: null, Order, Comments: 0);
    }
}
