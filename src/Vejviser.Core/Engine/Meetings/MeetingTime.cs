using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Engine.Meetings;

/// <summary>When and where.</summary>
/// <param name="At">By the clock on the town hall, on a quarter of an hour.</param>
/// <param name="RoomId">Only for a meeting on site.</param>
/// <param name="Link">Only for one online.</param>
/// <param name="IsConfirmed">Somebody has seen that the day is a holiday or a closing day, and means it.</param>
public sealed record MeetingTime(DateOnly Day, TimeOnly At, int Minutes, MeetingRoom Where, Guid? RoomId = null, string? Link = null, bool IsConfirmed = false)
{
    private const int MostMinutes = 12 * 60;

    internal DateTime StartsAt => StartOn(Day);

    internal DateTime StartOn(DateOnly day) => TimeZones.At(day, At);

    /// <summary>Null where it can be; else <c>meetings.in-past</c>, <c>meetings.not-a-quarter</c>, <c>meetings.length</c>, <c>meetings.link-unreadable</c>,
    /// <c>meetings.unknown-room</c>, <c>meetings.room-too-small</c>.</summary>
    /// <param name="guests">How many need a chair.</param>
    internal async Task<Failure?> RefuseAsync(VejviserDb db, int guests, DateTime now, CancellationToken cancel)
    {
        if (Day < TimeZones.DayOf(now))
            return Failure.Of("meetings.in-past");
        if (At.Minute % Quarters.Minutes != 0 || At.Second != 0)
            return Failure.Of("meetings.not-a-quarter");
        if (Minutes is < 5 or > MostMinutes)
            return Failure.Of("meetings.length", ("most", MostMinutes));
        if (Link is not null && !(Uri.TryCreate(Link, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps))
            return Failure.Of("meetings.link-unreadable");
        if (RoomId is null)
            return null;
        if (Where != MeetingRoom.OnSite || await db.Rooms.AsNoTracking().SingleOrDefaultAsync(r => r.Id == RoomId && !r.IsClosed, cancel) is not { } room)
            return Failure.Of("meetings.unknown-room");
        return guests > room.Seats ? Failure.Of("meetings.room-too-small", ("room", room.Name), ("seats", room.Seats), ("guests", guests)) : null;
    }
}
