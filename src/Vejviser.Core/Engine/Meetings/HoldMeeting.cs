using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Engine.Meetings;

/// <param name="Attendance">By participant; who is not named keeps what was noted.</param>
/// <param name="Version">What the form saw; null asks for none.</param>
public sealed record HoldMeetingInput(Guid MeetingId, IReadOnlyDictionary<Guid, Attendance> Attendance, string? Minutes, int? Version = null);

/// <summary>
/// Notes that a meeting was held: who came, who did not, and the minutes; again to correct it. Failures: <c>meetings.unknown</c>, <c>meetings.is-cancelled</c>,
/// <c>meetings.not-yet</c>, <c>meetings.minutes-too-long</c>, <c>meetings.changed-meanwhile</c>.
/// </summary>
public sealed class HoldMeeting(VejviserDb db)
{
    private const int MostMinutes = 20_000;

    public async Task<Result<Done>> RunAsync(HoldMeetingInput input, Reader who, AuditContext audit, CancellationToken cancel = default)
    {
        if (await MeetingChange.FindAsync(db, who, input.MeetingId, audit, cancel) is not { } meeting)
            return Failure.Of("meetings.unknown");
        if (await db.IsHandledAsync(audit, cancel))
            return Done.Result;
        if (meeting.State == MeetingState.Cancelled)
            return Failure.Of("meetings.is-cancelled");
        if (meeting.Day > audit.Day)
            return Failure.Of("meetings.not-yet", ("date", meeting.Day));
        if (input.Minutes?.Length > MostMinutes)
            return Failure.Of("meetings.minutes-too-long", ("most", MostMinutes));
        if (input.Version is { } seen && seen != meeting.Version)
            return Failure.Of("meetings.changed-meanwhile");

        var participants = await db.MeetingParticipants.Where(p => p.MeetingId == meeting.Id).ToListAsync(cancel);
        foreach (var participant in participants)
            participant.Attendance = input.Attendance.GetValueOrDefault(participant.Id, participant.Attendance);
        (meeting.State, meeting.Minutes) = (MeetingState.Held, input.Minutes.OrNull());
        meeting.Version++;
        var details = AuditDetails.Of(
            ("attended", participants.Count(p => p.Attendance == Attendance.Attended)), ("no-show", participants.Where(p => p is { Attendance: Attendance.NoShow, PersonId: not null }).Select(p => p.PersonId)));
        return await MeetingChange.SaveAsync(db, meeting, audit, details, cancel);
    }
}
