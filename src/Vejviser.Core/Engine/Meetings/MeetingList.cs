using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Access;

namespace Vejviser.Core.Engine.Meetings;

/// <summary>Whose meetings to list.</summary>
public enum MeetingWhose
{
    /// <summary>Called by the reader, or with the reader in them.</summary>
    Mine = 0,

    /// <summary>With somebody of the reader's units in them.</summary>
    Unit,

    /// <summary>All that the reader may see.</summary>
    All,
}

/// <param name="From">Both ends are included.</param>
/// <param name="RoomId">One room's meetings; null for all.</param>
/// <param name="Page">From 1.</param>
public sealed record MeetingFilter(DateOnly From, DateOnly To, MeetingWhose Whose = MeetingWhose.Mine, Guid? RoomId = null, int Page = 1);

/// <summary>A meeting as lists show it.</summary>
/// <param name="Name">The person's, or the household's; null where it is about none, or none the reader may see.</param>
/// <param name="IsHidden">It is about a household out of the reader's sight.</param>
/// <param name="NeedsInterpreter">One of the newcomers asked needs an interpreter.</param>
public sealed record MeetingLine(
    Guid Id, string Title, DateTime StartsAt, DateTime EndsAt, DateOnly Day, MeetingRoom Where, string? Room, MeetingState State, Guid? SeriesId, Guid? HouseholdId, Guid? PersonId,
    string? Name, string? Reference, bool IsProtected, bool IsHidden, bool NeedsInterpreter);

/// <summary>Meetings in order of time, filtered and paged by the database.</summary>
public static class MeetingList
{
    public const int PageSize = 50;

    /// <returns>One row more than <see cref="PageSize"/> is the sign of a next page.</returns>
    public static async Task<IReadOnlyList<MeetingLine>> ReadAsync(VejviserDb db, Reader who, MeetingFilter filter, DateTime now, CancellationToken cancel)
    {
        var meetings = Of(db, who, filter.Whose, now).Where(m => m.Day >= filter.From && m.Day <= filter.To && (filter.RoomId == null || m.RoomId == filter.RoomId));
        var page = meetings.OrderBy(m => m.StartsAt).ThenBy(m => m.Id).Skip((filter.Page - 1) * PageSize).Take(PageSize + 1);
        return await Lines(db, who, page, now).ToListAsync(cancel);
    }

    /// <summary>A household's meetings from a day on that are not called off, soonest first; the caller has looked whether the reader may see it.</summary>
    public static async Task<IReadOnlyList<MeetingLine>> OfHouseholdAsync(VejviserDb db, Reader who, Guid householdId, DateOnly from, DateTime now, CancellationToken cancel) =>
        await Lines(db, who, db.Meetings.AsNoTracking().Where(m => m.HouseholdId == householdId && m.Day >= from && m.State != MeetingState.Cancelled)
            .OrderBy(m => m.StartsAt).ThenBy(m => m.Id).Take(PageSize), now).ToListAsync(cancel);

    private static IQueryable<Meeting> Of(VejviserDb db, Reader who, MeetingWhose whose, DateTime now)
    {
        var (account, units) = (who.AccountId, who.UnitIds.ToList());
        var meetings = db.Meetings.AsNoTracking();
        return whose switch
        {
            MeetingWhose.Mine => meetings.Where(m => m.OrganiserId == account || db.MeetingParticipants.Any(p => p.MeetingId == m.Id && p.AccountId == account)),
            MeetingWhose.Unit => meetings.VisibleTo(db, who, now)
                .Where(m => db.MeetingParticipants.Any(p => p.MeetingId == m.Id && ((p.UnitId != null && units.Contains(p.UnitId.Value)) || db.UnitMembers.Any(u => u.AccountId == p.AccountId && units.Contains(u.UnitId))))),
            _ => meetings.VisibleTo(db, who, now),
        };
    }

    private static IQueryable<MeetingLine> Lines(VejviserDb db, Reader who, IQueryable<Meeting> meetings, DateTime now)
    {
        var visible = db.Households.VisibleTo(db, who, now);
        return from m in meetings
               join h in visible on m.HouseholdId equals (Guid?)h.Id into homes
               from home in homes.DefaultIfEmpty()
               join x in db.People on m.PersonId equals (Guid?)x.Id into people
               from person in people.DefaultIfEmpty()
               select new MeetingLine(
                   m.Id, m.Title, m.StartsAt, m.EndsAt, m.Day, m.Where, db.Rooms.Where(r => r.Id == m.RoomId).Select(r => r.Name).FirstOrDefault(), m.State, m.SeriesId, m.HouseholdId, m.PersonId,
                   home == null ? null : person == null ? home.Name : person.GivenName + " " + person.FamilyName, home == null ? null : home.Reference,
                   person == null ? db.People.Any(p => p.HouseholdId == m.HouseholdId && p.HasProtectedAddress) : person.HasProtectedAddress, m.HouseholdId != null && home == null,
                   db.MeetingParticipants.Any(p => p.MeetingId == m.Id && db.People.Any(q => q.Id == p.PersonId && q.NeedsInterpreter)));
    }
}
