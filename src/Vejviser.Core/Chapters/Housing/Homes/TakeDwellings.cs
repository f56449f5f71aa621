using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Chapters.Housing.Homes;

/// <summary>What a list of homes came to; with faults nothing was written.</summary>
public sealed record TakenDwellings(int Added, int Changed, int Same, IReadOnlyList<DwellingFault> Faults);

/// <summary>
/// Takes a list of homes: new addresses are added, known ones brought up to date, the same list twice changes nothing. One fault and nothing is taken.
/// Failures: <c>housing.forbidden</c> and those of <see cref="DwellingFile.Read"/>.
/// </summary>
public static class TakeDwellings
{
    public static async Task<Result<TakenDwellings>> RunAsync(VejviserDb db, EffectivePractices practices, byte[] content, Reader who, AuditContext audit, CancellationToken cancel)
    {
        if (!who.May(Permissions.HousingEdit))
            return Failure.Of("housing.forbidden");
        var read = DwellingFile.Read(content);
        if (!read.IsSuccess)
            return read.Failure;
        var (rows, faults) = (read.Value.Rows, read.Value.Faults.ToList());
        var estates = (await db.Estates.Join(db.PartnerOrganisations, e => e.AssociationId, p => p.Id, (e, p) => new { Estate = e, Association = p.Name }).ToListAsync(cancel))
            .ToDictionary(e => (e.Association.ToLowerInvariant(), e.Estate.Name.ToLowerInvariant()), e => e.Estate);
        var addresses = rows.Select(r => r.Address).ToList();
        var known = await db.Dwellings.Where(d => addresses.Contains(d.Address)).ToDictionaryAsync(d => d.Address, StringComparer.Ordinal, cancel);
        var ceiling = (await MixedRules.LoadAsync(db, practices, cancel)).RentMost;
        var added = 0;
        foreach (var row in rows)
        {
            if (!estates.TryGetValue((row.Association.ToLowerInvariant(), row.Estate.ToLowerInvariant()), out var estate))
            {
                faults.Add(new DwellingFault(row.Number, "estate", "unknown-estate", $"{row.Association}, {row.Estate}"));
                continue;
            }

            var input = new ChangeDwelling.Input(null, row.Address, estate.Id, null, row.Kind, row.Rooms, row.SquareMetres, row.Rent, row.Use, row.IsAccessible, row.AvailableFrom);
            if (estate.IsIntegrationSupporting && row.Rent + row.Use > ceiling)
                faults.Add(new DwellingFault(row.Number, "rent", "over-ceiling", $"{row.Rent + row.Use}"));
            else if (ChangeDwelling.Fault(input, row.Address) is not null)
                faults.Add(new DwellingFault(row.Number, "rooms", "figures", null));
            if (!known.TryGetValue(row.Address, out var home))
            {
                home = db.Add(new Dwelling { Address = row.Address }).Entity;
                added++;
            }

            ChangeDwelling.Fill(home, input, row.Address, estate.AreaId);
        }

        return await SaveAsync(db, rows.Count, added, faults, audit, cancel);
    }

    private static async Task<Result<TakenDwellings>> SaveAsync(VejviserDb db, int rows, int added, List<DwellingFault> faults, AuditContext audit, CancellationToken cancel)
    {
        if (faults.Count > 0)
        {
            db.ChangeTracker.Clear();
            return new TakenDwellings(0, 0, 0, [.. faults.OrderBy(f => f.Number)]);
        }

        var changed = db.ChangeTracker.Entries<Dwelling>().Where(e => e.State == EntityState.Modified).Select(e => e.Entity).ToList();
        changed.ForEach(d => d.Version++);
        var touched = db.ChangeTracker.Entries<Dwelling>().Where(e => e.State is EntityState.Added or EntityState.Modified).Select(e => new AuditSubject(Entity: "dwelling", EntityId: e.Entity.Id)).ToList();
        await db.SaveAsync(audit, touched, cancel);
        return new TakenDwellings(added, changed.Count, rows - added - changed.Count, []);
    }
}
