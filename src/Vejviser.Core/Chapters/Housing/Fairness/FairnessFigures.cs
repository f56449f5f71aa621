using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Chapters.Housing.Allocation;
using Vejviser.Core.Chapters.Housing.Letting;
using Vejviser.Core.Chapters.Housing.Needs;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Law;

namespace Vejviser.Core.Chapters.Housing.Fairness;

public enum FairnessBy
{
    /// <summary>The head's mother tongue.</summary>
    Language = 1,

    /// <summary>The head's.</summary>
    Sex,

    /// <summary>People in the household: 1, 2, 3-4, 5 or more.</summary>
    Size,
}

/// <summary>A group of households, or all of them. What is null is not shown: the group is small, or would tell about one that is.</summary>
/// <param name="Key">A language's code, a sex, or a size; empty where the language is not known.</param>
/// <param name="Placed">Of them, named for a permanent home that was not refused.</param>
/// <param name="MeanDays">Waited until they were named, or until today.</param>
/// <param name="RentPercent">Rent with use as a share of what the household has, of those who were placed.</param>
public sealed record FairnessGroup(string Key, int? Households, int? Placed, double? MeanDays, double? RentPercent)
{
    /// <summary>The key of all of them together.</summary>
    public const string Everybody = "*";

    public int? PlacedPercent => Households is > 0 and var all && Placed is { } placed ? (int)Math.Round(100.0 * placed / all) : null;
}

/// <param name="Groups">Most households first; those hidden last.</param>
public sealed record FairnessTable(FairnessBy By, IReadOnlyList<FairnessGroup> Groups);

/// <summary>Waiting time, share placed and rent burden by language, sex and family size, of those who wait or were placed since a day.</summary>
/// <param name="Least">The smallest group shown.</param>
public sealed record FairnessFigures(DateOnly From, int Least, FairnessGroup All, IReadOnlyList<FairnessTable> Tables)
{
    private const string GroupLeast = "fairness-group-least";

    private sealed record One(string Language, string Sex, string Size, int Days, bool IsPlaced, double? RentPercent);

    public static async Task<FairnessFigures> ReadAsync(VejviserDb db, EffectivePractices practices, LawBook law, DateOnly from, DateOnly today, CancellationToken cancel)
    {
        var least = (await practices.InUseAsync(db, PermanentHousing.Practice, cancel))!.LimitOf(GroupLeast);
        var households = await HouseholdsAsync(db, practices, law, from, today, cancel);
        return new FairnessFigures(from, least, households.Count < least ? new FairnessGroup(FairnessGroup.Everybody, null, null, null, null) : Group(FairnessGroup.Everybody, households, isRentShown: households.Count(h => h.IsPlaced) >= least), [
            Table(FairnessBy.Language, households, h => h.Language, least), Table(FairnessBy.Sex, households, h => h.Sex, least), Table(FairnessBy.Size, households, h => h.Size, least),
        ]);
    }

    private static async Task<List<One>> HouseholdsAsync(VejviserDb db, EffectivePractices practices, LawBook law, DateOnly from, DateOnly today, CancellationToken cancel)
    {
        var named = await db.Nominations.AsNoTracking().Where(n => n.State != NominationState.Refused && n.MadeOn >= from).Join(db.Leases, n => n.LeaseId, l => l.Id, (n, l) => new { n.HouseholdId, n.MadeOn, Rent = l.Rent + l.Use }).ToListAsync(cancel);
        var placed = named.GroupBy(n => n.HouseholdId).ToDictionary(g => g.Key, g => g.MaxBy(n => n.MadeOn)!);
        var ids = placed.Keys.ToList();
        var concerned = db.Households.Where(h => ids.Contains(h.Id) || db.HousingNeeds.Any(n => n.HouseholdId == h.Id && n.IsWaiting));
        var heads = await db.People.AsNoTracking().Where(p => p.MergedIntoId == null && concerned.Any(h => h.Id == p.HouseholdId)).OrderBy(p => p.Role).ThenBy(p => p.Id).Select(p => new { p.HouseholdId, p.Language, p.Sex }).ToListAsync(cancel);
        var head = heads.GroupBy(p => p.HouseholdId).ToDictionary(g => g.Key, g => g.First());
        return
        [
            .. from need in await ReadNeeds.OfAsync(db, practices, concerned, law, await ReadPolicy.InForceAsync(db, cancel), today, cancel)
               where head.ContainsKey(need.HouseholdId)
               let home = placed.GetValueOrDefault(need.HouseholdId)
               let has = need.Sum.Lines.Where(l => l.Kroner > 0).Sum(l => l.Kroner)
               select new One(
                   head[need.HouseholdId].Language ?? "", head[need.HouseholdId].Sex.ToString(), Size(need.People), need.DaysWaited(home?.MadeOn ?? today), home is not null, home is not null && has > 0 ? 100.0 * home.Rent / has : null),
        ];
    }

    private static FairnessTable Table(FairnessBy by, List<One> households, Func<One, string> key, int least)
    {
        var groups = households.GroupBy(key, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => (g.Key, Households: g.ToList())).ToList();
        var hidden = households.Count < least ? Enumerable.Range(0, groups.Count).ToHashSet() : SmallGroups.Hidden([.. groups.Select(g => g.Households.Count)], least);
        // Rent is told of those who were placed: they are fewer.
        var rentHidden = SmallGroups.Hidden([.. groups.Select(g => g.Households.Count(h => h.IsPlaced))], least);
        return new FairnessTable(by, [
            .. groups.Select((g, i) => hidden.Contains(i) ? new FairnessGroup(g.Key, null, null, null, null) : Group(g.Key, g.Households, !rentHidden.Contains(i))).OrderByDescending(g => g.Households ?? -1).ThenBy(g => g.Key, StringComparer.Ordinal),
        ]);
    }

    private static FairnessGroup Group(string key, List<One> households, bool isRentShown)
    {
        var rents = households.Select(h => h.RentPercent).OfType<double>().ToList();
        return new FairnessGroup(key, households.Count, households.Count(h => h.IsPlaced), households.Count == 0 ? null : Math.Round(households.Average(h => h.Days), 0), isRentShown && rents.Count > 0 ? Math.Round(rents.Average(), 0) : null);
    }

    private static string Size(int people) => people switch { 1 => "1", 2 => "2", 3 or 4 => "3-4", _ => "5+" };
}
