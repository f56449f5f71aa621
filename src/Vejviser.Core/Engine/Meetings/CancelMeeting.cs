using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Engine.Meetings;

/// <param name="AndFollowing">Also the meetings of its series that come after it.</param>
public sealed record CancelMeetingInput(Guid MeetingId, string? Reason, bool AndFollowing = false);

/// <summary>
/// Calls a planned meeting off; everybody's time, and the room, are free again. Failures: <c>meetings.unknown</c>, <c>meetings.not-planned</c>,
/// <c>meetings.reason-required</c>, <c>meetings.changed-meanwhile</c>.
/// </summary>
public sealed class CancelMeeting(VejviserDb db)
{
    /// <returns>How many were cancelled.</returns>
    public async Task<Result<int>> RunAsync(CancelMeetingInput input, Reader who, AuditContext audit, CancellationToken cancel = default)
    {
        if (await MeetingChange.FindAsync(db, who, input.MeetingId, audit, cancel) is not { } meeting)
            return Failure.Of("meetings.unknown");
        if (await db.IsHandledAsync(audit, cancel))
            return 0;
        if (meeting.State != MeetingState.Planned)
            return Failure.Of("meetings.not-planned");
        if (string.IsNullOrWhiteSpace(input.Reason))
            return Failure.Of("meetings.reason-required");
        List<Meeting> all = [meeting];
        if (input.AndFollowing && meeting.SeriesId is { } series)
            all.AddRange(await db.Meetings.Where(m => m.SeriesId == series && m.State == MeetingState.Planned && m.StartsAt > meeting.StartsAt).ToListAsync(cancel));

        foreach (var one in all)
        {
            (one.State, one.CancelReason) = (MeetingState.Cancelled, input.Reason.Trim());
            one.Version++;
        }

        var ids = all.Select(m => m.Id).ToList();
        db.MeetingSlots.RemoveRange(await db.MeetingSlots.Where(s => ids.Contains(s.MeetingId)).ToListAsync(cancel));
        var subjects = all.Select(m => MeetingChange.Subject(m, AuditDetails.Of(("on", m.Day)))).ToList();
        return await db.SaveAsync(audit with { Reason = input.Reason.Trim() }, subjects, cancel) == SaveOutcome.Conflict ? Failure.Of("meetings.changed-meanwhile") : all.Count;
    }
}
