using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Access;

namespace Vejviser.Core.Foundation.People;

/// <summary>Whom an account opened lately: a convenience for the search page, not the audit, and forgotten after a month.</summary>
public static class RecentPeople
{
    private const int Shown = 10;
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    /// <summary>Notes that the account opened the person just now.</summary>
    public static async Task TouchAsync(VejviserDb db, Guid accountId, Guid personId, DateTime now, CancellationToken cancel)
    {
        await db.Database.ExecuteSqlAsync(
            $"INSERT INTO recent_person (account_id, person_id, at) VALUES ({accountId}, {personId}, {now}) ON CONFLICT (account_id, person_id) DO UPDATE SET at = excluded.at", cancel);
        var forgotten = now - Kept;
        await db.Database.ExecuteSqlAsync($"DELETE FROM recent_person WHERE account_id = {accountId} AND at < {forgotten}", cancel);
    }

    /// <summary>Newest first; whom the account may no longer see is not among them.</summary>
    public static async Task<IReadOnlyList<FoundPerson>> ListAsync(VejviserDb db, Reader who, DateTime now, CancellationToken cancel)
    {
        var since = now - Kept;
        var recent = db.RecentPeople.Where(r => r.AccountId == who.AccountId && r.At >= since);
        return await db.People.AsNoTracking().VisibleTo(db, who, now).Where(p => p.MergedIntoId == null)
            .Join(recent, p => p.Id, r => r.PersonId, (p, r) => new { Person = p, r.At })
            .OrderByDescending(r => r.At).Take(Shown).Select(r => r.Person).AsFound(db).ToListAsync(cancel);
    }
}
