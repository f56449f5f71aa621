using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.Law;

namespace Vejviser.Core.Engine.Interpreters;

/// <param name="Reason">Why this one and not who is proposed.</param>
public sealed record ChooseInterpreterInput(Guid BookingId, Guid InterpreterId, string? Reason);

/// <summary>
/// Gives a booking an interpreter by hand, with a reason; their time is taken, and the rest is proposed anew around it. Who chooses the one that is proposed follows the proposal: no reason is kept. Failures:
/// <c>interpreters.forbidden</c>, <c>interpreters.reason-missing</c>, <c>interpreters.reason-too-long</c>, <c>interpreters.assigned-already</c>, and those of <see cref="AssignInterpreter"/>.
/// </summary>
public sealed class ChooseInterpreter(VejviserDb db, EffectivePractices practices, LawBook law, AssignInterpreter assign)
{
    public const int MostCharacters = 400;

    public async Task<Result<Done>> RunAsync(ChooseInterpreterInput input, Reader who, AuditContext audit, CancellationToken cancel)
    {
        if (!who.May(Permissions.Interpreters))
            return Failure.Of("interpreters.forbidden");
        if (await db.IsHandledAsync(audit, cancel))
            return Done.Result;
        if (string.IsNullOrWhiteSpace(input.Reason))
            return Failure.Of("interpreters.reason-missing");
        if (input.Reason.Length > MostCharacters)
            return Failure.Of("interpreters.reason-too-long", ("most", MostCharacters));
        if (await ReadWanted.DayOfAsync(db, input.BookingId, cancel) is not { } day)
            return Failure.Of("interpreters.unknown-booking");
        var seen = await ProposeInterpreters.RunAsync(db, practices, law, day, day, cancel);
        if (seen.Find(input.BookingId) is not { } line)
            return Failure.Of("interpreters.assigned-already");
        var proposed = line.Proposal.Chosen?.Interpreter.Id;
        return await assign.RunAsync(
            proposed == input.InterpreterId
                ? new AssignInterpreterInput(input.BookingId, input.InterpreterId, line.Proposal.RunnerUp?.Interpreter.Id)
                : new AssignInterpreterInput(input.BookingId, input.InterpreterId, proposed, input.Reason.Trim()),
            who, audit, cancel);
    }
}
