using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Fairness;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Engine.Pairs;

/// <summary>Newcomers, or households, who look for a volunteer, and those who came to agree with one since a day.</summary>
public static class PairFairness
{
    public static async Task<FairnessFigures> ReadAsync(VejviserDb db, EffectivePractices practices, PairPractice practice, DateOnly from, DateOnly today, CancellationToken cancel)
    {
        var least = (await practices.InUseAsync(db, practice.Id, cancel))!.LimitOf(FairnessFigures.GroupLeast);
        var since = TimeZones.StartOfDay(from);
        var agreed = db.VolunteerPairs.Where(p => p.Practice == practice.Id && p.NewcomerYesAt != null && p.VolunteerYesAt != null);
        var plans = await db.Plans.AsNoTracking().Where(p => p.Practice == practice.Id).Select(p => new
        {
            p.HouseholdId, p.PersonId, p.StartedAt, p.State, IsPaired = agreed.Any(a => a.PlanId == p.Id && a.State == PairState.Agreed),
            PairedAt = agreed.Where(a => a.PlanId == p.Id && (a.NewcomerYesAt >= since || a.VolunteerYesAt >= since)).OrderBy(a => a.AskedOn).Select(a => a.NewcomerYesAt > a.VolunteerYesAt ? a.NewcomerYesAt : a.VolunteerYesAt).FirstOrDefault(),
        }).Where(p => p.PairedAt != null || (p.State == PlanState.Running && !p.IsPaired)).ToListAsync(cancel);
        var people = await FairnessWho.OfPeopleAsync(db, [.. plans.Select(p => p.PersonId).OfType<Guid>()], cancel);
        var homes = await FairnessWho.OfHouseholdsAsync(db, [.. plans.Where(p => p.PersonId is null).Select(p => p.HouseholdId)], cancel);
        var facts = plans.Select(p => new FairnessFact(
            (p.PersonId is { } person ? people.GetValueOrDefault(person) : homes.GetValueOrDefault(p.HouseholdId)) ?? FairnessWho.Unknown,
            Math.Max(0, (p.PairedAt is { } at ? TimeZones.DayOf(at) : today).DayNumber - TimeZones.DayOf(p.StartedAt).DayNumber), p.PairedAt is not null));
        return FairnessFigures.Of(from, least, [.. facts], ChoicesByHand.Of(await db.VolunteerPairs.Where(p => p.Practice == practice.Id && p.AskedOn >= from).Select(p => p.ByHand).ToListAsync(cancel)));
    }
}
