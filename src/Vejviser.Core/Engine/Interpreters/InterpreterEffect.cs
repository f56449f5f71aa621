using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Law;

namespace Vejviser.Core.Engine.Interpreters;

/// <summary>
/// What other figures do with the bookings of a period that nobody is assigned to, and with those of the month that has passed as if nobody had been, before anything is published. The register is as it is today: what is told is
/// what the figures do.
/// </summary>
/// <param name="Since">The month's first day; null for the period ahead.</param>
/// <param name="Bookings">How many are shared out.</param>
/// <param name="Moves">Bookings that would have somebody else, or the same in another way.</param>
public sealed record InterpreterEffect(DateOnly? Since, int Bookings, IReadOnlyList<(ProposedInterpreter Now, ProposedInterpreter Then)> Moves)
{
    /// <param name="seen">The proposal for the period ahead by the figures in force.</param>
    /// <param name="from">The period's, both ends included.</param>
    public static async Task<IReadOnlyList<InterpreterEffect>> ReadAsync(
        VejviserDb db, EffectivePractices practices, LawBook law, SeenInterpreters seen, InterpretingRules tried, DateOnly from, DateOnly to, DateOnly today, CancellationToken cancel)
    {
        var since = today.AddMonths(-1);
        var month = await ProposeInterpreters.AgainAsync(db, practices, law, since, today.AddDays(-1), cancel);
        return
        [
            Of(null, seen, await ProposeInterpreters.RunAsync(db, practices, law, from, to, cancel, tried)),
            Of(since, month, await ProposeInterpreters.AgainAsync(db, practices, law, since, today.AddDays(-1), cancel, tried)),
        ];
    }

    private static InterpreterEffect Of(DateOnly? since, SeenInterpreters now, SeenInterpreters then) => new(since, now.Lines.Count, now.DifferencesTo(then));
}
