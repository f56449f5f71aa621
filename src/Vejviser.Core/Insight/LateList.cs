using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Engine.Plans.Lists;
using Vejviser.Core.Foundation.Access;

namespace Vejviser.Core.Insight;

/// <summary>Which late tasks: ids and codes only.</summary>
/// <param name="Unowned">Only those that neither a team nor an employee has.</param>
public sealed record LateFilter(Guid? Team = null, Guid? Employee = null, string? Practice = null, string? Step = null, bool Unowned = false, WorkCursor? After = null);

public sealed record LateRow(Guid Id, StepName Name, string Area, DateOnly Due, Guid HouseholdId, string Household, string? Reference, string? Team, string? Owner);

/// <param name="Hidden">Late tasks of the filter on households the manager has no need to know: counted, not named.</param>
public sealed record LatePage(IReadOnlyList<LateRow> Rows, int Total, int Hidden, WorkCursor? Next);

/// <summary>The late tasks behind a number of the managers' page, oldest first.</summary>
public static class LateList
{
    public const int PageSize = 50;

    public static async Task<LatePage> ReadAsync(VejviserDb db, Reader reader, LateFilter filter, DateTime now, DateOnly today, int size, CancellationToken cancel)
    {
        var late = Narrow(db.PlanTasks.AsNoTracking().ManagedBy(db, reader).Where(t => t.State == TaskState.Open && t.Due < today), filter);
        var total = await late.CountAsync(cancel);
        var visible = db.Households.VisibleTo(db, reader, now).Select(h => h.Id);
        var shown = late.Where(t => visible.Contains(t.HouseholdId));
        var hidden = reader.MayEverywhere(Permissions.PeopleAll) ? 0 : total - await shown.CountAsync(cancel);
        if (filter.After is { Due: { } due, Id: var id })
            shown = shown.Where(t => t.Due > due || (t.Due == due && t.Id.CompareTo(id) > 0));
        var rows = await (
            from t in shown.OrderBy(t => t.Due).ThenBy(t => t.Id).Take(size + 1)
            join p in db.Plans on t.PlanId equals p.Id
            join h in db.Households on t.HouseholdId equals h.Id
            join u in db.Units on t.OwnerUnitId equals (Guid?)u.Id into units
            from u in units.DefaultIfEmpty()
            join o in db.Users on t.OwnerAccountId equals (Guid?)o.Id into owners
            from o in owners.DefaultIfEmpty()
            orderby t.Due, t.Id
            select new LateRow(
                t.Id, new StepName(t.Practice, p.PracticeVersionId, t.Step, p.LawDate, t.OwnTitle), t.Area, t.Due!.Value, h.Id, h.Name, h.Reference,
                u == null ? null : u.Name, o == null ? null : o.DisplayName)).ToListAsync(cancel);
        if (rows.Count <= size)
            return new LatePage(rows, total, hidden, null);
        rows.RemoveAt(size);
        return new LatePage(rows, total, hidden, new WorkCursor(rows[^1].Due, rows[^1].Id));
    }

    private static IQueryable<PlanTask> Narrow(IQueryable<PlanTask> late, LateFilter filter)
    {
        if (filter.Team is { } team)
            late = late.Where(t => t.OwnerUnitId == team);
        if (filter.Employee is { } employee)
            late = late.Where(t => t.OwnerAccountId == employee);
        if (filter.Practice is { } practice)
            late = late.Where(t => t.Practice == practice);
        if (filter.Step is { } step)
            late = late.Where(t => t.Step == step);
        return filter.Unowned ? late.Where(t => t.OwnerUnitId == null && t.OwnerAccountId == null) : late;
    }
}
