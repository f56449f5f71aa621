using System.Globalization;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.Law;

namespace Vejviser.Core.Engine.Interpreters;

/// <summary>What interpreting came to in a period, and who is proposed for what in it nobody is assigned to.</summary>
/// <param name="At">When it was read, UTC.</param>
public sealed record InterpretersBoard(InterpretingRules Rules, InterpretingFigures Figures, SeenInterpreters Seen, DateTime At);

/// <summary>The coordinator's board, shared by those who look within the same short while (ADR 0022): it names no newcomer, and is the same for all who read in one language.</summary>
public sealed class InterpretersBoards(EffectivePractices practices, LawBook law, DatabaseAddress address, TimeProvider clock)
{
    private readonly SharedAnswers<(DateOnly From, DateOnly To, DateOnly Day, string Culture), InterpretersBoard> boards = new(Sharing.Standing, clock, Sharing.TimesItsCost, Sharing.Patience);

    /// <param name="from">Both ends are included; proposals are for today and later.</param>
    public Task<InterpretersBoard> ReadAsync(DateOnly from, DateOnly to, CancellationToken cancel)
    {
        var today = clock.Today();
        return boards.ReadAsync((from, to, today, CultureInfo.CurrentCulture.Name), () => ReadAsync(from, to, today), cancel);
    }

    /// <summary>Whoever asks next sees what has changed.</summary>
    public void Forget() => boards.Forget(_ => true);

    private async Task<InterpretersBoard> ReadAsync(DateOnly from, DateOnly to, DateOnly today)
    {
        await using var db = Databases.Open(address);
        var now = clock.Now();
        var rules = await InterpretingRules.LoadAsync(db, practices, CancellationToken.None);
        return new InterpretersBoard(
            rules, await InterpretingFigures.ReadAsync(db, rules, from, to, CancellationToken.None), await ProposeInterpreters.RunAsync(db, practices, law, from > today ? from : today, to, CancellationToken.None), now);
    }
}
