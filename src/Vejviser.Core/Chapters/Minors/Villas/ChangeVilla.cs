using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Chapters.Minors.Villas;

/// <summary>
/// Registers a villa, corrects, closes and opens it again. Failures: <c>villas.forbidden</c>, <c>villas.name-missing</c>, <c>villas.too-long</c>, <c>villas.phone-missing</c>, <c>villas.rooms</c>, <c>villas.rooms-lived-in</c> (fewer than live
/// there), <c>villas.name-taken</c>, <c>villas.unknown</c>, <c>villas.changed-meanwhile</c>.
/// </summary>
public static class ChangeVilla
{
    public const int MostCharacters = 200;
    public const int MostRooms = 20;

    /// <param name="Id">Null registers one.</param>
    /// <param name="Version">The villa's when it was looked at.</param>
    public sealed record Input(Guid? Id, string? Name, string? Area, int Rooms, string? Phone, bool IsClosed = false, int? Version = null);

    public static async Task<Result<Guid>> RunAsync(VejviserDb db, Input input, Reader who, AuditContext audit, CancellationToken cancel)
    {
        var name = input.Name?.Trim() ?? "";
        if (!who.May(Permissions.MinorsEdit))
            return Failure.Of("villas.forbidden");
        if (name.Length == 0)
            return Failure.Of("villas.name-missing");
        if (name.Length > MostCharacters || input.Area?.Length > MostCharacters || input.Phone?.Length > MostCharacters)
            return Failure.Of("villas.too-long", ("most", MostCharacters));
        if (input.Phone.OrNull() is not { } phone)
            return Failure.Of("villas.phone-missing");
        if (input.Rooms is < 1 or > MostRooms)
            return Failure.Of("villas.rooms", ("most", MostRooms));
        if (await db.Villas.AnyAsync(v => v.Name == name && v.Id != input.Id, cancel))
            return Failure.Of("villas.name-taken");
        if (input.Id is { } id && await db.VillaStays.CountAsync(s => s.VillaId == id && s.HeldPersonId != null, cancel) is var living && living > input.Rooms)
            return Failure.Of("villas.rooms-lived-in", ("living", living));
        var villa = input.Id is { } known ? await db.Villas.SingleOrDefaultAsync(v => v.Id == known, cancel) : db.Add(new Villa { Name = name, Phone = phone }).Entity;
        if (villa is null)
            return Failure.Of("villas.unknown");
        if (input.Version is { } seen && seen != villa.Version)
            return Failure.Of("villas.changed-meanwhile");
        (villa.Name, villa.Area, villa.Rooms, villa.Phone, villa.IsClosed) = (name, input.Area.OrNull(), input.Rooms, phone, input.IsClosed);
        if (!db.ChangeTracker.HasChanges())
            return villa.Id;
        villa.Version++;
        return await db.SaveAsync(audit, new AuditSubject(Entity: "villa", EntityId: villa.Id), cancel) == SaveOutcome.Conflict ? Failure.Of("villas.changed-meanwhile") : villa.Id;
    }
}
