using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Chapters.Housing.Letting;

/// <summary>A tenant moves out: the home is free again. Failures: <c>housing.forbidden</c>, <c>housing.unknown-lease</c>, <c>housing.nomination-awaited</c> (answer the nomination instead), <c>housing.changed-meanwhile</c>.</summary>
public static class EndLease
{
    public static async Task<Result<Done>> RunAsync(VejviserDb db, Guid id, Reader who, AuditContext audit, CancellationToken cancel)
    {
        if (!who.May(Permissions.HousingEdit))
            return Failure.Of("housing.forbidden");
        if (await db.Leases.SingleOrDefaultAsync(l => l.Id == id, cancel) is not { } lease)
            return Failure.Of("housing.unknown-lease");
        if (lease.EndedOn is not null)
            return Done.Result;
        if (await db.Nominations.AnyAsync(n => n.LeaseId == id && n.State == NominationState.Made, cancel))
            return Failure.Of("housing.nomination-awaited");
        lease.End(audit.Day);
        // Who has moved out can be named for another home.
        foreach (var nomination in await db.Nominations.Where(n => n.LeaseId == id && n.StandingHouseholdId != null).ToListAsync(cancel))
        {
            nomination.StandingHouseholdId = null;
            nomination.Version++;
        }

        return await db.SaveAsync(audit, new AuditSubject(HouseholdId: lease.HouseholdId, Entity: "lease", EntityId: id), cancel) == SaveOutcome.Conflict ? Failure.Of("housing.changed-meanwhile") : Done.Result;
    }
}
