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
/// <param name="Page">From 1.</param>
/// <param name="PageSize">Households on a page; the figures are those of all pages.</param>
public sealed record JobReadyFilter(int WeeksBack = 4, int WeeksAhead = 6, Guid? CaseWorkerId = null, bool OnlyStopped = false, int Page = 1, int PageSize = 25);

/// <summary>A household whose day of the goal is near, with its adults.</summary>
public sealed record JobReadyHousehold(
    Guid HouseholdId, string? Reference, string Name, DateOnly Arrival, DateOnly Goal, Guid? CaseWorkerId, string? CaseWorker, string? ContactPerson,
    IReadOnlyList<ReadyPerson> Adults)
{
    public bool IsProtected => Adults.Any(a => a.Person.IsProtected);
}

/// <summary>A step that stops people, with how many and whose it is.</summary>
/// <param name="Example">One of the tasks, for its title.</param>
public sealed record Stopper(TaskLine Example, int People, int Late);

/// <summary>A page of the board, and the whole board's figures in people.</summary>
/// <param name="Total">Households on all pages.</param>
/// <param name="CaseWorkers">Of all pages, by name.</param>
public sealed record JobReadyBoard(
    IReadOnlyList<JobReadyHousehold> Households, int Total, IReadOnlyList<(Guid Id, string Name)> CaseWorkers, IReadOnlyList<Stopper> Stoppers, int Adults, int Ready, int StoppedLate);

/// <summary>Who is ready by the day the plan's goal sets, and for the others the tasks that stop it. Few queries, whatever the number of people.</summary>
public static class ReadJobReady
{
    /// <param name="definitions">The definition each published version stands for.</param>
    public static async Task<JobReadyBoard> RunAsync(
        VejviserDb db, Reader who, JobReadyFilter filter, IReadOnlyDictionary<Guid, PracticeDefinition> definitions, WorkdayCalendar calendar, DateOnly today, DateTime now, CancellationToken cancel)
    {
        if (definitions.Count == 0)
            return Board([], filter, today);
        var (from, to) = (today.AddDays(-7 * filter.WeeksBack), today.AddDays(7 * filter.WeeksAhead));
        // The goal lies after the arrival by the version's own setting: a somewhat wider net in SQL, the exact day in memory.
        var reach = definitions.Values.Max(d => DaysToGoal(d, calendar, today)) + SlackDays;
        var plans = Near(db, who, filter, from.AddDays(-reach), to.AddDays(SlackDays), now);
        var rows = await plans.Select(p => new
        {
            p.Id, p.PracticeVersionId, p.HouseholdId,
            Anchors = p.Anchors.Select(a => new { a.Name, a.Date }).ToList(),
            Household = db.Households.Where(h => h.Id == p.HouseholdId).Select(h => new
            {
                h.Reference, h.Name, h.CaseWorkerId,
                CaseWorker = db.Users.Where(a => a.Id == h.CaseWorkerId).Select(a => a.DisplayName).FirstOrDefault(),
                ContactPerson = db.Users.Where(a => a.Id == h.ContactPersonId).Select(a => a.DisplayName).FirstOrDefault(),
            }).First(),
            People = db.People.Where(x => x.HouseholdId == p.HouseholdId && x.MergedIntoId == null).OrderBy(x => x.Role).ThenBy(x => x.BirthYear).ThenBy(x => x.Id)
                .Select(x => new PlannedPerson(x.Id, x.GivenName + " " + x.FamilyName, x.Role, x.BirthDate, x.BirthYear, x.HasProtectedAddress)).ToList(),
        }).AsSplitQuery().ToListAsync(cancel);
        // By id: asked once more inside this query, the plans' own conditions would be weighed for every open task there is.
        var planIds = rows.ConvertAll(p => p.Id);
        var blocking = (await Bare(db, db.PlanTasks.AsNoTracking().Where(t =>
            t.State == TaskState.Open && planIds.Contains(t.PlanId) && t.Blocks.Any(b => b.Goal == ReceptionPlan.JobReady))).ToListAsync(cancel)).ToLookup(t => t.PlanId);

        var households = new List<JobReadyHousehold>();
        foreach (var row in rows)
        {
            var definition = definitions[row.PracticeVersionId];
            var anchors = row.Anchors.ToDictionary(a => a.Name, a => a.Date, StringComparer.Ordinal);
            if (JobReadiness.GoalDate(definition, anchors, calendar) is not { } goal || goal < from || goal > to)
                continue;
            var adults = JobReadiness.Decide(definition, row.People, [.. blocking[row.Id]], goal);
            if (adults.Count > 0)
                households.Add(new(row.HouseholdId, row.Household.Reference, row.Household.Name, anchors[ReceptionPlan.ArrivalAnchor], goal, row.Household.CaseWorkerId, row.Household.CaseWorker, row.Household.ContactPerson, adults));
        }

        var board = Board(households, filter, today);
        return board with { Households = await WithOwnersAsync(db, board.Households, cancel) };
    }

    /// <summary>What counting needs of a task. Names of people and units are read for those on the page alone.</summary>
    private static IQueryable<TaskLine> Bare(VejviserDb db, IQueryable<PlanTask> tasks) =>
        from t in tasks
        join p in db.Plans on t.PlanId equals p.Id
        orderby p.StartedAt, p.Id, t.Order, t.Id
        select new TaskLine(
            t.Id, p.Id, p.PracticeVersionId, p.LawDate, t.HouseholdId, t.PersonId, t.Practice, t.Step, t.OwnTitle, t.Area, t.Phase, t.OwnerRole,
            t.OwnerAccountId, null, null, t.Due, t.IsPinned, t.State, t.ClosedAt, null, null, t.Order, 0);

    private static async Task<IReadOnlyList<JobReadyHousehold>> WithOwnersAsync(VejviserDb db, IReadOnlyList<JobReadyHousehold> page, CancellationToken cancel)
    {
        var ids = page.SelectMany(h => h.Adults).SelectMany(a => a.Stops).Select(t => t.Id).Distinct().ToList();
        var lines = await db.Lines(db.PlanTasks.AsNoTracking().Where(t => ids.Contains(t.Id))).ToDictionaryAsync(t => t.Id, cancel);
        return [.. page.Select(h => h with { Adults = [.. h.Adults.Select(a => a with { Stops = [.. a.Stops.Select(t => lines.GetValueOrDefault(t.Id, t))] })] })];
    }

    /// <summary>Weekdays, holidays and lengths of months move the goal by some days from one arrival to another.</summary>
    private const int SlackDays = 21;

    private static int DaysToGoal(PracticeDefinition definition, WorkdayCalendar calendar, DateOnly arrival) =>
        JobReadiness.GoalDate(definition, new Dictionary<string, DateOnly> { [ReceptionPlan.ArrivalAnchor] = arrival }, calendar) is { } goal
            ? goal.DayNumber - arrival.DayNumber : 0;

    private static IQueryable<Plan> Near(VejviserDb db, Reader who, JobReadyFilter filter, DateOnly from, DateOnly to, DateTime now)
    {
        var visible = db.Households.VisibleTo(db, who, now);
        if (filter.CaseWorkerId is { } caseWorker)
            visible = visible.Where(h => h.CaseWorkerId == caseWorker);
        return db.Plans.AsNoTracking().Where(p =>
            p.Practice == ReceptionPlan.Id && p.EndedAt == null && visible.Any(h => h.Id == p.HouseholdId)
            && p.Anchors.Any(a => a.Name == ReceptionPlan.ArrivalAnchor && a.Date >= from && a.Date <= to));
    }

    private static JobReadyBoard Board(List<JobReadyHousehold> households, JobReadyFilter filter, DateOnly today)
    {
        var adults = households.SelectMany(h => h.Adults).ToList();
        var stoppers = adults.SelectMany(a => a.Stops.Select(t => (a.Person, Task: t))).GroupBy(s => (s.Task.Practice, s.Task.Step, s.Task.OwnTitle))
            .Select(g => new Stopper(
                g.First().Task, g.Select(s => s.Person.Id).Distinct().Count(), g.Where(s => s.Task.IsLateOn(today)).Select(s => s.Person.Id).Distinct().Count()))
            .OrderByDescending(s => s.Late).ThenByDescending(s => s.People).ThenBy(s => s.Example.Order).ToList();
        var shown = households.Select(h => filter.OnlyStopped ? h with { Adults = [.. h.Adults.Where(a => !a.IsReady)] } : h).Where(h => h.Adults.Count > 0)
            .OrderBy(h => h.Goal).ThenBy(h => h.Name, StringComparer.CurrentCulture).ThenBy(h => h.HouseholdId).ToList();
        var caseWorkers = households.Where(h => h is { CaseWorkerId: not null, CaseWorker: not null }).Select(h => (h.CaseWorkerId!.Value, h.CaseWorker!)).Distinct()
            .OrderBy(c => c.Item2, StringComparer.CurrentCulture);
        return new([.. shown.Skip((filter.Page - 1) * filter.PageSize).Take(filter.PageSize)], shown.Count, [.. caseWorkers], stoppers, adults.Count, adults.Count(a => a.IsReady), adults.Count(a => a.Stops.Any(t => t.IsLateOn(today))));
    }
}
