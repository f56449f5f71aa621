using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Access;

namespace Vejviser.Core.Engine.Plans;

/// <summary>Who owns a task of a household works with the household, and may see it.</summary>
internal static class TaskAccess
{
    public const string Why = "task-owner";

    public static IEnumerable<HouseholdAccess> Rows(Guid household, Guid? unit, Guid? account)
    {
        if (unit is not null)
            yield return new HouseholdAccess { HouseholdId = household, UnitId = unit, Why = Why };
        if (account is not null)
            yield return new HouseholdAccess { HouseholdId = household, AccountId = account, Why = Why };
    }

    /// <summary>Adds what is missing.</summary>
    public static async Task GiveAsync(VejviserDb db, Guid household, IEnumerable<(Guid? Unit, Guid? Account)> owners, CancellationToken cancel)
    {
        var there = await db.HouseholdAccesses.Where(a => a.HouseholdId == household && a.Why == Why).Select(a => new { a.UnitId, a.AccountId }).ToListAsync(cancel);
        var missing = owners.SelectMany(o => Rows(household, o.Unit, o.Account))
            .DistinctBy(r => (r.UnitId, r.AccountId))
            .Where(r => !there.Exists(t => t.UnitId == r.UnitId && t.AccountId == r.AccountId));
        db.HouseholdAccesses.AddRange(missing);
    }

    /// <summary>Takes it from a former owner who owns nothing else there, done or not.</summary>
    public static async Task TakeBackAsync(VejviserDb db, PlanTask task, Guid? unit, Guid? account, CancellationToken cancel)
    {
        var household = task.HouseholdId;
        var others = db.PlanTasks.Where(t => t.HouseholdId == household && t.Id != task.Id);
        if (unit is not null && unit != task.OwnerUnitId && !await others.AnyAsync(t => t.OwnerUnitId == unit, cancel))
            db.RemoveRange(await db.HouseholdAccesses.Where(a => a.HouseholdId == household && a.UnitId == unit && a.Why == Why).ToListAsync(cancel));
        if (account is not null && account != task.OwnerAccountId && !await others.AnyAsync(t => t.OwnerAccountId == account, cancel))
            db.RemoveRange(await db.HouseholdAccesses.Where(a => a.HouseholdId == household && a.AccountId == account && a.Why == Why).ToListAsync(cancel));
    }
}
