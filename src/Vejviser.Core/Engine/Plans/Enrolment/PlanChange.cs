using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Engine.Plans.Enrolment;

/// <summary>
/// Changes one plan in one transaction: loads it, lets the rule decide, saves with audit, and gives a seat that became free to who waited
/// longest. Where somebody changed it in between, the rule decides anew on what is there now.
/// </summary>
internal static class PlanChange
{
    private const int Attempts = 3;

    /// <param name="decide">The rule. It changes tracked rows and names them for the audit, or says no before it has touched anything.</param>
    public static async Task<Result<Done>> RunAsync(
        VejviserDb db, Guid planId, AuditContext audit, Func<Plan, Task<Result<IReadOnlyCollection<AuditSubject>>>> decide, Func<Plan, Task>? afterwards = null, CancellationToken cancel = default)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var own = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancel) : null;
            await using var _ = own;
            if (await db.Plans.Include(p => p.Anchors).SingleOrDefaultAsync(p => p.Id == planId, cancel) is not { } plan)
                return Failure.Of("plans.unknown", ("plan", planId));
            if (await db.IsHandledAsync(audit, cancel))
                return default(Done);
            var decided = await decide(plan);
            if (!decided.IsSuccess)
                return decided.Failure;
            if (decided.Value.Count == 0)
                return default(Done);
            plan.Version++;
            try
            {
                if (await db.SaveAsync(audit, decided.Value, cancel) == SaveOutcome.Conflict)
                    continue;
                if (afterwards is not null)
                    await afterwards(plan);
                if (own is not null)
                    await own.CommitAsync(cancel);
                return default(Done);
            }
            catch (DbUpdateException e) when (own is not null && e.IsUniqueViolationOn("plan"))
            {
                // Somebody took the seat that was free a moment ago: all of it again, on what is there now.
                db.ChangeTracker.Clear();
            }
        }

        return Failure.Of("plans.changed-meanwhile");
    }

    public static AuditSubject Subject(Plan plan, params (string Name, object? Value)[] details) =>
        new(plan.PersonId, plan.HouseholdId, "plan", plan.Id, AuditDetails.Of([.. details.Where(d => d.Value is not null)]));

    /// <summary>The states' codes, before and after, for the audit.</summary>
    public static (string Name, object? Value) States(PlanState before, PlanState after) => ("state", new[] { before.ToString(), after.ToString() });
}
