using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Fairness;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Chapters.Housing.Hosting;

/// <summary>Households that wait for a private host, and those that have moved in with one since a day.</summary>
public static class HostFairness
{
    public static async Task<FairnessFigures> ReadAsync(VejviserDb db, EffectivePractices practices, DateOnly from, DateOnly today, CancellationToken cancel)
    {
        var least = (await practices.InUseAsync(db, HostingRules.Practice, cancel))!.LimitOf(FairnessFigures.GroupLeast);
        var housed = await (from m in db.HostMatches
                            join l in db.Leases on m.LeaseId equals (Guid?)l.Id
                            where l.From >= @from
                            join p in db.Plans on m.PlanId equals p.Id
                            select new { m.HouseholdId, l.From, p.StartedAt }).ToListAsync(cancel);
        var placed = housed.GroupBy(h => h.HouseholdId).ToDictionary(g => g.Key, g => g.MaxBy(h => h.From)!);
        // Who is put forward to a host waits until they live there.
        var waiting = (await db.Plans.Where(p => p.Practice == HostingRules.Practice && p.State == PlanState.Running && !db.HostMatches.Any(m => m.PlanId == p.Id && m.LeaseId != null)
            && !db.Leases.Any(l => l.HouseholdId == p.HouseholdId && l.HeldDwellingId != null && l.To == null)).Select(p => new { p.HouseholdId, p.StartedAt }).ToListAsync(cancel)).Where(w => !placed.ContainsKey(w.HouseholdId)).ToList();
        var who = await FairnessWho.OfHouseholdsAsync(db, [.. placed.Keys, .. waiting.Select(w => w.HouseholdId)], cancel);
        var facts = waiting.Select(w => new FairnessFact(who.GetValueOrDefault(w.HouseholdId, FairnessWho.Unknown), Days(w.StartedAt, today), IsPlaced: false))
            .Concat(placed.Select(p => new FairnessFact(who.GetValueOrDefault(p.Key, FairnessWho.Unknown), Days(p.Value.StartedAt, p.Value.From), IsPlaced: true)));
        return FairnessFigures.Of(from, least, [.. facts], ChoicesByHand.Of(await db.HostMatches.Where(m => m.MadeOn >= from).Select(m => m.ByHand).ToListAsync(cancel)));
    }

    private static int Days(DateTime started, DateOnly until) => Math.Max(0, until.DayNumber - TimeZones.DayOf(started).DayNumber);
}
