using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Chapters.Housing.Allocation;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Law;
using Vejviser.Core.Foundation.People;

namespace Vejviser.Core.Chapters.Housing.Needs;

/// <summary>Reads what households need: three queries, whatever their number.</summary>
public static class ReadNeeds
{
    /// <summary>Those who wait for a permanent home, longest first. A household all of whose people have moved to another one waits no more.</summary>
    public static async Task<IReadOnlyList<WorkedOutNeed>> WaitingAsync(VejviserDb db, EffectivePractices practices, LawBook law, HousingPolicy policy, DateOnly today, CancellationToken cancel) =>
        await OfAsync(
            db, practices, db.Households.Where(h => db.HousingNeeds.Where(n => n.IsWaiting).Select(n => n.HouseholdId).Contains(h.Id) && db.People.Any(p => p.HouseholdId == h.Id && p.MergedIntoId == null)), law, policy, today, cancel);

    /// <summary>Of these households, who waits longest first.</summary>
    public static async Task<IReadOnlyList<WorkedOutNeed>> OfAsync(VejviserDb db, EffectivePractices practices, IQueryable<Household> households, LawBook law, HousingPolicy policy, DateOnly today, CancellationToken cancel)
    {
        var homes = await (from h in households.AsNoTracking()
                           join n in db.HousingNeeds on h.Id equals n.HouseholdId into needs
                           from written in needs.DefaultIfEmpty()
                           select new { h.Id, h.Reference, h.TakeoverDate, h.ArrivalDate, h.CreatedAt, Written = written }).ToListAsync(cancel);
        var ids = households.Select(h => h.Id);
        var people = (await db.People.Where(p => p.MergedIntoId == null && ids.Contains(p.HouseholdId)).Select(p => new { p.HouseholdId, Is = new PersonToHouse(p.Role, p.Education, p.BirthDate, p.BirthYear) }).ToListAsync(cancel))
            .ToLookup(p => p.HouseholdId, p => p.Is);
        var economy = law.HousingEconomy(today) is { IsSuccess: true, Value: var found } ? found : null;
        var youthBelow = (await practices.InUseAsync(db, PermanentHousing.Practice, cancel))!.LimitOf(PermanentHousing.YouthHomeAgeBelow);
        return
        [
            .. homes.Select(h => WorkedOutNeed.Of(new NeedSource(h.Id, h.Reference, h.TakeoverDate, h.ArrivalDate, h.CreatedAt, [.. people[h.Id]], h.Written), economy, policy, youthBelow, today))
                .OrderBy(n => n.WaitingSince).ThenBy(n => n.Label, StringComparer.Ordinal),
        ];
    }
}
