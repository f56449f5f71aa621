using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Insight.Outcomes;

/// <param name="Version">The newest published version's number; null while the practice is not adopted.</param>
/// <param name="Running">Under way or on a pause: people where the practice is for a person, else households.</param>
/// <param name="Waiting">In line for a seat.</param>
/// <param name="First">The first measure as it was counted last; null where it never was.</param>
public sealed record PracticeGlance(PracticeDefinition Definition, int? Version, int Running, int Waiting, MeasureResult? First);

/// <summary>Every practice in one look: adopted or not, how many are in it, and the first measure.</summary>
/// <param name="Practices">The catalogue's in its order, then the municipality's own.</param>
/// <param name="PeopleCountedAt">When those in the practices were counted.</param>
/// <param name="CountedAt">When measures were counted last; null where they never were.</param>
public sealed record CatalogueGlance(IReadOnlyList<PracticeGlance> Practices, DateTime PeopleCountedAt, DateTime? CountedAt);

/// <summary>Few questions to the database, however many practices and people. How many are in each is counted for all who look within the same short while, at most half a minute (ADR 0022).</summary>
public sealed class ReadCatalogueGlance(DatabaseAddress address, EffectivePractices practices, TimeProvider clock)
{
    private readonly SharedAnswers<int, InPractices> counts = new(Sharing.Standing, clock, Sharing.TimesItsCost, Sharing.Patience);

    public async Task<CatalogueGlance> RunAsync(VejviserDb db, CancellationToken cancel)
    {
        var all = await practices.AllAsync(db, cancel);
        var adopted = await practices.AdoptedAsync(db, cancel);
        var numbers = await db.PracticeVersions.AsNoTracking().GroupBy(v => v.Practice).Select(g => new { g.Key, Number = g.Max(v => v.Number) }).ToDictionaryAsync(g => g.Key, g => g.Number, cancel);
        var plans = await counts.ReadAsync(0, CountAsync, cancel);
        var results = (await db.MeasureResults.AsNoTracking().ToListAsync(cancel)).ToDictionary(r => (r.Practice, r.Measure));
        return new CatalogueGlance(
            [.. all.Select(original =>
            {
                var definition = adopted.GetValueOrDefault(original.Id, original);
                return new PracticeGlance(
                    definition, numbers.TryGetValue(original.Id, out var number) ? number : null,
                    plans.Of(original.Id, PlanState.Running) + plans.Of(original.Id, PlanState.Paused), plans.Of(original.Id, PlanState.Waiting),
                    definition.Measures.Count == 0 ? null : results.GetValueOrDefault((original.Id, definition.Measures[0].Id)));
            })],
            plans.At, results.Values.Select(r => (DateTime?)r.CountedAt).Max());
    }

    private async Task<InPractices> CountAsync()
    {
        await using var db = Databases.Open(address);
        var now = clock.Now();
        return new InPractices(
            now, await db.Plans.Where(p => p.State == PlanState.Running || p.State == PlanState.Waiting || p.State == PlanState.Paused)
                .GroupBy(p => new { p.Practice, p.State }).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => (g.Key.Practice, g.Key.State), g => g.Count));
    }

    private sealed record InPractices(DateTime At, IReadOnlyDictionary<(string Practice, PlanState State), int> Plans)
    {
        public int Of(string practice, PlanState state) => Plans.GetValueOrDefault((practice, state));
    }
}
