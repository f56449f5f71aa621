using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Fairness;
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
        var waiting = (await ReadHosting.FactsAsync(db, await HostingRules.LoadAsync(db, practices, cancel), today, cancel)).Guests.Where(g => !placed.ContainsKey(g.Id)).ToList();
        var who = await FairnessWho.OfHouseholdsAsync(db, [.. placed.Keys, .. waiting.Select(w => w.Id)], cancel);
        var facts = waiting.Select(w => new FairnessFact(who.GetValueOrDefault(w.Id, FairnessWho.Unknown), w.DaysWaited, IsPlaced: false))
            .Concat(placed.Select(p => new FairnessFact(who.GetValueOrDefault(p.Key, FairnessWho.Unknown), Math.Max(0, p.Value.From.DayNumber - TimeZones.DayOf(p.Value.StartedAt).DayNumber), IsPlaced: true)));
        return FairnessFigures.Of(from, least, [.. facts], ChoicesByHand.Of(await db.HostMatches.Where(m => m.MadeOn >= from).Select(m => m.ByHand).ToListAsync(cancel)));
    }
}
