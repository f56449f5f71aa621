using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Engine.Plans.Enrolment;

public sealed record ReopenPlanInput(Guid PlanId);

/// <summary>
/// Takes an ending back: the plan runs again, and so do the tasks that ended with it. What its end changed elsewhere stays, and is told on
/// the page. Failures: <c>plans.unknown</c>, <c>plans.not-ended</c>, <c>plans.already-running</c>, <c>plans.no-seat</c>.
/// </summary>
public sealed class ReopenPlan(VejviserDb db, EffectivePractices practices)
{
    public async Task<Result<Done>> RunAsync(ReopenPlanInput input, AuditContext audit, CancellationToken cancel = default)
    {
        try
        {
            return await PlanChange.RunAsync(db, input.PlanId, audit, p => DecideAsync(p, cancel), cancel: cancel);
        }
        catch (DbUpdateException e) when (e.IsUniqueViolationOn("plan"))
        {
            db.ChangeTracker.Clear();
            return Failure.Of("plans.no-seat");
        }
    }

    private async Task<Result<IReadOnlyCollection<AuditSubject>>> DecideAsync(Plan plan, CancellationToken cancel)
    {
        if (plan.EndedAt is not { } endedAt)
            return Failure.Of("plans.not-ended");
        if (await db.Plans.AnyAsync(p => p.Practice == plan.Practice && p.EndedAt == null && p.HouseholdId == plan.HouseholdId && p.PersonId == plan.PersonId, cancel))
            return Failure.Of("plans.already-running");
        var seat = await Seats.FreeAsync(db, await practices.OfAsync(db, plan.PracticeVersionId, cancel), plan.Id, cancel);
        if (seat.IsFull)
            return Failure.Of("plans.no-seat");

        var before = plan.State;
        (plan.State, plan.EndedAt, plan.EndReason, plan.EndNote, plan.MovedOnTo, plan.Seat) = (PlanState.Running, null, null, null, null, seat.Number);
        foreach (var task in await db.PlanTasks.Where(t => t.PlanId == plan.Id && t.SkipReason == SkipReasons.PlanEnded && t.ClosedAt == endedAt).ToListAsync(cancel))
        {
            (task.State, task.ClosedAt, task.ClosedBy, task.SkipReason) = (TaskState.Open, null, null, null);
            task.Version++;
        }

        return (AuditSubject[])[PlanChange.Subject(plan, PlanChange.States(before, plan.State))];
    }
}
