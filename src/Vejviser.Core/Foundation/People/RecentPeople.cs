using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Access;

namespace Vejviser.Core.Foundation.People;

/// <summary>Whom an account opened lately, as the audit tells: a convenience for the search page, of the last month.</summary>
public static class RecentPeople
{
    private const int Shown = 10;

    /// <summary>So many pages are looked back.</summary>
    private const int Opened = 200;
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    /// <summary>Newest first; whom the account may no longer see is not among them.</summary>
    public static async Task<IReadOnlyList<FoundPerson>> ListAsync(VejviserDb db, Reader who, DateTime now, CancellationToken cancel)
    {
        var since = now - Kept;
        var recent = db.AuditEntries.Where(e => e.ActorId == who.AccountId && e.Entity == "person" && e.Action.EndsWith(".read")).OrderByDescending(e => e.Seq).Take(Opened)
            .Where(e => e.At >= since).GroupBy(e => e.PersonId).Select(g => new { PersonId = g.Key, Last = g.Max(e => e.Seq) });
        return await db.People.AsNoTracking().VisibleTo(db, who, now).Where(p => p.MergedIntoId == null)
            .Join(recent, p => p.Id, r => r.PersonId, (p, r) => new { Person = p, r.Last })
            .OrderByDescending(r => r.Last).Take(Shown).Select(r => r.Person).AsFound(db).ToListAsync(cancel);
    }
}
