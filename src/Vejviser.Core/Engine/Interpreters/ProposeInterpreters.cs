using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Meetings;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.Law;
using FixedCost = Vejviser.Matching.Time.FixedCost;

namespace Vejviser.Core.Engine.Interpreters;

/// <summary>A proposal beside the booking and the meeting it is for.</summary>
public sealed record ProposedInterpreter(InterpreterBooking Booking, Meeting Meeting, InterpreterProposal Proposal);

/// <summary>The proposal for a period.</summary>
/// <param name="Fingerprint">Who is proposed for what, shortly: a decision names it.</param>
public sealed record SeenInterpreters(IReadOnlyList<ProposedInterpreter> Lines, InterpreterAssignment Assignment, string Fingerprint)
{
    public int Placed => Lines.Count(l => l.Proposal.Chosen is not null);

    public ProposedInterpreter? Find(Guid booking) => Lines.FirstOrDefault(l => l.Booking.Id == booking);

    /// <summary>Bookings that would have somebody else, or the same in another way, by other figures for the same period.</summary>
    public IReadOnlyList<(ProposedInterpreter Now, ProposedInterpreter Then)> DifferencesTo(SeenInterpreters then) =>
        [.. Lines.Zip(then.Lines).Where(l => (l.First.Proposal.Chosen?.Interpreter.Id, l.First.Proposal.Chosen?.Mode) != (l.Second.Proposal.Chosen?.Interpreter.Id, l.Second.Proposal.Chosen?.Mode))];

    /// <summary>Who could take a booking by hand, the best first: what that costs the whole, and the booking they are proposed for at that time, if any.</summary>
    public IReadOnlyList<(InterpreterFit Fit, FixedCost Price, ProposedInterpreter? Holds)> ChoicesFor(Guid booking, CancellationToken cancel) => Find(booking) is not { } line
        ? []
        : [.. Assignment.ChoicesFor(booking, cancel).Select(c => (c.Fit, c.Price, Lines.FirstOrDefault(l => l != line && l.Proposal.Chosen?.Interpreter.Id == c.Fit.Interpreter.Id && l.Meeting.StartsAt < line.Meeting.EndsAt && line.Meeting.StartsAt < l.Meeting.EndsAt)))];
}

/// <summary>Who could interpret what nobody is assigned to yet, in a period; changes nothing.</summary>
public static class ProposeInterpreters
{
    /// <param name="from">Both ends are included.</param>
    /// <param name="tried">Other figures than the practice's, to see what they would change.</param>
    public static async Task<SeenInterpreters> RunAsync(
        VejviserDb db, EffectivePractices practices, LawBook law, DateOnly from, DateOnly to, CancellationToken cancel, InterpretingRules? tried = null) =>
        await ShareOutAsync(db, practices, law, await ReadWanted.OpenAsync(db, from, to, cancel), tried, cancel);

    /// <summary>The bookings of a period that have been assigned, as if nobody had been.</summary>
    /// <param name="from">Both ends are included.</param>
    internal static async Task<SeenInterpreters> AgainAsync(
        VejviserDb db, EffectivePractices practices, LawBook law, DateOnly from, DateOnly to, CancellationToken cancel, InterpretingRules? tried = null) =>
        await ShareOutAsync(db, practices, law, await ReadWanted.AssignedAsync(db, from, to, cancel), tried, cancel);

    private static async Task<SeenInterpreters> ShareOutAsync(
        VejviserDb db, EffectivePractices practices, LawBook law, IReadOnlyList<(InterpreterBooking Booking, Meeting Meeting)> bookings, InterpretingRules? tried, CancellationToken cancel)
    {
        var loaded = await ReadWanted.LoadAsync(db, tried ?? await InterpretingRules.LoadAsync(db, practices, cancel), law, bookings, cancel);
        var assignment = InterpreterAssignment.Solve(loaded.Wanted, loaded.Interpreters, cancel);
        return new SeenInterpreters(
            [.. bookings.Zip(assignment.Proposals, (b, p) => new ProposedInterpreter(b.Booking, b.Meeting, p))], assignment, Fingerprint.Of(assignment.Proposals.Select(p => (p.BookingId, p.Chosen?.Interpreter.Id))));
    }
}
