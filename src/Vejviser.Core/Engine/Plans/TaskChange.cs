using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Engine.Plans;

/// <summary>What a rule decided on a task.</summary>
/// <param name="Details">What the audit notes; null where there is nothing to save.</param>
internal sealed record TaskDecision<T>(T Outcome, string? Details)
{
    /// <summary>False where only something beside the task changes, such as a comment: nobody's other change is disturbed by it.</summary>
    public bool ChangesTask { get; init; } = true;
}

/// <summary>
/// Changes one task: loads it, lets the rule decide, saves with audit. Where somebody changed the row in between, the rule decides
/// anew on what is there now.
/// </summary>
internal static class TaskChange
{
    private const int Attempts = 3;

    /// <param name="decide">The rule. It changes the tracked task and adds rows, or says no before it has touched anything.</param>
    /// <param name="repeated">The outcome for a command that was handled before.</param>
    public static async Task<Result<T>> RunAsync<T>(
        VejviserDb db, Guid taskId, AuditContext audit, Func<PlanTask, Task<Result<TaskDecision<T>>>> decide, Func<PlanTask, T> repeated, CancellationToken cancel)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (await db.PlanTasks.SingleOrDefaultAsync(t => t.Id == taskId, cancel) is not { } task)
                return Failure.Of("tasks.unknown", ("task", taskId));
            if (await db.IsHandledAsync(audit, cancel))
                return repeated(task);
            var decided = await decide(task);
            if (!decided.IsSuccess)
                return decided.Failure;
            if (decided.Value.Details is not { } details)
                return decided.Value.Outcome;
            if (decided.Value.ChangesTask)
                task.Version++;
            switch (await db.SaveAsync(audit, new AuditSubject(task.PersonId, task.HouseholdId, "plan-task", task.Id, details), cancel))
            {
                case SaveOutcome.Saved:
                    return decided.Value.Outcome;
                case SaveOutcome.AlreadyDone:
                    return repeated(await db.PlanTasks.SingleAsync(t => t.Id == taskId, cancel));
            }
        }

        return Failure.Of("tasks.changed-meanwhile", ("task", taskId));
    }

    public static string StateDetails(PlanTask task, TaskState before) =>
        AuditDetails.Of(("step", task.Step), ("state", new[] { Code(before), Code(task.State) }));

    public static Guid ActorOf(AuditContext audit) =>
        audit.Actor ?? throw new InvalidOperationException($"{audit.Action} carries initials: it needs a person.");

    private static string Code(TaskState state) => state switch
    {
        TaskState.Open => "open",
        TaskState.Done => "done",
        TaskState.Resting => "resting",
        _ => "skipped",
    };
}
