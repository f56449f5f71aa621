using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Engine.Pairs;

/// <summary>Finds a pair that somebody may change, and saves the change.</summary>
internal static class PairChange
{
    /// <summary>The pair for changing, with its plan; of the association's own where a partner asks. Failure: <c>pairs.unknown</c>, for what is not to be seen too.</summary>
    public static async Task<Result<(VolunteerPair Pair, Plan Plan)>> FindAsync(VejviserDb db, Guid id, Reader who, DateOnly day, CancellationToken cancel)
    {
        var pairs = who.PartnerId is not null ? PairSight.Of(db, who, day) : who.May(Permissions.Pairs) ? db.VolunteerPairs : db.VolunteerPairs.Where(p => false);
        if (await pairs.SingleOrDefaultAsync(p => p.Id == id, cancel) is not { } pair)
            return Failure.Of("pairs.unknown");
        return (pair, await db.Plans.SingleAsync(p => p.Id == pair.PlanId, cancel));
    }

    public static async Task<Result<Done>> SaveAsync(VejviserDb db, VolunteerPair pair, Plan plan, AuditContext audit, CancellationToken cancel, params (string Name, object? Value)[] details) =>
        await db.SaveAsync(audit, Subject(pair, plan, details), cancel) == SaveOutcome.Conflict ? Failure.Of("pairs.changed-meanwhile") : Done.Result;

    public static AuditSubject Subject(VolunteerPair pair, Plan plan, params (string Name, object? Value)[] details) =>
        new(plan.PersonId, plan.HouseholdId, "volunteer-pair", pair.Id, AuditDetails.Of([("state", pair.State.ToString()), .. details]));
}
