using Vejviser.Core.Data;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Foundation.Access;

namespace Vejviser.Core.Insight;

/// <summary>
/// The tasks a manager answers for: those of the units the permission holds in, and those of their employees where no unit has
/// the task; all tasks where the permission holds in the whole municipality.
/// </summary>
public static class ManagedTasks
{
    public static IQueryable<PlanTask> ManagedBy(this IQueryable<PlanTask> tasks, VejviserDb db, Reader reader)
    {
        if (reader.MayEverywhere(Permissions.Managers))
            return tasks;
        var units = reader.Grants.TryGetValue(Permissions.Managers, out var granted) ? granted.ToList() : [];
        return tasks.Where(t => t.OwnerUnitId != null
            ? units.Contains(t.OwnerUnitId.Value)
            : db.UnitMembers.Any(m => m.AccountId == t.OwnerAccountId && units.Contains(m.UnitId)));
    }
}
