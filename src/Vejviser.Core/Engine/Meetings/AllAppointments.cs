using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Messages;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Engine.Plans.Road;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Engine.Meetings;

/// <summary>
/// All that people are to come to: booked meetings, and what running plans propose where nobody has booked it yet. A meeting that was booked and called off
/// is no appointment, though the staff's road proposes it anew: who was told that it is cancelled is not to come.
/// </summary>
public sealed class AllAppointments(PlanProposals proposals, EffectivePractices practices) : IAppointments
{
    public async Task<IReadOnlyList<Appointment>> OfAsync(VejviserDb db, AppointmentQuery query, CancellationToken cancel)
    {
        var near = await proposals.NearAsync(db, query, cancel);
        var proposed = await proposals.OfAsync(db, query, near, cancel);
        var plans = proposed.Select(p => p.Event.PlanId).Distinct().ToList();
        var ofPlans = await db.Meetings.AsNoTracking().Where(m => m.PlanId != null && plans.Contains(m.PlanId)).ToListAsync(cancel);
        var open = proposed.Where(p => !ofPlans.Exists(m => BookedOnRoad.TakesThePlaceOf(m, p.Event, p.Definition))).Select(Of);
        return [.. open.Concat(await BookedAsync(db, query, cancel)).Concat(await HeldForAsync(db, query, near, cancel)).OrderBy(a => a.Date).ThenBy(a => a.At).ThenBy(a => a.Key, StringComparer.Ordinal)];
    }

    private async Task<IReadOnlyList<Appointment>> BookedAsync(VejviserDb db, AppointmentQuery query, CancellationToken cancel)
    {
        var (ids, homes) = (query.People.Select(p => p.Id).ToList(), query.Households);
        var people = db.People.Where(p => p.MergedIntoId == null);
        people = homes.Count == 0 ? people.Where(p => ids.Contains(p.Id)) : people.Where(p => ids.Contains(p.Id) || homes.Contains(p.HouseholdId));
        var rows = await (
            from g in db.MeetingParticipants.AsNoTracking()
            join m in db.Meetings on g.MeetingId equals m.Id
            where m.State == MeetingState.Planned && m.Day >= query.From && m.Day <= query.To
            join p in people on g.PersonId equals p.Id
            select new
            {
                Meeting = m, PersonId = p.Id, p.HouseholdId,
                Room = db.Rooms.Where(r => r.Id == m.RoomId).Select(r => r.Name).FirstOrDefault(),
                Version = db.Plans.Where(l => l.Id == (m.PlanId ?? g.PlanId)).Select(l => (Guid?)l.PracticeVersionId).FirstOrDefault(),
                With = db.MeetingParticipants.Where(a => a.MeetingId == m.Id && a.AccountId != null).OrderByDescending(a => a.AccountId == m.OrganiserId).ThenBy(a => a.Id).Select(a => a.AccountId).FirstOrDefault(),
            }).ToListAsync(cancel);
        var found = new List<Appointment>();
        foreach (var row in rows)
        {
            var meeting = row.Meeting;
            var definition = row.Version is { } version ? await practices.OfAsync(db, version, cancel) : null;
            found.Add(new Appointment(
                $"{meeting.Id:N}", definition?.Id ?? "", Title(meeting, definition), row.PersonId, row.HouseholdId, meeting.Day, TimeOnly.FromDateTime(TimeZones.ToDanish(meeting.StartsAt)),
                (int)(meeting.EndsAt - meeting.StartsAt).TotalMinutes, PlaceOf(meeting.Where), row.Room ?? meeting.Link, row.With, meeting.Id));
        }

        return found;
    }

    /// <summary>What a practice holds for all newcomers in it, once they have moved in; nobody is asked by name. An open house asks nobody.</summary>
    private static async Task<IReadOnlyList<Appointment>> HeldForAsync(VejviserDb db, AppointmentQuery query, PlansNear near, CancellationToken cancel)
    {
        var meetings = (await db.Meetings.AsNoTracking()
            .Where(m => m.Practice != null && m.PlanId == null && m.Kind == MeetingKind.Series && m.State == MeetingState.Planned && m.Day >= query.From && m.Day <= query.To)
            .Select(m => new { Meeting = m, Room = db.Rooms.Where(r => r.Id == m.RoomId).Select(r => r.Name).FirstOrDefault() }).ToListAsync(cancel)).ToLookup(m => m.Meeting.Practice!);
        if (meetings.Count == 0)
            return [];
        var holding = query.HouseholdsAsked.SelectMany(h => near.Running[h]).Where(l => meetings.Contains(l.Definition.Id)).ToDictionary(l => l.Id, l => l.Definition);
        var ids = holding.Keys.ToList();
        var plans = await (
            from l in db.Plans.AsNoTracking()
            where ids.Contains(l.Id) && l.State == PlanState.Running
            join h in db.Households on l.HouseholdId equals h.Id
            where h.ArrivalDate != null
            select new { l.Id, l.HouseholdId, l.PersonId, Arrival = h.ArrivalDate!.Value }).ToListAsync(cancel);
        var people = await query.PeopleInAsync(db, plans.Select(l => l.HouseholdId), cancel);
        var found = new List<Appointment>();
        foreach (var plan in plans)
        {
            var definition = holding[plan.Id];
            var invited = definition.Meetings.Where(m => m.Invites == MeetingGuests.Newcomers).Select(m => m.Id).ToHashSet(StringComparer.Ordinal);
            var held = meetings[definition.Id].Where(m => plan.Arrival <= m.Meeting.Day && m.Meeting.PracticeMeeting is { } meeting && invited.Contains(meeting)).ToList();
            found.AddRange(people[plan.HouseholdId].Where(p => plan.PersonId is null || plan.PersonId == p.Id).SelectMany(p => held.ConvertAll(m => new Appointment(
                $"{m.Meeting.Id:N}", definition.Id, Title(m.Meeting, definition), p.Id, p.HouseholdId, m.Meeting.Day, TimeOnly.FromDateTime(TimeZones.ToDanish(m.Meeting.StartsAt)),
                (int)(m.Meeting.EndsAt - m.Meeting.StartsAt).TotalMinutes, PlaceOf(m.Meeting.Where), m.Room ?? m.Meeting.Link, null, m.Meeting.Id))));
        }

        return found;
    }

    /// <summary>In the practice's words where it is one of its meetings: they are in more than one language.</summary>
    private static IReadOnlyDictionary<string, string> Title(Meeting meeting, PracticeDefinition? definition) =>
        definition is not null && definition.Meetings.Any(m => m.Id == meeting.PracticeMeeting) ? Title(definition, meeting.PracticeMeeting!) : Texts.Languages.ToDictionary(l => l, _ => meeting.Title, StringComparer.Ordinal);

    private static Dictionary<string, string> Title(PracticeDefinition definition, string meeting) =>
        Texts.Languages.ToDictionary(l => l, l => definition.TextsIn(l).Meetings[meeting].Title, StringComparer.Ordinal);

    private static Appointment Of(Proposal proposal)
    {
        var (plan, meeting) = (proposal.Event, proposal.Meeting);
        return new Appointment(
            $"{plan.PlanId:N}-{meeting.Id}-{plan.Date:yyyyMMdd}", proposal.Definition.Id, Title(proposal.Definition, meeting.Id), proposal.PersonId, proposal.HouseholdId, plan.Date, plan.At, plan.Minutes, PlaceOf(meeting.Room));
    }

    private static AppointmentPlace PlaceOf(MeetingRoom where) => where switch
    {
        MeetingRoom.Online => AppointmentPlace.Online,
        MeetingRoom.Home => AppointmentPlace.Home,
        MeetingRoom.Phone => AppointmentPlace.Phone,
        MeetingRoom.Visit => AppointmentPlace.Visit,
        _ => AppointmentPlace.OnSite,
    };
}
