using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Plans.Road;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Engine.Meetings;

/// <summary>Booked meetings on a road, in the place of the dates that the practices propose for them.</summary>
public static class BookedOnRoad
{
    /// <summary>Meetings of these plans, and those their people are asked to with others, also of before today: what has been held is not proposed again.</summary>
    public static async Task<IReadOnlyList<Meeting>> OfPlansAsync(VejviserDb db, IReadOnlyCollection<Guid> plans, CancellationToken cancel)
    {
        // Each half by its own index: asked together, every meeting there is would be looked at.
        var theirs = db.Meetings.Where(m => m.PlanId != null && plans.Contains(m.PlanId.Value)).Select(m => m.Id)
            .Union(db.MeetingParticipants.Where(p => p.PlanId != null && plans.Contains(p.PlanId.Value)).Select(p => p.MeetingId));
        return await db.Meetings.AsNoTracking().Where(m => m.State != MeetingState.Cancelled && theirs.Contains(m.Id)).ToListAsync(cancel);
    }

    /// <summary>Meetings in the reader's sight that the person is asked to, of any plan or none.</summary>
    public static async Task<IReadOnlyList<Meeting>> OfPersonAsync(VejviserDb db, Reader who, Guid personId, DateOnly from, DateTime now, CancellationToken cancel) =>
        await db.Meetings.AsNoTracking().VisibleTo(db, who, now).Where(m => m.State == MeetingState.Planned && m.Day >= from && db.MeetingParticipants.Any(p => p.MeetingId == m.Id && p.PersonId == personId))
            .ToListAsync(cancel);

    /// <param name="proposed">As the definitions reckon them.</param>
    /// <param name="ofPlans">As <see cref="OfPlansAsync"/> gives them: each takes the place of its proposal.</param>
    /// <param name="coming">The booked meetings to show.</param>
    /// <param name="definitionOf">The definition of a version.</param>
    public static IReadOnlyList<RoadEvent> Merge(
        IEnumerable<RoadEvent> proposed, IReadOnlyList<Meeting> ofPlans, IEnumerable<Meeting> coming, Func<Guid, PracticeDefinition> definitionOf) =>
        [.. proposed.Where(p => !ofPlans.Any(m => TakesThePlaceOf(m, p, p.VersionId is { } version ? definitionOf(version) : null))).Concat(coming.Select(Event)).OrderBy(e => e.Date).ThenBy(e => e.At)];

    /// <summary>A meeting that is held once is replaced wherever it was put; of one that returns, the day that was proposed.</summary>
    internal static bool TakesThePlaceOf(Meeting booked, RoadEvent proposal, PracticeDefinition? definition)
    {
        if (booked.PlanId != proposal.PlanId || booked.PracticeMeeting != proposal.Meeting)
            return false;
        return booked.ProposedOn == proposal.Date || booked.Day == proposal.Date || (definition is not null && IsOnce(definition, proposal.Meeting));
    }

    private static bool IsOnce(PracticeDefinition definition, string? meeting) =>
        definition.Meetings.FirstOrDefault(m => m.Id == meeting) is { Rule: null } found && definition.Meetings.All(m => m.Id != found.Due?.Anchor);

    private static RoadEvent Event(Meeting meeting) => new(
        meeting.PlanId, null, null, meeting.PracticeMeeting, meeting.Day, TimeOnly.FromDateTime(TimeZones.ToDanish(meeting.StartsAt)), (int)(meeting.EndsAt - meeting.StartsAt).TotalMinutes)
    {
        Booked = new BookedEvent(meeting.Id, meeting.Title),
    };
}
