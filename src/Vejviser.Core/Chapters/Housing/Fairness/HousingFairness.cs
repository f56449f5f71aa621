using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Chapters.Housing.Allocation;
using Vejviser.Core.Chapters.Housing.Letting;
using Vejviser.Core.Chapters.Housing.Needs;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Fairness;
using Vejviser.Core.Foundation.Law;

namespace Vejviser.Core.Chapters.Housing.Fairness;

/// <summary>Households that wait for a permanent home, and those named for one since a day that was not refused.</summary>
public static class HousingFairness
{
    public static async Task<FairnessFigures> ReadAsync(VejviserDb db, EffectivePractices practices, LawBook law, DateOnly from, DateOnly today, CancellationToken cancel)
    {
        var least = (await practices.InUseAsync(db, PermanentHousing.Practice, cancel))!.LimitOf(FairnessFigures.GroupLeast);
        var decided = await db.AllocationPlacements.Where(p => db.AllocationMeetings.Any(m => m.Id == p.MeetingId && m.DecidedAt != null && m.Day >= from)).Select(p => p.ByHand).ToListAsync(cancel);
        return FairnessFigures.Of(from, least, await HouseholdsAsync(db, practices, law, from, today, cancel), ChoicesByHand.Of(decided));
    }

    private static async Task<List<FairnessFact>> HouseholdsAsync(VejviserDb db, EffectivePractices practices, LawBook law, DateOnly from, DateOnly today, CancellationToken cancel)
    {
        var standing = db.Nominations.AsNoTracking().Where(n => n.State != NominationState.Refused && n.MadeOn >= from);
        var named = await standing.Join(db.Leases, n => n.LeaseId, l => l.Id, (n, l) => new { n.HouseholdId, n.MadeOn, Rent = l.Rent + l.Use }).ToListAsync(cancel);
        var placed = named.GroupBy(n => n.HouseholdId).ToDictionary(g => g.Key, g => g.MaxBy(n => n.MadeOn)!);
        var concerned = db.Households.Where(h => standing.Any(n => n.HouseholdId == h.Id) || db.HousingNeeds.Any(n => n.HouseholdId == h.Id && n.IsWaiting));
        var needs = await ReadNeeds.OfAsync(db, practices, concerned, law, await ReadPolicy.InForceAsync(db, cancel), today, cancel);
        var who = await FairnessWho.OfHouseholdsAsync(db, [.. needs.Select(n => n.HouseholdId)], cancel);
        return
        [
            .. from need in needs
               where who.ContainsKey(need.HouseholdId)
               let home = placed.GetValueOrDefault(need.HouseholdId)
               let has = need.Sum.Lines.Where(l => l.Kroner > 0).Sum(l => l.Kroner)
               select new FairnessFact(
                   who[need.HouseholdId] with { Size = FairnessWho.SizeOf(need.People) }, need.DaysWaited(home?.MadeOn ?? today), home is not null, home is not null && has > 0 ? 100.0 * home.Rent / has : null),
        ];
    }
}
