using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Meetings;
using Vejviser.Core.Foundation.Law;

namespace Vejviser.Core.Engine.Interpreters;

/// <summary>A proposal beside the booking and the meeting it is for.</summary>
public sealed record ProposedInterpreter(InterpreterBooking Booking, Meeting Meeting, InterpreterProposal Proposal);

/// <summary>Who could interpret what nobody is assigned to yet, in a period; changes nothing.</summary>
public static class ProposeInterpreters
{
    /// <param name="from">Both ends are included.</param>
    public static async Task<IReadOnlyList<ProposedInterpreter>> RunAsync(VejviserDb db, EffectivePractices practices, LawBook law, DateOnly from, DateOnly to, CancellationToken cancel)
    {
        var open = await ReadWanted.OpenAsync(db, from, to, cancel);
        var loaded = await ReadWanted.LoadAsync(db, practices, law, open, cancel);
        var proposals = InterpreterAssignment.Solve(loaded.Wanted, loaded.Interpreters);
        return [.. open.Zip(proposals, (o, p) => new ProposedInterpreter(o.Item1, o.Item2, p))];
    }
}
