using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Engine.Meetings;

/// <summary>
/// Adds or corrects a room, closes it, or opens it again. Failures: <c>rooms.only-own-units</c>, <c>rooms.name-missing</c>, <c>rooms.seats</c>, <c>rooms.name-taken</c>,
/// <c>rooms.unknown</c>, <c>rooms.unknown-unit</c>.
/// </summary>
public static class ChangeRoom
{
    private const int MostSeats = 1000;

    /// <param name="Id">Null adds one.</param>
    /// <param name="UnitId">Null where it is everybody's.</param>
    public sealed record Input(Guid? Id, string? Name, Guid? UnitId, int Seats);

    public static async Task<Result<Guid>> RunAsync(VejviserDb db, Input input, Reader by, AuditContext audit, CancellationToken cancel)
    {
        var name = input.Name?.Trim() ?? "";
        if (name.Length == 0)
            return Failure.Of("rooms.name-missing");
        if (input.Seats is < 1 or > MostSeats)
            return Failure.Of("rooms.seats", ("most", MostSeats));
        if (await db.Rooms.AnyAsync(r => r.Id != input.Id && r.Name == name, cancel))
            return Failure.Of("rooms.name-taken");
        if (input.UnitId is { } unit && !await db.Units.AnyAsync(u => u.Id == unit && !u.IsClosed, cancel))
            return Failure.Of("rooms.unknown-unit");
        var room = input.Id is { } id ? await db.Rooms.SingleOrDefaultAsync(r => r.Id == id, cancel) : db.Add(new Room { Name = name, UnitId = input.UnitId }).Entity;
        if (room is null)
            return Failure.Of("rooms.unknown");
        if (!May(by, room.UnitId) || !May(by, input.UnitId))
            return Refused(db);
        (room.Name, room.UnitId, room.Seats) = (name, input.UnitId, input.Seats);
        if (db.ChangeTracker.HasChanges())
            await db.SaveAsync(audit, new AuditSubject(Entity: "room", EntityId: room.Id), cancel);
        return room.Id;
    }

    public static async Task<Result<Done>> CloseAsync(VejviserDb db, Guid id, bool isClosed, Reader by, AuditContext audit, CancellationToken cancel)
    {
        if (await db.Rooms.SingleOrDefaultAsync(r => r.Id == id, cancel) is not { } room)
            return Failure.Of("rooms.unknown");
        if (!May(by, room.UnitId))
            return Refused(db);
        if (room.IsClosed == isClosed)
            return Done.Result;
        room.IsClosed = isClosed;
        await db.SaveAsync(audit, new AuditSubject(Entity: "room", EntityId: id), cancel);
        return Done.Result;
    }

    private static bool May(Reader by, Guid? unit) => unit is { } own ? by.May(Permissions.OrganisationEdit, own) : by.MayEverywhere(Permissions.OrganisationEdit);

    private static Failure Refused(VejviserDb db)
    {
        db.ChangeTracker.Clear();
        return Failure.Of("rooms.only-own-units");
    }
}
