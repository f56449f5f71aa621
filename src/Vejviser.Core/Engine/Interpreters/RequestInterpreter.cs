using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Meetings;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.Law;
using Vejviser.Core.Foundation.People;

namespace Vejviser.Core.Engine.Interpreters;

/// <param name="Mode">Null: video where it can be, else what there is.</param>
/// <param name="Sex">The newcomer's wish; unknown is no wish.</param>
public sealed record RequestInterpreterInput(Guid MeetingId, string? Language, string? Dialect, InterpretingMode? Mode, Sex Sex = Sex.Unknown, InterpretingField Field = InterpretingField.Authority);

/// <summary>
/// Wants an interpreter for a planned meeting, or changes what is wanted while nobody is assigned. Failures: <c>interpreters.unknown-meeting</c>,
/// <c>interpreters.not-planned</c>, <c>interpreters.language-missing</c>, <c>interpreters.too-many-in-view</c>, <c>interpreters.assigned-already</c>,
/// <c>interpreters.changed-meanwhile</c>.
/// </summary>
public sealed class RequestInterpreter(VejviserDb db, EffectivePractices practices)
{
    /// <returns>The booking.</returns>
    public async Task<Result<Guid>> RunAsync(RequestInterpreterInput input, Reader who, AuditContext audit, CancellationToken cancel = default)
    {
        if (await db.Meetings.AsNoTracking().VisibleTo(db, who, audit.At).SingleOrDefaultAsync(m => m.Id == input.MeetingId, cancel) is not { } meeting)
            return Failure.Of("interpreters.unknown-meeting");
        var booking = await db.InterpreterBookings.SingleOrDefaultAsync(b => b.MeetingId == meeting.Id, cancel);
        if (await db.IsHandledAsync(audit, cancel) && booking is not null)
            return booking.Id;
        if (meeting.State != MeetingState.Planned)
            return Failure.Of("interpreters.not-planned");
        if (string.IsNullOrWhiteSpace(input.Language))
            return Failure.Of("interpreters.language-missing");
        if (booking?.IsCurrent(meeting) == true)
            return Failure.Of("interpreters.assigned-already");
        var most = (await InterpretingRules.LoadAsync(db, practices, cancel)).MostInView;
        var inView = await db.MeetingParticipants.CountAsync(p => p.MeetingId == meeting.Id, cancel);
        if (input.Mode == InterpretingMode.Video && inView > most)
            return Failure.Of("interpreters.too-many-in-view", ("most", most), ("count", inView));

        booking ??= db.InterpreterBookings.Add(new InterpreterBooking { MeetingId = meeting.Id, Language = input.Language, RequestedBy = who.AccountId }).Entity;
        (booking.Language, booking.Dialect) = (input.Language, input.Dialect.OrNull());
        (booking.WantedMode, booking.WantedSex, booking.Field) = (input.Mode, input.Sex, input.Field);
        booking.Version++;
        var saved = await InterpreterChange.SaveAsync(db, booking, meeting, audit, ("language", input.Language), cancel);
        return saved.IsSuccess ? booking.Id : saved.Failure;
    }
}

/// <summary>What the changes of a booking share.</summary>
internal static class InterpreterChange
{
    public static async Task<(InterpreterBooking Booking, Meeting Meeting)?> FindAsync(VejviserDb db, Reader who, Guid bookingId, AuditContext audit, CancellationToken cancel)
    {
        if (await db.InterpreterBookings.SingleOrDefaultAsync(b => b.Id == bookingId, cancel) is not { } booking)
            return null;
        // The coordinator assigns for everybody, and sees of a meeting no more than its time.
        var meetings = who.May(Permissions.Interpreters) ? db.Meetings : db.Meetings.VisibleTo(db, who, audit.At);
        return await meetings.AsNoTracking().SingleOrDefaultAsync(m => m.Id == booking.MeetingId, cancel) is { } meeting ? (booking, meeting) : null;
    }

    public static async Task<Result<Done>> SaveAsync(VejviserDb db, InterpreterBooking booking, Meeting meeting, AuditContext audit, (string, object?) what, CancellationToken cancel)
    {
        try
        {
            var subject = new AuditSubject(meeting.PersonId, meeting.HouseholdId, "interpreter-booking", booking.Id, AuditDetails.Of(("meeting", meeting.Id), what));
            return await db.SaveAsync(audit, subject, cancel) == SaveOutcome.Conflict ? Failure.Of("interpreters.changed-meanwhile") : Done.Result;
        }
        catch (DbUpdateException e) when (e.IsUniqueViolationOn("meeting_slot"))
        {
            db.ChangeTracker.Clear();
            return Failure.Of("interpreters.taken");
        }
        catch (DbUpdateException e) when (e.IsUniqueViolationOn("interpreter_booking"))
        {
            db.ChangeTracker.Clear();
            return Failure.Of("interpreters.changed-meanwhile");
        }
    }
}
