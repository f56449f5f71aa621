using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Engine.Newcomers;

/// <summary>Lets a person in by MitID again after it was closed; who was signed in then is not signed in now. Failures: <c>people.unknown</c>.</summary>
public sealed class OpenMitId(VejviserDb db)
{
    public async Task<Result<Done>> RunAsync(Guid personId, Reader who, AuditContext audit, CancellationToken cancel = default)
    {
        if (await db.People.AsNoTracking().VisibleTo(db, who, audit.At).SingleOrDefaultAsync(p => p.Id == personId && p.MergedIntoId == null, cancel) is not { } person)
            return Failure.Of("people.unknown");
        var closed = await MitIdAccess.Of(db, personId).Where(a => a.ClosedAt != null).ToListAsync(cancel);
        db.MitIdAccesses.RemoveRange(closed);
        if (closed.Count > 0)
            await db.SaveAsync(audit, new AuditSubject(personId, person.HouseholdId, "mitid-access"), cancel);
        return Done.Result;
    }
}
