using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.People;

namespace Vejviser.Core.Engine.Plans.Lists;

/// <summary>A household with open tasks on a work list.</summary>
public sealed record WorkHousehold(Guid Id, string Name, string? Reference, int Tasks);

/// <summary>The households of a work list, by name, to choose one from.</summary>
public static class WorkHouseholds
{
    public const int Most = 100;

    /// <param name="name">Only households where somebody's name, in any script, holds this; null for all.</param>
    /// <returns>At most <see cref="Most"/> and one more, the sign that there are more; fails with <c>work.not-your-team</c>.</returns>
    public static async Task<Result<IReadOnlyList<WorkHousehold>>> ReadAsync(VejviserDb db, Reader reader, WorkFilter filter, string? name, CancellationToken cancel)
    {
        if (filter.Team is { } team && !reader.UnitIds.Contains(team))
            return Failure.Of("work.not-your-team");
        var folded = NameFolding.Fold(name ?? "");
        var households = db.Households.AsNoTracking().Where(h => folded == "" || db.People.Any(p => p.HouseholdId == h.Id && p.SearchName.Contains(folded)));
        return await db.PlanTasks.AsNoTracking().OpenIn(reader, filter)
            .GroupBy(t => t.HouseholdId).Select(g => new { Id = g.Key, Tasks = g.Count() })
            .Join(households, g => g.Id, h => h.Id, (g, h) => new { h.Id, h.Name, h.Reference, g.Tasks })
            .OrderBy(h => h.Name).ThenBy(h => h.Id).Take(Most + 1)
            .Select(h => new WorkHousehold(h.Id, h.Name, h.Reference, h.Tasks)).ToListAsync(cancel);
    }

    /// <summary>The open tasks a filter means; the same rule as the list's own SQL.</summary>
    public static IQueryable<PlanTask> OpenIn(this IQueryable<PlanTask> tasks, Reader reader, WorkFilter filter)
    {
        var open = tasks.Where(t => t.State == TaskState.Open);
        open = filter.Team is { } team ? open.Where(t => t.OwnerUnitId == team) : open.Where(t => t.OwnerAccountId == reader.AccountId);
        if (filter.Household is { } household)
            open = open.Where(t => t.HouseholdId == household);
        if (filter.Area is { } area)
            open = open.Where(t => t.Area == area);
        return filter.Practice is { } practice ? open.Where(t => t.Practice == practice) : open;
    }
}
