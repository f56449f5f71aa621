using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Engine.Plans.Enrolment;

/// <param name="Until">The day it is meant to go on; null where that is not known.</param>
public sealed record PausePlanInput(Guid PlanId, DateOnly? Until = null);

/// <summary>
/// Stops a plan for a while: its open tasks rest, and nobody is late with them. The seat stays theirs. Pausing twice sets the day anew.
/// Failures: <c>plans.unknown</c>, <c>plans.not-running</c>, <c>plans.until-has-passed</c>.
/// </summary>
public sealed class PausePlan(VejviserDb db)
{
    public Task<Result<Done>> RunAsync(PausePlanInput input, AuditContext audit, CancellationToken cancel = default) =>
        PlanChange.RunAsync(db, input.PlanId, audit, p => DecideAsync(p, input, audit, cancel), cancel: cancel);

    private async Task<Result<IReadOnlyCollection<AuditSubject>>> DecideAsync(Plan plan, PausePlanInput input, AuditContext audit, CancellationToken cancel)
    {
        var today = audit.Day;
        if (plan.State is not (PlanState.Running or PlanState.Paused))
            return Failure.Of("plans.not-running");
        if (input.Until <= today)
            return Failure.Of("plans.until-has-passed");
        if (plan.State == PlanState.Paused && plan.PausedUntil == input.Until)
            return Array.Empty<AuditSubject>();

        var before = plan.State;
        (plan.State, plan.PausedOn, plan.PausedUntil) = (PlanState.Paused, plan.PausedOn ?? today, input.Until);
        foreach (var task in await db.PlanTasks.Where(t => t.PlanId == plan.Id && t.State == TaskState.Open).ToListAsync(cancel))
        {
            task.State = TaskState.Resting;
            task.Version++;
        }

        return (AuditSubject[])[PlanChange.Subject(plan, PlanChange.States(before, plan.State), ("until", input.Until))];
    }
}
