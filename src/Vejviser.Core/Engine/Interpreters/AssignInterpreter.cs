using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Meetings;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.Law;

namespace Vejviser.Core.Engine.Interpreters;

/// <param name="RunnerUpId">Who would have come else, as it was proposed.</param>
/// <param name="ByHand">The reason where it is not who was proposed.</param>
public sealed record AssignInterpreterInput(Guid BookingId, Guid InterpreterId, Guid? RunnerUpId = null, string? ByHand = null);

/// <summary>
/// Gives a booking an interpreter, as proposed or by hand, and claims their time by its unique key. Failures: <c>interpreters.unknown-booking</c>,
/// <c>interpreters.not-planned</c>, <c>interpreters.unknown</c>, <c>interpreters.taken</c>, <c>interpreters.cannot-under-age</c> and the other
/// <c>interpreters.cannot-…</c> of <see cref="InterpreterObstacle"/>, <c>interpreters.changed-meanwhile</c>.
/// </summary>
public sealed class AssignInterpreter(VejviserDb db, EffectivePractices practices, LawBook law)
{
    public async Task<Result<Done>> RunAsync(AssignInterpreterInput input, Reader who, AuditContext audit, CancellationToken cancel = default)
    {
        if (await InterpreterChange.FindAsync(db, who, input.BookingId, audit, cancel) is not var (booking, meeting))
            return Failure.Of("interpreters.unknown-booking");
        if (await db.IsHandledAsync(audit, cancel))
            return Done.Result;
        if (meeting.State != MeetingState.Planned)
            return Failure.Of("interpreters.not-planned");
        var loaded = await ReadWanted.LoadAsync(db, await InterpretingRules.LoadAsync(db, practices, cancel), law, [(booking, meeting)], cancel);
        if (loaded.Interpreters.FirstOrDefault(i => i.Interpreter.Id == input.InterpreterId) is not { } interpreter)
            return Failure.Of("interpreters.unknown");
        var fit = InterpreterFit.Of(loaded.Wanted[0], interpreter);
        if (fit.Obstacle is { } obstacle)
            return Refusal(obstacle, loaded.Wanted[0]);

        var before = await db.MeetingSlots.Where(s => s.MeetingId == meeting.Id && s.SubjectId == booking.InterpreterId).ToListAsync(cancel);
        if (booking.InterpreterId == input.InterpreterId && before.Count > 0)
            return Done.Result;
        db.MeetingSlots.RemoveRange(before);
        db.MeetingSlots.AddRange(Slots(meeting, input.InterpreterId));
        booking.Assign(input.InterpreterId, fit.Mode!.Value, meeting);
        (booking.RunnerUpId, booking.ByHand) = (input.RunnerUpId, input.ByHand);
        booking.Version++;
        return await InterpreterChange.SaveAsync(db, booking, meeting, audit, ("interpreter", input.InterpreterId), cancel);
    }

    private static IEnumerable<MeetingSlot> Slots(Meeting meeting, Guid interpreter) =>
        Quarters.Between(meeting.StartsAt, meeting.EndsAt).Select(q => new MeetingSlot { SubjectId = interpreter, Quarter = q, MeetingId = meeting.Id });

    private static Failure Refusal(InterpreterObstacle obstacle, WantedInterpreter wanted) => obstacle switch
    {
        InterpreterObstacle.Language => Failure.Of("interpreters.cannot-language"),
        InterpreterObstacle.Dialect => Failure.Of("interpreters.cannot-dialect"),
        InterpreterObstacle.Closed => Failure.Of("interpreters.unknown"),
        InterpreterObstacle.UnderAge => Failure.Of("interpreters.cannot-under-age", ("age", wanted.LeastAge)),
        InterpreterObstacle.AgeUnknown => Failure.Of("interpreters.cannot-age-unknown", ("age", wanted.LeastAge)),
        InterpreterObstacle.Avoided => Failure.Of("interpreters.cannot-avoided"),
        InterpreterObstacle.Sex => Failure.Of("interpreters.cannot-sex"),
        InterpreterObstacle.Mode => Failure.Of("interpreters.cannot-mode"),
        InterpreterObstacle.Hours => Failure.Of("interpreters.cannot-hours"),
        _ => Failure.Of("interpreters.taken"),
    };
}

/// <summary>Takes an assignment back: the time is free again, and somebody else can come. Failures: <c>interpreters.unknown-booking</c>, <c>interpreters.none-assigned</c>, <c>interpreters.changed-meanwhile</c>.</summary>
public sealed class ReleaseInterpreter(VejviserDb db)
{
    public async Task<Result<Done>> RunAsync(Guid bookingId, Reader who, AuditContext audit, CancellationToken cancel = default)
    {
        if (await InterpreterChange.FindAsync(db, who, bookingId, audit, cancel) is not var (booking, meeting))
            return Failure.Of("interpreters.unknown-booking");
        if (await db.IsHandledAsync(audit, cancel))
            return Done.Result;
        if (booking.InterpreterId is not { } was || booking.Outcome != InterpretingOutcome.NotNoted)
            return Failure.Of("interpreters.none-assigned");
        db.MeetingSlots.RemoveRange(await db.MeetingSlots.Where(s => s.MeetingId == meeting.Id && s.SubjectId == was).ToListAsync(cancel));
        booking.LetGo();
        booking.Version++;
        return await InterpreterChange.SaveAsync(db, booking, meeting, audit, ("released", was), cancel);
    }
}
