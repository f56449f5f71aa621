using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Foundation.Audit;

namespace Vejviser.Core.Engine.Pairs;

/// <summary>
/// Finishes the step of a plan that a pair's change amounts to, so that nobody writes it twice. A step that waits for another, or asks for more than there is, stays open: whoever has it finishes it. In the transaction of the change itself: none of them stands without the other.
/// </summary>
public sealed class PairSteps(VejviserDb db, CompleteTask complete)
{
    public const string BothSayYes = "both-say-yes";
    public const string FirstMeeting = "first-meeting";

    public async Task FinishAsync(Guid plan, string step, string? note, AuditContext audit, CancellationToken cancel)
    {
        if (await db.PlanTasks.AsNoTracking().Where(t => t.PlanId == plan && t.Step == step && t.State == TaskState.Open).OrderBy(t => t.Order).Select(t => (Guid?)t.Id).FirstOrDefaultAsync(cancel) is { } task)
            await complete.RunAsync(new CompleteTaskInput(task, audit.Actor is null ? null : note), audit with { Action = "plans.complete-task", CommandId = null }, cancel);
    }
}
