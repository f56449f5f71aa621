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
        var proposed = await proposals.OfAsync(db, query, cancel);
        var plans = proposed.Select(p => p.Event.PlanId).Distinct().ToList();
        var ofPlans = await db.Meetings.AsNoTracking().Where(m => m.PlanId != null && plans.Contains(m.PlanId)).ToListAsync(cancel);
        var open = proposed.Where(p => !ofPlans.Exists(m => BookedOnRoad.TakesThePlaceOf(m, p.Event, p.Definition))).Select(Of);
        return [.. open.Concat(await BookedAsync(db, query, cancel)).Concat(await HeldForAsync(db, query, cancel)).OrderBy(a => a.Date).ThenBy(a => a.At).ThenBy(a => a.Key, StringComparer.Ordinal)];
    }

    private async Task<IReadOnlyList<Appointment>> BookedAsync(VejviserDb db, AppointmentQuery query, CancellationToken cancel)
    {
        var ids = query.People.ToList();
        var rows = await (
            from g in db.MeetingParticipants.AsNoTracking()
            where g.PersonId != null && ids.Contains(g.PersonId.Value)
            join m in db.Meetings on g.MeetingId equals m.Id
            where m.State == MeetingState.Planned && m.Day >= query.From && m.Day <= query.To
            join p in db.People on g.PersonId equals p.Id
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
    private async Task<IReadOnlyList<Appointment>> HeldForAsync(VejviserDb db, AppointmentQuery query, CancellationToken cancel)
    {
        var meetings = (await db.Meetings.AsNoTracking()
            .Where(m => m.Practice != null && m.PlanId == null && m.Kind == MeetingKind.Series && m.State == MeetingState.Planned && m.Day >= query.From && m.Day <= query.To)
            .Select(m => new { Meeting = m, Room = db.Rooms.Where(r => r.Id == m.RoomId).Select(r => r.Name).FirstOrDefault() }).ToListAsync(cancel)).ToLookup(m => m.Meeting.Practice!);
        if (meetings.Count == 0)
            return [];
        var (ids, holding) = (query.People.ToList(), meetings.Select(m => m.Key).ToList());
        var people = await db.People.AsNoTracking().Where(p => ids.Contains(p.Id) && p.MergedIntoId == null)
            .Join(db.Households.Where(h => h.ArrivalDate != null), p => p.HouseholdId, h => h.Id, (p, h) => new { p.Id, p.HouseholdId, Arrival = h.ArrivalDate!.Value }).ToListAsync(cancel);
        var homes = people.Select(p => p.HouseholdId).Distinct().ToList();
        var plans = (await db.Plans.AsNoTracking().Where(l => l.State == PlanState.Running && homes.Contains(l.HouseholdId) && holding.Contains(l.Practice))
            .Select(l => new { l.Practice, l.PracticeVersionId, l.HouseholdId, l.PersonId }).ToListAsync(cancel)).ToLookup(l => l.HouseholdId);
        var found = new List<Appointment>();
        foreach (var (person, plan) in people.SelectMany(p => plans[p.HouseholdId].Where(l => l.PersonId is null || l.PersonId == p.Id).Select(l => (p, l))))
        {
            var definition = await practices.OfAsync(db, plan.PracticeVersionId, cancel);
            var invited = definition.Meetings.Where(m => m.Invites == MeetingGuests.Newcomers).Select(m => m.Id).ToHashSet(StringComparer.Ordinal);
            found.AddRange(meetings[plan.Practice].Where(m => person.Arrival <= m.Meeting.Day && m.Meeting.PracticeMeeting is { } held && invited.Contains(held)).Select(m => new Appointment(
                $"{m.Meeting.Id:N}", definition.Id, Title(m.Meeting, definition), person.Id, person.HouseholdId, m.Meeting.Day, TimeOnly.FromDateTime(TimeZones.ToDanish(m.Meeting.StartsAt)),
                (int)(m.Meeting.EndsAt - m.Meeting.StartsAt).TotalMinutes, PlaceOf(m.Meeting.Where), m.Room ?? m.Meeting.Link, null, m.Meeting.Id)));
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
