namespace Vejviser.Core.Engine.Fairness;

public enum FairnessBy
{
    /// <summary>The mother tongue; for a household the head's; for a meeting the one that is interpreted.</summary>
    Language = 1,

    Sex,

    /// <summary>People in the household: 1, 2, 3-4, 5 or more.</summary>
    Size,
}

/// <summary>One of those among whom something scarce is shared out: a person, a household or a meeting.</summary>
/// <param name="Who">Which groups they are counted in.</param>
/// <param name="Days">Waited until they were given it, or until today; null where nobody waits.</param>
/// <param name="RentPercent">Rent with use as a share of what a household has; only homes have one.</param>
public sealed record FairnessFact(FairnessWho Who, int? Days, bool IsPlaced, double? RentPercent = null);

/// <summary>A group, or all of them. What is null is not shown: the group is small, or would tell about one that is.</summary>
/// <param name="Key">A language's code, a sex, or a size; empty where it is not known.</param>
/// <param name="Placed">Of them, given what they waited for.</param>
/// <param name="RentPercent">Of those who were placed.</param>
public sealed record FairnessGroup(string Key, int? Count, int? Placed, double? MeanDays, double? RentPercent)
{
    /// <summary>The key of all of them together.</summary>
    public const string Everybody = "*";

    public int? PlacedPercent => Count is > 0 and var all && Placed is { } placed ? (int)Math.Round(100.0 * placed / all) : null;
}

/// <param name="Groups">The largest first; those hidden last.</param>
public sealed record FairnessTable(FairnessBy By, IReadOnlyList<FairnessGroup> Groups);

/// <summary>Waiting time and share placed by language, sex and size of household, of those who wait or were placed since a day; for homes the burden of rent beside.</summary>
/// <param name="Least">The smallest group shown.</param>
/// <param name="ByHand">Choices by hand in the same time.</param>
public sealed record FairnessFigures(DateOnly From, int Least, FairnessGroup All, IReadOnlyList<FairnessTable> Tables, ChoicesByHand ByHand)
{
    /// <summary>The limit, in each practice that is shared out, that says how small a group may be.</summary>
    public const string GroupLeast = "fairness-group-least";

    public static FairnessFigures Of(DateOnly from, int least, IReadOnlyList<FairnessFact> facts, ChoicesByHand byHand) => new(
        from, least,
        facts.Count < least ? new FairnessGroup(FairnessGroup.Everybody, null, null, null, null) : Group(FairnessGroup.Everybody, facts, isRentShown: facts.Count(f => f.IsPlaced) >= least),
        [Table(FairnessBy.Language, facts, f => f.Who.Language, least), Table(FairnessBy.Sex, facts, f => f.Who.Sex, least), Table(FairnessBy.Size, facts, f => f.Who.Size, least)],
        byHand);

    private static FairnessTable Table(FairnessBy by, IReadOnlyList<FairnessFact> facts, Func<FairnessFact, string> key, int least)
    {
        var groups = facts.GroupBy(key, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => (g.Key, Facts: g.ToList())).ToList();
        var hidden = facts.Count < least ? Enumerable.Range(0, groups.Count).ToHashSet() : SmallGroups.Hidden([.. groups.Select(g => g.Facts.Count)], least);
        // Rent is told of those who were placed: they are fewer.
        var rentHidden = SmallGroups.Hidden([.. groups.Select(g => g.Facts.Count(f => f.IsPlaced))], least);
        return new FairnessTable(by, [
            .. groups.Select((g, i) => hidden.Contains(i) ? new FairnessGroup(g.Key, null, null, null, null) : Group(g.Key, g.Facts, !rentHidden.Contains(i))).OrderByDescending(g => g.Count ?? -1).ThenBy(g => g.Key, StringComparer.Ordinal),
        ]);
    }

    private static FairnessGroup Group(string key, IReadOnlyList<FairnessFact> facts, bool isRentShown)
    {
        var (days, rents) = (facts.Select(f => f.Days).OfType<int>().ToList(), facts.Select(f => f.RentPercent).OfType<double>().ToList());
        return new FairnessGroup(key, facts.Count, facts.Count(f => f.IsPlaced), days.Count == 0 ? null : Math.Round(days.Average(), 0), isRentShown && rents.Count > 0 ? Math.Round(rents.Average(), 0) : null);
    }
}
