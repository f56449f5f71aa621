using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Audit;

namespace Vejviser.Core.Engine.Plans.Enrolment;

/// <summary>
/// What follows when plans have ended, whatever ended them: a seat goes to who waited longest, whose beginning may end plans in turn, and higher rooms take back what they gave. In the transaction that ended the plans.
/// </summary>
internal sealed class AfterEnding(VejviserDb db, EffectivePractices practices, PlanLaw law, PlanEffects effects, IEnumerable<IPlanEnding>? endings)
{
    /// <param name="ended">The practices of which plans may have ended; none does nothing.</param>
    public async Task RunAsync(IEnumerable<string> ended, AuditContext audit, CancellationToken cancel)
    {
        var ahead = new Queue<string>(ended);
        var all = new HashSet<string>(ahead, StringComparer.Ordinal);
        // Comes to an end: a practice is looked at again only because somebody who waited has begun.
        while (ahead.TryDequeue(out var practice))
        {
            foreach (var next in await FillSeats.RunAsync(db, practices, law, effects, practice, audit, cancel))
            {
                all.Add(next);
                ahead.Enqueue(next);
            }
        }

        if (all.Count == 0)
            return;
        foreach (var ending in endings ?? [])
            await ending.EndedAsync(all, audit with { CommandId = null }, cancel);
    }
}
