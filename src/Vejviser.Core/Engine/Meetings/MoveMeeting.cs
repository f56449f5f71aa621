using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.Law;

namespace Vejviser.Core.Engine.Meetings;

/// <param name="Version">What the form saw; null asks for none.</param>
public sealed record MoveMeetingInput(Guid MeetingId, MeetingTime Time, int? Version = null);

/// <summary>
/// Moves a planned meeting to another time or place; the answers of those asked begin anew where the time is another. Failures: <c>meetings.unknown</c>,
/// <c>meetings.not-planned</c>, <c>meetings.changed-meanwhile</c>, <c>meetings.closed-day</c>, <c>meetings.taken</c>, <c>meetings.taken-and-full</c>, and those of <see cref="MeetingTime"/>.
/// </summary>
public sealed class MoveMeeting(VejviserDb db, LawBook law)
{
    public async Task<Result<Done>> RunAsync(MoveMeetingInput input, Reader who, AuditContext audit, CancellationToken cancel = default)
    {
        if (await MeetingChange.FindAsync(db, who, input.MeetingId, audit, cancel) is not { } meeting)
            return Failure.Of("meetings.unknown");
        if (await db.IsHandledAsync(audit, cancel))
            return Done.Result;
        if (meeting.State != MeetingState.Planned)
            return Failure.Of("meetings.not-planned");
        if (input.Version is { } seen && seen != meeting.Version)
            return Failure.Of("meetings.changed-meanwhile");
        var participants = await db.MeetingParticipants.Where(p => p.MeetingId == meeting.Id).ToListAsync(cancel);
        if (await RefuseAsync(input.Time, participants.Count, who, audit.At, cancel) is { } refusal)
            return refusal;

        var (before, time) = (meeting.StartsAt, input.Time);
        (meeting.Day, meeting.StartsAt, meeting.EndsAt) = (time.Day, time.StartsAt, time.StartsAt.AddMinutes(time.Minutes));
        (meeting.Where, meeting.RoomId, meeting.Link) = (time.Where, time.RoomId, time.Link);
        meeting.Version++;
        if (before != meeting.StartsAt)
            participants.ForEach(p => p.Answer = Invited.NotAnswered);
        var had = await db.MeetingSlots.Where(s => s.MeetingId == meeting.Id).ToListAsync(cancel);
        var slots = meeting.Slots(participants).ToList();
        db.MeetingSlots.RemoveRange(had.Where(h => !slots.Exists(s => IsSame(s, h))));
        db.MeetingSlots.AddRange(slots.Where(s => !had.Exists(h => IsSame(s, h))).OrderBy(s => s.SubjectId).ThenBy(s => s.Quarter));
        var moved = await MeetingChange.SaveAsync(db, law, who, [meeting], slots, audit, m => AuditDetails.Of(("starts", new[] { before, m.StartsAt }), ("room", m.RoomId)), cancel);
        return moved is { } failure ? failure : Done.Result;
    }

    private static bool IsSame(MeetingSlot one, MeetingSlot other) => (one.SubjectId, one.Quarter) == (other.SubjectId, other.Quarter);

    private async Task<Failure?> RefuseAsync(MeetingTime time, int guests, Reader who, DateTime now, CancellationToken cancel)
    {
        if (await time.RefuseAsync(db, guests, now, cancel) is { } refusal)
            return refusal;
        var closed = await ClosedDays.AmongAsync(db, law, [time.Day], who.Language, cancel);
        return !time.IsConfirmed && closed.TryGetValue(time.Day, out var name) ? Failure.Of("meetings.closed-day", ("date", time.Day), ("name", name)) : null;
    }
}
