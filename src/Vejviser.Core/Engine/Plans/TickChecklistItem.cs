using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Engine.Plans;

/// <param name="Item">The line's id in the definition.</param>
/// <param name="IsTicked">False takes the tick away.</param>
public sealed record TickChecklistItemInput(Guid TaskId, string Item, bool IsTicked);

/// <param name="By">Whose initials stand there; null where the line is open.</param>
public sealed record TickedItem(Guid? By, DateTime? At);

/// <summary>
/// Ticks a line of a task's checklist with initials, or takes the tick away. Who comes second gets the first one's initials.
/// Failures: <c>tasks.unknown</c>, <c>tasks.unknown-item</c>, <c>tasks.is-closed</c>.
/// </summary>
public sealed class TickChecklistItem(VejviserDb db, EffectivePractices practices)
{
    public async Task<Result<TickedItem>> RunAsync(TickChecklistItemInput input, AuditContext audit, CancellationToken cancel = default)
    {
        // A tick has one row a line: where two come at once the database lets one in, and the other reads it.
        try
        {
            return await TickAsync(input, audit, cancel);
        }
        catch (DbUpdateException e) when (e.IsUniqueViolationOn("task_tick"))
        {
            db.ChangeTracker.Clear();
            return await TickAsync(input, audit, cancel);
        }
    }

    private async Task<Result<TickedItem>> TickAsync(TickChecklistItemInput input, AuditContext audit, CancellationToken cancel)
    {
        var there = await FindAsync(input, cancel);
        var now = new TickedItem(there?.AccountId, there?.At);
        return await TaskChange.RunAsync(db, input.TaskId, audit, t => DecideAsync(t, input, audit, cancel), _ => now, cancel);
    }

    private Task<TaskTick?> FindAsync(TickChecklistItemInput input, CancellationToken cancel) =>
        db.TaskTicks.SingleOrDefaultAsync(t => t.TaskId == input.TaskId && t.Item == input.Item, cancel);

    private async Task<Result<TaskDecision<TickedItem>>> DecideAsync(PlanTask task, TickChecklistItemInput input, AuditContext audit, CancellationToken cancel)
    {
        if ((await practices.OfPlanAsync(db, task.PlanId, cancel)).FindStep(task.Step)?.Checklist.Contains(input.Item) != true)
            return Failure.Of("tasks.unknown-item", ("item", input.Item));
        var there = await FindAsync(input, cancel);
        if (input.IsTicked == there is not null)
            return new TaskDecision<TickedItem>(new(there?.AccountId, there?.At), Details: null);
        if (task.State != TaskState.Open)
            return Failure.Of("tasks.is-closed");

        var details = AuditDetails.Of(("step", task.Step), ("item", input.Item), ("ticked", input.IsTicked));
        if (there is not null)
        {
            db.TaskTicks.Remove(there);
            return new TaskDecision<TickedItem>(new(null, null), details) { ChangesTask = false };
        }

        var tick = new TaskTick { TaskId = task.Id, Item = input.Item, AccountId = TaskChange.ActorOf(audit), At = audit.At };
        db.TaskTicks.Add(tick);
        return new TaskDecision<TickedItem>(new(tick.AccountId, tick.At), details) { ChangesTask = false };
    }
}
