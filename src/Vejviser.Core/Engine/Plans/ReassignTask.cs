using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Engine.Plans;

/// <summary>To a unit, to one account, or to one account in a unit.</summary>
public sealed record ReassignTaskInput(Guid TaskId, Guid? UnitId, Guid? AccountId);

/// <summary>
/// Gives a task to somebody else. The new owner may see the household from now on; the former one no longer, unless other tasks of theirs stand there.
/// Failures: <c>tasks.unknown</c>, <c>tasks.is-closed</c>, <c>tasks.owner-required</c>, <c>tasks.owner-closed</c>.
/// </summary>
public sealed class ReassignTask(VejviserDb db)
{
    public Task<Result<Done>> RunAsync(ReassignTaskInput input, AuditContext audit, CancellationToken cancel = default) =>
        TaskChange.RunAsync(db, input.TaskId, audit, t => DecideAsync(t, input, cancel), _ => default, cancel);

    private async Task<Result<TaskDecision<Done>>> DecideAsync(PlanTask task, ReassignTaskInput input, CancellationToken cancel)
    {
        if (task.State != TaskState.Open)
            return Failure.Of("tasks.is-closed");
        if (await TaskOwner.RefuseAsync(db, input.UnitId, input.AccountId, cancel) is { } refused)
            return refused;
        var (unit, account) = (task.OwnerUnitId, task.OwnerAccountId);
        if ((unit, account) == (input.UnitId, input.AccountId))
            return new TaskDecision<Done>(default, Details: null);

        (task.OwnerUnitId, task.OwnerAccountId) = (input.UnitId, input.AccountId);
        await TaskAccess.GiveAsync(db, task.HouseholdId, [(input.UnitId, input.AccountId)], cancel);
        await TaskAccess.TakeBackAsync(db, task, unit, account, cancel);
        return new TaskDecision<Done>(default, AuditDetails.Of(
            ("step", task.Step), ("unit", new[] { unit, input.UnitId }), ("account", new[] { account, input.AccountId })));
    }
}

internal static class TaskOwner
{
    /// <summary>Why these cannot own a task, or null where they can.</summary>
    public static async Task<Failure?> RefuseAsync(VejviserDb db, Guid? unit, Guid? account, CancellationToken cancel)
    {
        if (unit is null && account is null)
            return Failure.Of("tasks.owner-required");
        if (unit is not null && !await db.Units.AnyAsync(u => u.Id == unit && !u.IsClosed, cancel))
            return Failure.Of("tasks.owner-closed");
        return account is null || await db.Users.AnyAsync(a => a.Id == account && !a.IsClosed, cancel) ? null : Failure.Of("tasks.owner-closed");
    }
}
