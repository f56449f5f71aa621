using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Engine.Plans;

public sealed record ReopenTaskInput(Guid TaskId);

/// <summary>
/// Opens a done or skipped task again; also the undo of both. It takes the date the plan gives it now: an anchor may have moved
/// meanwhile. Opening an open task changes nothing. Failures: <c>tasks.unknown</c>, <c>tasks.is-resting</c>, <c>plans.ended</c>.
/// </summary>
public sealed class ReopenTask(VejviserDb db, EffectivePractices practices, PlanLaw law)
{
    public Task<Result<Done>> RunAsync(ReopenTaskInput input, AuditContext audit, CancellationToken cancel = default) =>
        TaskChange.RunAsync(db, input.TaskId, audit, t => DecideAsync(t, cancel), _ => default, cancel);

    private async Task<Result<TaskDecision<Done>>> DecideAsync(PlanTask task, CancellationToken cancel)
    {
        if (task.State == TaskState.Open)
            return new TaskDecision<Done>(default, Details: null);
        if (task.State == TaskState.Resting)
            return Failure.Of("tasks.is-resting");
        if (await db.Plans.AnyAsync(p => p.Id == task.PlanId && p.EndedAt != null, cancel))
            return Failure.Of("plans.ended");
        var before = task.State;
        (task.State, task.ClosedAt, task.ClosedBy, task.SkipReason) = (TaskState.Open, null, null, null);
        if (!task.IsPinned)
            task.Due = await PlannedDate.OfAsync(db, practices, law, task, cancel);
        return new TaskDecision<Done>(default, TaskChange.StateDetails(task, before));
    }
}
