using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Engine.Interpreters;

/// <param name="Complaint">In the words of who complains; null leaves what stands.</param>
/// <param name="IsNotAgain">The newcomers of the meeting are not given this interpreter again.</param>
public sealed record NoteInterpretingInput(Guid BookingId, InterpretingOutcome Outcome, string? Complaint = null, bool IsNotAgain = false);

/// <summary>
/// Notes how it went: the interpreter came or did not, a complaint, and that the newcomer does not want them again. Failures:
/// <c>interpreters.unknown-booking</c>, <c>interpreters.none-assigned</c>, <c>interpreters.not-yet</c>, <c>interpreters.complaint-too-long</c>, <c>interpreters.changed-meanwhile</c>.
/// </summary>
public sealed class NoteInterpreting(VejviserDb db)
{
    private const int MostComplaint = 2000;

    public async Task<Result<Done>> RunAsync(NoteInterpretingInput input, Reader who, AuditContext audit, CancellationToken cancel = default)
    {
        if (await InterpreterChange.FindAsync(db, who, input.BookingId, audit, cancel) is not var (booking, meeting))
            return Failure.Of("interpreters.unknown-booking");
        if (await db.IsHandledAsync(audit, cancel))
            return Done.Result;
        if (booking.InterpreterId is not { } interpreter)
            return Failure.Of("interpreters.none-assigned");
        if (input.Outcome != InterpretingOutcome.NotNoted && audit.At < meeting.StartsAt)
            return Failure.Of("interpreters.not-yet");
        if (input.Complaint?.Length > MostComplaint)
            return Failure.Of("interpreters.complaint-too-long", ("most", MostComplaint));
        booking.Outcome = input.Outcome;
        booking.Complaint = string.IsNullOrWhiteSpace(input.Complaint) ? booking.Complaint : input.Complaint.Trim();
        booking.Version++;
        if (input.IsNotAgain)
            await AvoidAsync(meeting.Id, interpreter, cancel);
        return await InterpreterChange.SaveAsync(db, booking, meeting, audit, ("outcome", input.Outcome.ToString()), cancel);
    }

    private async Task AvoidAsync(Guid meeting, Guid interpreter, CancellationToken cancel)
    {
        var people = await db.MeetingParticipants.Where(p => p.MeetingId == meeting && p.PersonId != null).Select(p => p.PersonId!.Value).ToListAsync(cancel);
        var known = await db.InterpretersAvoided.Where(a => a.InterpreterId == interpreter && people.Contains(a.PersonId)).Select(a => a.PersonId).ToListAsync(cancel);
        db.InterpretersAvoided.AddRange(people.Except(known).Select(p => new InterpreterAvoided { PersonId = p, InterpreterId = interpreter }));
    }
}
