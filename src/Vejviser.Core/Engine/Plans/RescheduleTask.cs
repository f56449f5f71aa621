using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Engine.Plans;

/// <param name="Due">A date set by hand, which stays when an anchor moves; null lets the task follow the plan again.</param>
public sealed record RescheduleTaskInput(Guid TaskId, DateOnly? Due);

public sealed record RescheduledTask(DateOnly? Due, bool IsPinned);

/// <summary>
/// Sets a task's date by hand, or takes the hand away. Failures: <c>tasks.unknown</c>, <c>tasks.is-closed</c>, <c>tasks.own-needs-date</c>.
/// </summary>
public sealed class RescheduleTask(VejviserDb db, EffectivePractices practices, PlanLaw law)
{
    public Task<Result<RescheduledTask>> RunAsync(RescheduleTaskInput input, AuditContext audit, CancellationToken cancel = default) =>
        TaskChange.RunAsync(db, input.TaskId, audit, t => DecideAsync(t, input, cancel), t => new RescheduledTask(t.Due, t.IsPinned), cancel);

    private async Task<Result<TaskDecision<RescheduledTask>>> DecideAsync(PlanTask task, RescheduleTaskInput input, CancellationToken cancel)
    {
        if (task.State != TaskState.Open)
            return Failure.Of("tasks.is-closed");
        if (input.Due is null && task.Step == Step.Own)
            return Failure.Of("tasks.own-needs-date");
        var before = task.Due;
        var due = input.Due ?? await PlannedDate.OfAsync(db, practices, law, task, cancel);
        var isPinned = input.Due is not null;
        if (due == before && isPinned == task.IsPinned)
            return new TaskDecision<RescheduledTask>(new(due, isPinned), Details: null);

        (task.Due, task.IsPinned) = (due, isPinned);
        return new TaskDecision<RescheduledTask>(new(due, isPinned), AuditDetails.Of(("step", task.Step), ("due", new[] { before, due }), ("pinned", isPinned)));
    }
}
