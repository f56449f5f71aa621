using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Engine.Newcomers;

/// <summary>
/// Closes a person's page for MitID, also before it was used, and ends whoever is signed in by it at once. It stays closed when the person gets another number.
/// Failures: <c>people.unknown</c>, <c>newcomers.no-cpr</c>, <c>newcomers.changed-meanwhile</c> where the person signs in for the first time at the same instant.
/// </summary>
public sealed class CloseMitId(VejviserDb db)
{
    public async Task<Result<Done>> RunAsync(Guid personId, Reader who, AuditContext audit, CancellationToken cancel = default)
    {
        if (await db.People.AsNoTracking().VisibleTo(db, who, audit.At).SingleOrDefaultAsync(p => p.Id == personId && p.MergedIntoId == null, cancel) is not { } person)
            return Failure.Of("people.unknown");
        if (await db.PersonCprs.Where(c => c.PersonId == personId && c.Until == null).Select(c => (Guid?)c.Id).FirstOrDefaultAsync(cancel) is not { } number)
            return Failure.Of("newcomers.no-cpr");
        var access = await db.MitIdAccesses.SingleOrDefaultAsync(a => a.CprId == number, cancel) ?? db.MitIdAccesses.Add(new MitIdAccess { CprId = number }).Entity;
        if (access.ClosedAt is not null)
            return Done.Result;
        (access.ClosedAt, access.ClosedBy) = (audit.At, audit.Actor);
        try
        {
            var saved = await db.SaveAsync(audit, new AuditSubject(personId, person.HouseholdId, "mitid-access", access.Id), cancel);
            return saved == SaveOutcome.Conflict ? Failure.Of("newcomers.changed-meanwhile") : Done.Result;
        }
        catch (DbUpdateException e) when (e.IsUniqueViolationOn("mit_id_access"))
        {
            return Failure.Of("newcomers.changed-meanwhile");
        }
    }
}
