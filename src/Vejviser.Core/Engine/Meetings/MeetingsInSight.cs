using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Access;

namespace Vejviser.Core.Engine.Meetings;

/// <summary>
/// Need-to-know for meetings: those one called or is asked to, by name or with one's unit; those about a household one may see; and those about no single household that somebody of
/// one's units, or a newcomer one may see, is asked to. Who takes part sees the meeting; whose names it shows is asked person by person.
/// </summary>
public static class MeetingsInSight
{
    public static IQueryable<Meeting> VisibleTo(this IQueryable<Meeting> meetings, VejviserDb db, Reader who, DateTime now)
    {
        if (who.MayEverywhere(Permissions.PeopleAll))
            return meetings;
        var (account, units) = (who.AccountId, who.UnitIds.ToList());
        var households = db.Households.VisibleTo(db, who, now).Select(h => h.Id);
        var people = db.People.VisibleTo(db, who, now).Select(p => p.Id);
        return meetings.Where(m => m.OrganiserId == account
            || db.MeetingParticipants.Any(p => p.MeetingId == m.Id && (p.AccountId == account || (p.UnitId != null && units.Contains(p.UnitId.Value))))
            || (m.HouseholdId != null && households.Contains(m.HouseholdId.Value))
            || (m.HouseholdId == null && db.MeetingParticipants.Any(p => p.MeetingId == m.Id
                && ((p.PersonId != null && people.Contains(p.PersonId.Value)) || db.UnitMembers.Any(u => u.AccountId == p.AccountId && units.Contains(u.UnitId))))));
    }
}
