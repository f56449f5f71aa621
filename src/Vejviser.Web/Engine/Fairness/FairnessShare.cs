using System.Globalization;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Fairness;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Web.Engine.Fairness;

/// <param name="At">When it was counted, UTC.</param>
public sealed record CountedFairness(FairnessFigures Figures, DateTime At);

/// <summary>The figures of a match, the same for all and shared by those who look within the same short while (ADR 0022).</summary>
public sealed class FairnessShare(DatabaseAddress address, TimeProvider clock)
{
    private readonly SharedAnswers<(string Match, DateOnly From, DateOnly Day, string Culture), CountedFairness> counted = new(Sharing.Standing, clock, Sharing.TimesItsCost, Sharing.Patience);

    /// <param name="match">The words of the match, under <c>fairness.of</c>.</param>
    /// <param name="count">On a connection of its own: it may outlive the request that asked first.</param>
    public Task<CountedFairness> ReadAsync(string match, DateOnly from, Func<VejviserDb, Task<FairnessFigures>> count, CancellationToken cancel) => counted.ReadAsync(
        (match, from, clock.Today(), CultureInfo.CurrentCulture.Name),
        async () =>
        {
            await using var db = Databases.Open(address);
            var at = clock.Now();
            return new CountedFairness(await count(db), at);
        },
        cancel);
}
