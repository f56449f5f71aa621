using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Plans;

namespace Vejviser.Core.Insight.Outcomes;

/// <param name="Version">The newest published version's number; null while the practice is not adopted.</param>
/// <param name="Running">Under way or on a pause: people where the practice is for a person, else households.</param>
/// <param name="Waiting">In line for a seat.</param>
/// <param name="First">The first measure as it was counted last; null where it never was.</param>
public sealed record PracticeGlance(PracticeDefinition Definition, int? Version, int Running, int Waiting, MeasureResult? First);

/// <summary>Every practice in one look: adopted or not, how many are in it, and the first measure. Five questions to the database, however many practices and people.</summary>
/// <param name="Practices">The catalogue's in its order, then the municipality's own.</param>
/// <param name="CountedAt">When measures were counted last; null where they never were.</param>
public sealed record CatalogueGlance(IReadOnlyList<PracticeGlance> Practices, DateTime? CountedAt)
{
    public static async Task<CatalogueGlance> ReadAsync(VejviserDb db, EffectivePractices practices, CancellationToken cancel)
    {
        var all = await practices.AllAsync(db, cancel);
        var adopted = await practices.AdoptedAsync(db, cancel);
        var numbers = await db.PracticeVersions.AsNoTracking().GroupBy(v => v.Practice).Select(g => new { g.Key, Number = g.Max(v => v.Number) }).ToDictionaryAsync(g => g.Key, g => g.Number, cancel);
        var plans = (await db.Plans.AsNoTracking().Where(p => p.State == PlanState.Running || p.State == PlanState.Waiting || p.State == PlanState.Paused)
            .GroupBy(p => new { p.Practice, p.State }).Select(g => new { g.Key.Practice, g.Key.State, Count = g.Count() }).ToListAsync(cancel)).ToLookup(g => g.Practice);
        var results = (await db.MeasureResults.AsNoTracking().ToListAsync(cancel)).ToDictionary(r => (r.Practice, r.Measure));
        return new CatalogueGlance(
            [.. all.Select(original =>
            {
                var definition = adopted.GetValueOrDefault(original.Id, original);
                return new PracticeGlance(
                    definition, numbers.TryGetValue(original.Id, out var number) ? number : null,
                    plans[original.Id].Where(p => p.State != PlanState.Waiting).Sum(p => p.Count),
                    plans[original.Id].Where(p => p.State == PlanState.Waiting).Sum(p => p.Count),
                    definition.Measures.Count == 0 ? null : results.GetValueOrDefault((original.Id, definition.Measures[0].Id)));
            })],
            results.Values.Select(r => (DateTime?)r.CountedAt).Max());
    }
}
