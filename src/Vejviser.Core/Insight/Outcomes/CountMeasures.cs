using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Audit;

namespace Vejviser.Core.Insight.Outcomes;

/// <summary>Counts the measures of every adopted practice and keeps the results. A measure that cannot be counted keeps none.</summary>
public sealed class CountMeasures(VejviserDb db, EffectivePractices practices)
{
    public async Task RunAsync(AuditContext audit, CancellationToken cancel = default)
    {
        var today = audit.Day;
        var known = await db.MeasureResults.ToDictionaryAsync(r => (r.Practice, r.Measure), cancel);
        foreach (var (practice, definition) in await practices.AdoptedAsync(db, cancel))
        {
            var group = definition.Measures.Any(m => m.Numerator is Countable.TargetGroup || m.Denominator is Countable.TargetGroup)
                ? await GroupSize.OfAsync(db, definition, today, audit.At, cancel)
                : (int?)null;
            var facts = await ReadPracticeFacts.RunAsync(db, definition, group, cancel);
            foreach (var measure in definition.Measures)
                if (CountMeasure.Run(measure, facts, today) is { } count)
                    Keep(known, practice, measure.Id, count, audit.At);
        }

        db.MeasureResults.RemoveRange(known.Values.Where(r => r.CountedAt != audit.At));
        await db.SaveAsync(audit, new AuditSubject(Entity: "measure-results"), cancel);
    }

    private void Keep(Dictionary<(string, string), MeasureResult> known, string practice, string measure, MeasureCount count, DateTime at)
    {
        if (!known.TryGetValue((practice, measure), out var result))
            db.MeasureResults.Add(known[(practice, measure)] = result = new MeasureResult { Practice = practice, Measure = measure });
        (result.Numerator, result.Denominator, result.CountedAt) = (count.Numerator, count.Denominator, at);
    }
}
