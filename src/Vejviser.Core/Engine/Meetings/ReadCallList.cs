using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Access;

namespace Vejviser.Core.Engine.Meetings;

/// <summary>A newcomer to call about a meeting.</summary>
public sealed record CallLine(
    Guid MeetingId, string Title, DateTime StartsAt, MeetingRoom Where, string? Room, Guid PersonId, Guid HouseholdId, string Name, string? Reference, bool IsProtected, string? Phone, string? Language,
    bool NeedsInterpreter, Invited Answer);

/// <summary>Whom to call the day before: newcomers in sight who are asked to a planned meeting of the day.</summary>
public static class ReadCallList
{
    /// <summary>More than a day's calls of one town hall.</summary>
    private const int Most = 500;

    public static async Task<IReadOnlyList<CallLine>> RunAsync(VejviserDb db, Reader who, DateOnly day, DateTime now, CancellationToken cancel)
    {
        var people = db.People.AsNoTracking().VisibleTo(db, who, now);
        var calls =
            from m in db.Meetings.AsNoTracking().VisibleTo(db, who, now)
            where m.Day == day && m.State == MeetingState.Planned
            join a in db.MeetingParticipants on m.Id equals a.MeetingId
            join p in people on a.PersonId equals p.Id
            orderby m.StartsAt, p.FamilyName, p.GivenName, p.Id
            select new CallLine(
                m.Id, m.Title, m.StartsAt, m.Where, db.Rooms.Where(r => r.Id == m.RoomId).Select(r => r.Name).FirstOrDefault(), p.Id, p.HouseholdId, p.GivenName + " " + p.FamilyName, p.CaseRef,
                p.HasProtectedAddress, p.Phone, p.Language, p.NeedsInterpreter, a.Answer);
        return await calls.Take(Most).ToListAsync(cancel);
    }
}
