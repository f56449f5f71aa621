using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Engine.Plans;

public sealed record StartPlanInput(Guid HouseholdId, string Practice);

public sealed record StartedPlan(Guid PlanId, int Tasks);

/// <summary>
/// Starts a practice for a household by its newest version: anchors, dated tasks, owners, and need-to-know for the owners.
/// Failures: <c>households.unknown</c>, <c>plans.practice-not-adopted</c>, <c>plans.already-running</c>.
/// </summary>
public sealed class StartPlan(VejviserDb db, EffectivePractices practices, PlanLaw law)
{
    public async Task<Result<StartedPlan>> RunAsync(StartPlanInput input, AuditContext audit, CancellationToken cancel = default)
    {
        var isHandled = await db.IsHandledAsync(audit, cancel);
        if (await RunningAsync(input, cancel) is { } running)
            return isHandled ? running : Failure.Of("plans.already-running", ("plan", running.PlanId));
        if (await db.Households.SingleOrDefaultAsync(h => h.Id == input.HouseholdId, cancel) is not { } household)
            return Failure.Of("households.unknown", ("household", input.HouseholdId));
        if (await PlanBuilder.LoadAsync(db, practices, law, input.Practice, cancel) is not { } builder)
            return Failure.Of("plans.practice-not-adopted", ("practice", input.Practice));

        var built = builder.Build(household, await db.People.Where(p => p.HouseholdId == household.Id).ToListAsync(cancel), audit.At);
        db.Plans.Add(built.Plan);
        db.PlanTasks.AddRange(built.Tasks);
        await TaskAccess.GiveAsync(db, household.Id, built.Tasks.Select(t => (t.OwnerUnitId, t.OwnerAccountId)), cancel);
        var subject = new AuditSubject(
            HouseholdId: household.Id, Entity: "plan", EntityId: built.Plan.Id, Details: AuditDetails.Of(("practice", input.Practice), ("version", builder.Version.Number), ("tasks", built.Tasks.Count)));
        try
        {
            if (await db.SaveAsync(audit, subject, cancel) == SaveOutcome.Saved)
                return new StartedPlan(built.Plan.Id, built.Tasks.Count);
        }
        catch (DbUpdateException e) when (e.IsUniqueViolationOn("plan"))
        {
            db.ChangeTracker.Clear();
            return Failure.Of("plans.already-running", ("plan", (await RunningAsync(input, cancel))?.PlanId));
        }

        return (await RunningAsync(input, cancel))!;
    }

    private Task<StartedPlan?> RunningAsync(StartPlanInput input, CancellationToken cancel) => db.Plans
        .Where(p => p.HouseholdId == input.HouseholdId && p.Practice == input.Practice && p.EndedAt == null)
        .Select(p => new StartedPlan(p.Id, db.PlanTasks.Count(t => t.PlanId == p.Id)))
        .SingleOrDefaultAsync(cancel);
}
