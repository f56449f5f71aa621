using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Meetings;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Chapters.Health.Groups;

/// <summary>Offers a room on an evening, or takes it back. Failures: <c>groups.forbidden</c>, <c>groups.unknown-room</c>, <c>groups.quarter</c> (times begin on a quarter), <c>groups.time-taken</c>, <c>groups.unknown-time</c>.</summary>
public static class ChangeGroupTime
{
    public static async Task<Result<Guid>> AddAsync(VejviserDb db, DayOfWeek weekday, TimeOnly at, Guid room, Reader who, AuditContext audit, CancellationToken cancel)
    {
        if (!who.May(Permissions.HealthEdit))
            return Failure.Of("groups.forbidden");
        if (!await db.Rooms.AnyAsync(r => r.Id == room && !r.IsClosed, cancel) || !Enum.IsDefined(weekday))
            return Failure.Of("groups.unknown-room");
        if (at.Minute % Quarters.Minutes != 0 || at.Second != 0)
            return Failure.Of("groups.quarter");
        if (await db.GroupTimes.AnyAsync(t => t.Weekday == weekday && t.At == at && t.RoomId == room && !t.IsClosed, cancel))
            return Failure.Of("groups.time-taken");
        var time = new GroupTime { Weekday = weekday, At = at, RoomId = room };
        db.Add(time);
        await db.SaveAsync(audit, new AuditSubject(Entity: "group-time", EntityId: time.Id), cancel);
        return time.Id;
    }

    public static async Task<Result<Done>> CloseAsync(VejviserDb db, Guid id, Reader who, AuditContext audit, CancellationToken cancel)
    {
        if (!who.May(Permissions.HealthEdit))
            return Failure.Of("groups.forbidden");
        if (await db.GroupTimes.SingleOrDefaultAsync(t => t.Id == id, cancel) is not { } time)
            return Failure.Of("groups.unknown-time");
        if (time.IsClosed)
            return Done.Result;
        time.IsClosed = true;
        await db.SaveAsync(audit, new AuditSubject(Entity: "group-time", EntityId: id), cancel);
        return Done.Result;
    }
}
