using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Chapters.Housing.Homes;
using Vejviser.Core.Chapters.Housing.Needs;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Law;

namespace Vejviser.Core.Chapters.Housing.Allocation;

/// <summary>Reads what there is to share out: who waits, which homes of the associations are vacant, and the key.</summary>
public static class ReadAllocation
{
    public static async Task<AllocationFacts> FactsAsync(VejviserDb db, EffectivePractices practices, LawBook law, HousingPolicy policy, DateOnly day, DateOnly today, CancellationToken cancel)
    {
        var definition = (await practices.InUseAsync(db, PermanentHousing.Practice, cancel))!;
        var needs = await ReadNeeds.WaitingAsync(db, practices, law, policy, today, cancel);
        var homes = await VacantAsync(db, cancel);
        return new AllocationFacts(
            day, [.. needs.Select(n => Seeker(n, day))], homes, await KeyAsync(db, day.Year, definition.LimitOf(PermanentHousing.KeyYearsBack), cancel), definition.LimitOf(PermanentHousing.KeyTolerance));
    }

    public static SeekerFacts Seeker(WorkedOutNeed n, DateOnly day) => new(
        n.HouseholdId, n.Label, n.Adults, n.Children, n.LeastRooms, n.Sum.MostRent, n.NeedsAccess, n.IsFutureStudent, n.IsYoungAndAlone, n.From < day ? day : n.From, n.DaysWaited(day));

    /// <summary>Vacant permanent homes of the associations that are not let in another way, by address.</summary>
    public static async Task<IReadOnlyList<HomeFacts>> VacantAsync(VejviserDb db, CancellationToken cancel) =>
        await (from d in db.Dwellings.AsNoTracking()
               join e in db.Estates on d.EstateId equals e.Id
               join a in db.HousingAreas on d.AreaId equals a.Id
               where !d.IsWithdrawn && (d.Kind == DwellingKind.Family || d.Kind == DwellingKind.Youth) && !e.IsIntegrationSupporting && !db.Leases.Any(l => l.HeldDwellingId == d.Id)
               orderby d.Address
               select new HomeFacts(
                   d.Id, d.Address, e.AssociationId, e.Name, a.Name, a.WorkPercent, a.IsListed, a.SchoolMetres, a.TransportMetres, d.Rooms, d.SquareMetres, d.Rent + d.Use, d.Kind, d.IsAccessible, d.AvailableFrom))
            .ToListAsync(cancel);

    private static async Task<IReadOnlyList<KeyFacts>> KeyAsync(VejviserDb db, int year, int yearsBack, CancellationToken cancel) =>
        await (from y in db.AssociationYears.AsNoTracking()
               where y.Year >= year - yearsBack && y.Year < year
               join p in db.PartnerOrganisations on y.AssociationId equals p.Id
               where !p.IsClosed
               group y by new { p.Id, p.Name } into g
               orderby g.Key.Name
               select new KeyFacts(g.Key.Id, g.Key.Name, g.Sum(y => y.MoveOuts))).ToListAsync(cancel);
}
