using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Engine.Newcomers;

/// <summary>Ends a person's link and whoever is signed in with it, at once. Failures: <c>people.unknown</c>.</summary>
public sealed class RevokeAccess(VejviserDb db)
{
    public async Task<Result<Done>> RunAsync(Guid personId, Reader who, AuditContext audit, CancellationToken cancel = default)
    {
        if (await db.People.AsNoTracking().VisibleTo(db, who, audit.At).SingleOrDefaultAsync(p => p.Id == personId, cancel) is not { } person)
            return Failure.Of("people.unknown");
        if (await EndAsync(db, personId, audit, cancel) > 0)
            await db.SaveAsync(audit, new AuditSubject(personId, person.HouseholdId, "newcomer-access"), cancel);
        return Done.Result;
    }

    /// <summary>Marks what is in force as revoked, without saving.</summary>
    internal static async Task<int> EndAsync(VejviserDb db, Guid personId, AuditContext audit, CancellationToken cancel)
    {
        var inForce = await db.NewcomerAccesses.Where(a => a.PersonId == personId && a.RevokedAt == null).ToListAsync(cancel);
        inForce.ForEach(a => (a.RevokedAt, a.RevokedBy) = (audit.At, audit.Actor));
        return inForce.Count;
    }
}
