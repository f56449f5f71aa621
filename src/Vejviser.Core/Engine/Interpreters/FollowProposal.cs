using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.Law;

namespace Vejviser.Core.Engine.Interpreters;

/// <param name="Fingerprint">Of the proposal that was looked at: another is not followed unseen.</param>
public sealed record FollowProposalInput(DateOnly From, DateOnly To, string? Fingerprint);

/// <summary>
/// Gives bookings the interpreters that are proposed. Each is a change of its own: one that somebody else has taken meanwhile does not stop the others. Failures: <c>interpreters.forbidden</c>, <c>interpreters.proposal-changed</c>;
/// for one booking also <c>interpreters.taken-next</c> (who is proposed instead) and <c>interpreters.taken-nobody</c>, and those of <see cref="AssignInterpreter"/>.
/// </summary>
public sealed class FollowProposal(VejviserDb db, EffectivePractices practices, LawBook law, AssignInterpreter assign)
{
    /// <returns>How many were given an interpreter.</returns>
    public async Task<Result<int>> AllAsync(FollowProposalInput input, Reader who, AuditContext audit, CancellationToken cancel)
    {
        if (!who.May(Permissions.Interpreters))
            return Failure.Of("interpreters.forbidden");
        var seen = await ProposeInterpreters.RunAsync(db, practices, law, input.From, input.To, cancel);
        if (seen.Fingerprint != input.Fingerprint)
            return Failure.Of("interpreters.proposal-changed");
        return seen.Placed - (await FollowAsync(seen, who, audit, cancel)).Count;
    }

    /// <returns>By booking why it was refused; empty where all were given what was proposed.</returns>
    public async Task<IReadOnlyDictionary<Guid, Failure>> FollowAsync(SeenInterpreters seen, Reader who, AuditContext audit, CancellationToken cancel)
    {
        var refused = new Dictionary<Guid, Failure>();
        foreach (var line in seen.Lines.Where(l => l.Proposal.Chosen is not null))
        {
            db.ChangeTracker.Clear();
            var assigned = await assign.RunAsync(InputOf(line), who, audit with { CommandId = null }, cancel);
            if (!assigned.IsSuccess)
                refused[line.Booking.Id] = assigned.Failure;
        }

        return refused;
    }

    /// <param name="interpreter">Who was seen to be proposed for it.</param>
    public async Task<Result<Done>> OneAsync(Guid booking, Guid interpreter, Reader who, AuditContext audit, CancellationToken cancel)
    {
        if (!who.May(Permissions.Interpreters))
            return Failure.Of("interpreters.forbidden");
        if (await db.IsHandledAsync(audit, cancel))
            return Done.Result;
        if (await FindAsync(booking, cancel) is not { } line)
            return Failure.Of("interpreters.assigned-already");
        if (line.Proposal.Chosen?.Interpreter.Id != interpreter)
            return Next(line);
        var assigned = await assign.RunAsync(InputOf(line), who, audit, cancel);
        if (assigned.IsSuccess || assigned.Failure.Code != "interpreters.taken")
            return assigned;
        db.ChangeTracker.Clear();
        return await FindAsync(booking, cancel) is { } now ? Next(now) : assigned;
    }

    private async Task<ProposedInterpreter?> FindAsync(Guid booking, CancellationToken cancel) =>
        await ReadWanted.DayOfAsync(db, booking, cancel) is { } day ? (await ProposeInterpreters.RunAsync(db, practices, law, day, day, cancel)).Find(booking) : null;

    private static Failure Next(ProposedInterpreter line) =>
        line.Proposal.Chosen is { } next ? Failure.Of("interpreters.taken-next", ("name", next.Interpreter.Name)) : Failure.Of("interpreters.taken-nobody");

    private static AssignInterpreterInput InputOf(ProposedInterpreter line) => new(line.Booking.Id, line.Proposal.Chosen!.Interpreter.Id, line.Proposal.RunnerUp?.Interpreter.Id);
}
