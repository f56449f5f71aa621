using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Meetings;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.Law;

namespace Vejviser.Core.Engine.Gatherings;

/// <summary>A practice's meetings: what it wants, and what is booked.</summary>
/// <param name="Booked">By their keys, those somebody has called off too: what a person has cancelled is not booked again.</param>
internal sealed record GatheredMeetings(
    PracticeDefinition Definition, WorkdayCalendar Calendar, IReadOnlyList<GatheredPlan> Plans, IReadOnlyList<WantedMeeting> Wanted, IReadOnlyList<Meeting> Booked, ILookup<Guid, MeetingParticipant> Participants)
{
    private const string GroupMost = "group-size-most";

    /// <returns>Null where the practice is not adopted, or books nothing by itself.</returns>
    public static async Task<GatheredMeetings?> LoadAsync(VejviserDb db, EffectivePractices practices, PlanLaw law, string practice, DateOnly today, CancellationToken cancel)
    {
        var versions = await db.PracticeVersions.AsNoTracking().Where(v => v.Practice == practice).OrderBy(v => v.Number).ToListAsync(cancel);
        if (versions.Count == 0 || await practices.OfAsync(db, versions[^1], cancel) is not { } definition || !definition.Meetings.Any(m => m.BooksItself))
            return null;
        var (calendar, plans) = (await law.CalendarAsync(db, cancel), await GatheredPlan.LoadAsync(db, practices, practice, cancel));
        // What is over matters only where its plan still runs: it has been held, or called off, and is not wanted anew.
        var running = db.Plans.Where(p => p.Practice == practice && p.State == PlanState.Running).Select(p => (Guid?)p.Id);
        var kept = db.Meetings.Where(m => m.Practice == practice && m.KeptKey != null
            && (m.Day >= today || running.Contains(m.PlanId) || db.MeetingParticipants.Any(p => p.MeetingId == m.Id && running.Contains(p.PlanId))));
        var booked = await kept.ToListAsync(cancel);
        var byHand = await db.Meetings.Where(m => m.KeptKey == null && m.State != MeetingState.Cancelled && m.PracticeMeeting != null && running.Contains(m.PlanId))
            .ToListAsync(cancel);
        var participants = (await db.MeetingParticipants.Where(p => kept.Select(m => m.Id).Contains(p.MeetingId)).ToListAsync(cancel)).ToLookup(p => p.MeetingId);
        var all = booked.Concat(byHand).ToList();
        return new GatheredMeetings(definition, calendar, plans, Want(definition, TimeZones.DayOf(versions[0].PublishedAt), plans, all, participants, today, calendar), all, participants);
    }

    /// <summary>The meeting that is there for a wanted one: the product's own, or one that somebody booked for the plan.</summary>
    public Meeting? Find(WantedMeeting wanted) =>
        Booked.FirstOrDefault(m => m.KeptKey == wanted.Key) ?? (wanted.Plan is { } plan ? Booked.FirstOrDefault(m => m.KeptKey is null && m.PlanId == plan.Id && m.PracticeMeeting == wanted.Meeting.Id) : null);

    private static IReadOnlyList<WantedMeeting> Want(
        PracticeDefinition definition, DateOnly adopted, IReadOnlyList<GatheredPlan> plans, List<Meeting> booked, ILookup<Guid, MeetingParticipant> participants, DateOnly today, WorkdayCalendar calendar)
    {
        var places = booked.SelectMany(m => participants[m.Id].Where(p => p is { PersonId: not null, PlanId: not null }).Select(p => (Meeting: m, Participant: p))).ToLookup(p => (p.Participant.PlanId, p.Meeting.PracticeMeeting));
        var groups = plans.SelectMany(p => WantedMeetings.ToGroup(p, today, calendar))
            .Select(g => (g.Meeting, g.Member, Places: places[(g.Member.Person.PlanId, g.Meeting.Id)].Select(p => p.Meeting).ToList()))
            // Who has been at it is not asked again.
            .Where(g => !g.Places.Exists(m => m.State == MeetingState.Held || (m.State == MeetingState.Planned && m.Day < today)))
            .Select(g => (g.Meeting, Member: g.Member with { Current = g.Places.FirstOrDefault()?.KeptKey }))
            .GroupBy(g => g.Meeting.Id, StringComparer.Ordinal);
        var most = definition.Limits.FirstOrDefault(l => l.Id == GroupMost)?.Value.Value ?? int.MaxValue;
        return
        [
            .. WantedMeetings.OfSeries(definition, adopted, today, calendar),
            .. plans.SelectMany(p => WantedMeetings.OfPlan(p, today, calendar)),
            .. groups.SelectMany(g => LanguageGroups.Form($"{definition.Id}:{g.Key}", [.. g.Select(m => m.Member)], most)
                .Select(group => new WantedMeeting(group.Key, definition, g.First().Meeting, group.Proposed, group.Day) { Language = group.Language, People = [.. group.Members.Select(m => m.Person)] })),
        ];
    }
}
