using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Engine.Meetings;

public sealed record AnswerInvitationInput(Guid MeetingId, Guid ParticipantId, Invited Answer);

/// <summary>
/// Notes whether somebody comes: oneself, or somebody one has called. Failures: <c>meetings.unknown</c>, <c>meetings.not-planned</c>, <c>meetings.unknown-guest</c>,
/// <c>meetings.changed-meanwhile</c>.
/// </summary>
public sealed class AnswerInvitation(VejviserDb db)
{
    public async Task<Result<Done>> RunAsync(AnswerInvitationInput input, Reader who, AuditContext audit, CancellationToken cancel = default)
    {
        if (await MeetingChange.FindAsync(db, who, input.MeetingId, audit, cancel) is not { } meeting)
            return Failure.Of("meetings.unknown");
        if (await db.IsHandledAsync(audit, cancel))
            return Done.Result;
        if (meeting.State != MeetingState.Planned)
            return Failure.Of("meetings.not-planned");
        if (await db.MeetingParticipants.SingleOrDefaultAsync(p => p.Id == input.ParticipantId && p.MeetingId == meeting.Id, cancel) is not { } participant)
            return Failure.Of("meetings.unknown-guest");
        if (participant.Answer == input.Answer)
            return Done.Result;
        participant.Answer = input.Answer;
        return await MeetingChange.SaveAsync(db, meeting, audit, AuditDetails.Of(("participant", participant.Id), ("answer", input.Answer.ToString())), cancel);
    }
}
