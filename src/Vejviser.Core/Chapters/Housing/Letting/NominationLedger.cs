using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;

namespace Vejviser.Core.Chapters.Housing.Letting;

/// <summary>
/// An association's nominations in a period, by right. Counted are those that stand or are confirmed; what was refused is told beside and used no right.
/// It always adds up: made = quarter + extra + refused, and each used right is either awaited or confirmed.
/// </summary>
/// <param name="Vacated">Homes tenants moved out of, as reported for the years of the period.</param>
public sealed record LedgerLine(Guid AssociationId, string Association, int Made, int Quarter, int Extra, int Awaited, int Confirmed, int Refused, int Vacated)
{
    /// <summary>Nominations the share of vacated homes allows.</summary>
    public int Allowed(int percent) => Vacated * percent / 100;
}

/// <summary>The ledger of nominations.</summary>
public static class NominationLedger
{
    public static async Task<IReadOnlyList<LedgerLine>> ReadAsync(VejviserDb db, DateOnly from, DateOnly to, IReadOnlyCollection<Guid>? associations, CancellationToken cancel)
    {
        var lines = await db.Nominations.AsNoTracking().Where(n => n.MadeOn >= from && n.MadeOn <= to && (associations == null || associations.Contains(n.AssociationId)))
            .GroupBy(n => new { n.AssociationId, n.Right, n.State }).Select(g => new { g.Key.AssociationId, g.Key.Right, g.Key.State, Count = g.Count() }).ToListAsync(cancel);
        var vacated = await db.AssociationYears.AsNoTracking().Where(y => y.Year >= from.Year && y.Year <= to.Year).GroupBy(y => y.AssociationId).Select(g => new { g.Key, MoveOuts = g.Sum(y => y.MoveOuts) })
            .ToDictionaryAsync(y => y.Key, y => y.MoveOuts, cancel);
        var ids = lines.Select(l => l.AssociationId).Concat(associations ?? []).Distinct().ToList();
        var names = await db.PartnerOrganisations.AsNoTracking().Where(p => ids.Contains(p.Id)).OrderBy(p => p.Name).Select(p => new { p.Id, p.Name }).ToListAsync(cancel);
        return
        [
            .. from name in names
               let own = lines.Where(l => l.AssociationId == name.Id).ToList()
               let standing = own.Where(l => l.State != NominationState.Refused).ToList()
               select new LedgerLine(
                   name.Id, name.Name, own.Sum(l => l.Count), standing.Where(l => l.Right == NominationRight.Quarter).Sum(l => l.Count), standing.Where(l => l.Right == NominationRight.Extra).Sum(l => l.Count),
                   own.Where(l => l.State == NominationState.Made).Sum(l => l.Count), own.Where(l => l.State == NominationState.Confirmed).Sum(l => l.Count), own.Where(l => l.State == NominationState.Refused).Sum(l => l.Count),
                   vacated.GetValueOrDefault(name.Id)),
        ];
    }
}
