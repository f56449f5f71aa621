using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;

namespace Vejviser.Core.Chapters.Housing.Homes;

/// <summary>How a home stands.</summary>
public enum DwellingState
{
    Vacant = 1,
    Let,
    Withdrawn,
}

/// <param name="Text">Part of an address or an estate's name.</param>
public sealed record DwellingFilter(DwellingState? State, Guid? AssociationId, Guid? AreaId, DwellingKind? Kind, int? Rooms, int? MostRent, string? Text);

/// <summary>A line of the list of homes.</summary>
public sealed record DwellingLine(
    Guid Id, string Address, string? Association, Guid? EstateId, string? Estate, string Area, bool IsListed, DwellingKind Kind, int Rooms, int SquareMetres, int Rent, int Use, bool IsAccessible, DateOnly AvailableFrom, DwellingState State);

/// <summary>The homes, filtered and paged in SQL.</summary>
public static class DwellingList
{
    public const int PageSize = 50;

    public static async Task<IReadOnlyList<DwellingLine>> ReadAsync(VejviserDb db, DwellingFilter filter, int page, int size, CancellationToken cancel) =>
        await Lines(db, Filtered(db, filter).OrderBy(d => d.Address).Skip((page - 1) * size).Take(size)).ToListAsync(cancel);

    public static Task<int> CountAsync(VejviserDb db, DwellingFilter filter, CancellationToken cancel) => Filtered(db, filter).CountAsync(cancel);

    public static Task<DwellingLine?> FindAsync(VejviserDb db, Guid id, CancellationToken cancel) => Lines(db, db.Dwellings.Where(d => d.Id == id)).SingleOrDefaultAsync(cancel);

    private static IQueryable<Dwelling> Filtered(VejviserDb db, DwellingFilter filter)
    {
        var homes = db.Dwellings.AsNoTracking();
        homes = filter.State switch
        {
            DwellingState.Vacant => homes.Where(d => !d.IsWithdrawn && !db.Leases.Any(l => l.HeldDwellingId == d.Id)),
            DwellingState.Let => homes.Where(d => db.Leases.Any(l => l.HeldDwellingId == d.Id)),
            DwellingState.Withdrawn => homes.Where(d => d.IsWithdrawn),
            _ => homes,
        };
        if (filter.AssociationId is { } association)
            homes = homes.Where(d => db.Estates.Any(e => e.Id == d.EstateId && e.AssociationId == association));
        if (filter.AreaId is { } area)
            homes = homes.Where(d => d.AreaId == area);
        if (filter.Kind is { } kind)
            homes = homes.Where(d => d.Kind == kind);
        if (filter.Rooms is { } rooms)
            homes = homes.Where(d => d.Rooms >= rooms);
        if (filter.MostRent is { } most)
            homes = homes.Where(d => d.Rent + d.Use <= most);
        if (!string.IsNullOrWhiteSpace(filter.Text))
        {
            var text = filter.Text.Trim();
            homes = homes.Where(d => d.Address.Contains(text) || db.Estates.Any(e => e.Id == d.EstateId && e.Name.Contains(text)));
        }

        return homes;
    }

    private static IQueryable<DwellingLine> Lines(VejviserDb db, IQueryable<Dwelling> homes) =>
        from d in homes
        join a in db.HousingAreas on d.AreaId equals a.Id
        join e in db.Estates on d.EstateId equals (Guid?)e.Id into estates
        from estate in estates.DefaultIfEmpty()
        orderby d.Address
        select new DwellingLine(
            d.Id, d.Address, db.PartnerOrganisations.Where(p => p.Id == estate.AssociationId).Select(p => p.Name).FirstOrDefault(), d.EstateId, estate.Name, a.Name, a.IsListed, d.Kind, d.Rooms, d.SquareMetres, d.Rent, d.Use,
            d.IsAccessible, d.AvailableFrom,
            d.IsWithdrawn ? DwellingState.Withdrawn : db.Leases.Any(l => l.HeldDwellingId == d.Id) ? DwellingState.Let : DwellingState.Vacant);
}
