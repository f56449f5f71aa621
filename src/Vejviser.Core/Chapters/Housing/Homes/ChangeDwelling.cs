using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Chapters.Housing.Homes;

/// <summary>
/// Registers a home and corrects it, takes it back and offers it again. Failures: <c>housing.forbidden</c>, <c>housing.address-missing</c>, <c>housing.too-long</c>, <c>housing.home-figures</c>,
/// <c>housing.unknown-estate</c>, <c>housing.unknown-area</c>, <c>housing.address-taken</c>, <c>housing.unknown-home</c>, <c>housing.home-let</c>, <c>housing.changed-meanwhile</c>,
/// <c>housing.over-rent-ceiling</c> (an integration-supporting estate has one).
/// </summary>
public static class ChangeDwelling
{
    public const int MostCharacters = 200;
    private const int MostRooms = 20;
    private const int MostSquareMetres = 1000;
    private const int MostKroner = 100_000;

    /// <param name="Id">Null registers one.</param>
    /// <param name="AreaId">Read where there is no estate.</param>
    /// <param name="Version">The home's when it was looked at.</param>
    public sealed record Input(
        Guid? Id, string? Address, Guid? EstateId, Guid? AreaId, DwellingKind Kind, int Rooms, int SquareMetres, int Rent, int Use, bool IsAccessible, DateOnly AvailableFrom, int? Version = null);

    public static async Task<Result<Guid>> RunAsync(VejviserDb db, EffectivePractices practices, Input input, Reader who, AuditContext audit, CancellationToken cancel)
    {
        if (!who.May(Permissions.HousingEdit))
            return Failure.Of("housing.forbidden");
        var address = input.Address?.Trim() ?? "";
        if (Fault(input, address) is { } fault)
            return fault;
        var area = await AreaAsync(db, practices, input, cancel);
        if (!area.IsSuccess)
            return area.Failure;
        if (await db.Dwellings.AnyAsync(d => d.Address == address && d.Id != input.Id, cancel))
            return Failure.Of("housing.address-taken", ("address", address));
        var home = input.Id is { } id ? await db.Dwellings.SingleOrDefaultAsync(d => d.Id == id, cancel) : db.Add(new Dwelling { Address = address }).Entity;
        if (home is null)
            return Failure.Of("housing.unknown-home");
        if (input.Version is { } seen && seen != home.Version)
            return Failure.Of("housing.changed-meanwhile");
        Fill(home, input, address, area.Value);
        if (!db.ChangeTracker.HasChanges())
            return home.Id;
        home.Version++;
        return await db.SaveAsync(audit, new AuditSubject(Entity: "dwelling", EntityId: home.Id), cancel) == SaveOutcome.Conflict ? Failure.Of("housing.changed-meanwhile") : home.Id;
    }

    public static async Task<Result<Done>> WithdrawAsync(VejviserDb db, Guid id, bool isWithdrawn, Reader who, AuditContext audit, CancellationToken cancel)
    {
        if (!who.May(Permissions.HousingEdit))
            return Failure.Of("housing.forbidden");
        if (await db.Dwellings.SingleOrDefaultAsync(d => d.Id == id, cancel) is not { } home)
            return Failure.Of("housing.unknown-home");
        if (home.IsWithdrawn == isWithdrawn)
            return Done.Result;
        if (isWithdrawn && await db.Leases.AnyAsync(l => l.HeldDwellingId == id, cancel))
            return Failure.Of("housing.home-let");
        home.IsWithdrawn = isWithdrawn;
        home.Version++;
        return await db.SaveAsync(audit, new AuditSubject(Entity: "dwelling", EntityId: id), cancel) == SaveOutcome.Conflict ? Failure.Of("housing.changed-meanwhile") : Done.Result;
    }

    internal static Failure? Fault(Input input, string address)
    {
        if (address.Length == 0)
            return Failure.Of("housing.address-missing");
        if (address.Length > MostCharacters)
            return Failure.Of("housing.too-long", ("most", MostCharacters));
        var isWithin = input.Rooms is >= 1 and <= MostRooms && input.SquareMetres is >= 1 and <= MostSquareMetres && input.Rent is >= 0 and <= MostKroner && input.Use is >= 0 and <= MostKroner;
        return isWithin && Enum.IsDefined(input.Kind) ? null : Failure.Of("housing.home-figures");
    }

    internal static void Fill(Dwelling home, Input input, string address, Guid area)
    {
        (home.Address, home.EstateId, home.AreaId, home.Kind) = (address, input.EstateId, area, input.Kind);
        (home.Rooms, home.SquareMetres, home.Rent, home.Use) = (input.Rooms, input.SquareMetres, input.Rent, input.Use);
        (home.IsAccessible, home.AvailableFrom) = (input.IsAccessible, input.AvailableFrom);
    }

    private static async Task<Result<Guid>> AreaAsync(VejviserDb db, EffectivePractices practices, Input input, CancellationToken cancel)
    {
        if (input.EstateId is not { } estateId)
            return await db.HousingAreas.AnyAsync(a => a.Id == input.AreaId, cancel) ? input.AreaId!.Value : Failure.Of("housing.unknown-area");
        if (await db.Estates.AsNoTracking().SingleOrDefaultAsync(e => e.Id == estateId, cancel) is not { } estate)
            return Failure.Of("housing.unknown-estate");
        return await MixedRules.OverCeilingAsync(db, practices, estate, input.Rent + input.Use, cancel) is { } over ? over : estate.AreaId;
    }
}
