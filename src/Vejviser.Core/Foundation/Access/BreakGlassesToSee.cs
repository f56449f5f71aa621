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

    /// <summary>How many the reader has not yet acknowledged of what <see cref="ToSeeBy"/> means: everybody's front asks it.</summary>
    public static PreparedQuestion<int> CountOf(Reader who)
    {
        var byAll = who.MayEverywhere(Permissions.AuditAll) ? "OR h.contact_person_id IS NULL" : "";
        return PreparedQuestion.Count(
            $"""
            SELECT COUNT(*) FROM break_glass b JOIN household h ON h.id = b.household_id
            WHERE b.seen_at IS NULL AND b.account_id <> @reader
              AND (h.case_worker_id = @reader OR (h.case_worker_id IS NULL AND (h.contact_person_id = @reader {byAll})))
            """,
            [("reader", who.AccountId)]);
    }

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
