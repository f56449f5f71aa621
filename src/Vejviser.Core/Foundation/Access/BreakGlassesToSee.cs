using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Foundation.Access;

/// <summary>
/// The break-glasses a reader answers for: of households they are case worker of, or contact person where there is no case
/// worker; where there is neither, those who may see the whole audit. Nobody answers for their own.
/// </summary>
public static class BreakGlassesToSee
{
    public static IQueryable<BreakGlass> ToSeeBy(this IQueryable<BreakGlass> opened, VejviserDb db, Reader who)
    {
        var (account, seesAll) = (who.AccountId, who.MayEverywhere(Permissions.AuditAll));
        return opened.Where(b => b.AccountId != account && db.Households.Any(h => h.Id == b.HouseholdId
            && (h.CaseWorkerId == account || (h.CaseWorkerId == null && (h.ContactPersonId == account || (h.ContactPersonId == null && seesAll))))));
    }

    /// <summary>How many the reader has not yet acknowledged: shown on their front.</summary>
    public static Task<int> CountAsync(VejviserDb db, Reader who, CancellationToken cancel) =>
        db.BreakGlasses.Where(b => b.SeenAt == null).ToSeeBy(db, who).CountAsync(cancel);

    /// <summary>Marks one as seen; whoever opened it reads who saw it.</summary>
    public static async Task<Result<Done>> AcknowledgeAsync(VejviserDb db, Guid id, Reader by, AuditContext audit, CancellationToken cancel)
    {
        if (await db.BreakGlasses.ToSeeBy(db, by).SingleOrDefaultAsync(b => b.Id == id, cancel) is not { } opened)
            return Failure.Of("access.unknown-break-glass");
        if (opened.SeenAt is not null)
            return Done.Result;
        (opened.SeenBy, opened.SeenAt) = (by.AccountId, audit.At);
        await db.SaveAsync(audit, new AuditSubject(opened.PersonId, opened.HouseholdId, "break-glass", opened.Id), cancel);
        return Done.Result;
    }
}
