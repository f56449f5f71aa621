using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;

namespace Vejviser.Core.Foundation.Audit;

/// <summary>Which rows of the audit are asked for. What is null is not asked about.</summary>
/// <param name="PersonIds">A person's id, with the ids of those merged into them; empty for all.</param>
/// <param name="HouseholdId">Rows about this household as a whole count as the person's: its page shows them.</param>
/// <param name="IsRead">True for reads, false for changes.</param>
/// <param name="From">The first instant, UTC.</param>
/// <param name="Until">The first instant after, UTC.</param>
/// <param name="WithLists">Also lists that named one of these people or the household: looked for in the details, within the time asked for.</param>
/// <param name="Before">Rows with a lower number only: the way to the next page.</param>
public sealed record AuditFilter(
    IReadOnlyCollection<Guid> PersonIds, Guid? HouseholdId = null, Guid? ActorId = null, bool? IsRead = null, DateTime? From = null, DateTime? Until = null, bool WithLists = false, long? Before = null);

/// <summary>A row of the audit; no actor where the product itself did it.</summary>
/// <param name="At">UTC.</param>
public sealed record AuditLine(
    long Seq, DateTime At, Guid? ActorId, string Action, string? Reason, Guid? PersonId, Guid? HouseholdId, string? Entity, Guid? EntityId, string? Details);

/// <summary>Who has seen and changed whom: the audit read from its end.</summary>
public static class AuditHistory
{
    /// <returns>At most <paramref name="rows"/> and one more, newest first: the one more says that there is a next page.</returns>
    public static async Task<IReadOnlyList<AuditLine>> ReadAsync(VejviserDb db, AuditFilter filter, int rows, CancellationToken cancel)
    {
        var entries = db.AuditEntries.AsNoTracking().Where(await WithinAsync(db, filter, cancel)).Where(About(filter));
        if (filter.ActorId is { } actor)
            entries = entries.Where(e => e.ActorId == actor);
        if (filter.IsRead is { } isRead)
            entries = entries.Where(isRead ? ReadActions.IsRead : ReadActions.IsChange);
        return await entries.OrderByDescending(e => e.Seq).Take(rows + 1)
            .Select(e => new AuditLine(e.Seq, e.At, e.ActorId, e.Action, e.Reason, e.PersonId, e.HouseholdId, e.Entity, e.EntityId, e.Details)).ToListAsync(cancel);
    }

    private static Expression<Func<AuditEntry, bool>> About(AuditFilter filter)
    {
        if (filter.PersonIds.Count == 0)
            return _ => true;
        var (ids, household) = (filter.PersonIds.Select(id => (Guid?)id).ToList(), filter.HouseholdId);
        if (!filter.WithLists)
            return e => ids.Contains(e.PersonId) || (e.PersonId == null && household != null && e.HouseholdId == household);
        var (person, home) = (filter.PersonIds.First().ToString(), household?.ToString() ?? filter.PersonIds.First().ToString());
        return e => ids.Contains(e.PersonId) || (e.PersonId == null && household != null && e.HouseholdId == household)
            || (e.Entity == "list" && e.Details != null && (e.Details.Contains(person) || e.Details.Contains(home)));
    }

    /// <summary>Time is looked up in the chain, which is in its order, so that no second index slows every write down.</summary>
    private static async Task<Expression<Func<AuditEntry, bool>>> WithinAsync(VejviserDb db, AuditFilter filter, CancellationToken cancel)
    {
        var first = filter.From is { } from ? await FirstSinceAsync(db, from, cancel) : 1;
        var end = filter.Until is { } until ? await FirstSinceAsync(db, until, cancel) : long.MaxValue;
        end = Math.Min(end, filter.Before ?? long.MaxValue);
        return e => e.Seq >= first && e.Seq < end;
    }

    private static async Task<long> FirstSinceAsync(VejviserDb db, DateTime instant, CancellationToken cancel)
    {
        var (low, high) = (1L, (await db.AuditEntries.MaxAsync(e => (long?)e.Seq, cancel) ?? 0) + 1);
        while (low < high)
        {
            var middle = low + (high - low) / 2;
            var at = await db.AuditEntries.Where(e => e.Seq >= middle).OrderBy(e => e.Seq).Select(e => (DateTime?)e.At).FirstOrDefaultAsync(cancel);
            (low, high) = at < instant ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
