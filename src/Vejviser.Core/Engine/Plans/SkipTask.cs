using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Engine.Plans;

/// <param name="Reason">Why it is not to be done, in the case worker's words; kept on the task, never in the audit.</param>
public sealed record SkipTaskInput(Guid TaskId, string? Reason);

/// <summary>
/// Closes a task that is not to be done here. Who waits for it waits no longer. Skipping twice changes nothing.
/// Failures: <c>tasks.unknown</c>, <c>tasks.reason-required</c>, <c>tasks.note-too-long</c>, <c>tasks.is-done</c>, <c>tasks.is-resting</c>.
/// </summary>
public sealed class SkipTask(VejviserDb db, EvidenceRules rules)
{
    public Task<Result<Done>> RunAsync(SkipTaskInput input, AuditContext audit, CancellationToken cancel = default) =>
        TaskChange.RunAsync(db, input.TaskId, audit, t => Task.FromResult(Decide(t, input, audit)), _ => default, cancel);

    private Result<TaskDecision<Done>> Decide(PlanTask task, SkipTaskInput input, AuditContext audit)
    {
        if (string.IsNullOrWhiteSpace(input.Reason))
            return Failure.Of("tasks.reason-required");
        if (rules.Refuse(input.Reason, file: null) is { } refused)
            return refused;
        if (task.State == TaskState.Done)
            return Failure.Of("tasks.is-done", ("by", task.ClosedBy), ("at", task.ClosedAt));
        if (task.State == TaskState.Resting)
            return Failure.Of("tasks.is-resting");
        if (task.State == TaskState.Skipped)
            return new TaskDecision<Done>(default, Details: null);

        (task.State, task.ClosedAt, task.ClosedBy, task.SkipReason) = (TaskState.Skipped, audit.At, audit.Actor, input.Reason.Trim());
        return new TaskDecision<Done>(default, TaskChange.StateDetails(task, TaskState.Open));
    }
}
