using System.Globalization;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Engine.Gatherings;

/// <summary>Somebody to be put in a group.</summary>
/// <param name="Proposed">The day the definition gives for them.</param>
/// <param name="Day">The day to book.</param>
public sealed record GroupMember(GatheredPerson Person, DateOnly Proposed, DateOnly Day)
{
    /// <summary>The group they are in now, by its key; null where they are in none.</summary>
    public string? Current { get; init; }
}

/// <summary>People who meet in one language in one week.</summary>
public sealed record LanguageGroup(string Key, string Language, IReadOnlyList<GroupMember> Members)
{
    /// <summary>The first of its members' days: nobody is met later than the practice says.</summary>
    public DateOnly Day => Members.Min(m => m.Day);

    public DateOnly Proposed => Members.Min(m => m.Proposed);
}

/// <summary>
/// Puts people together by language and week. Who is in a group that still fits stays there, so that nobody's invitation changes because others come;
/// the others are spread evenly. The same people always come to the same groups.
/// </summary>
public static class LanguageGroups
{
    /// <summary>BCP 47: of whom no language is known; they meet too, and somebody asks them.</summary>
    public const string NotKnown = "und";

    /// <param name="prefix">Begins each group's key: the practice and the meeting.</param>
    /// <param name="most">At most so many in one group.</param>
    public static IReadOnlyList<LanguageGroup> Form(string prefix, IReadOnlyCollection<GroupMember> members, int most) =>
    [
        .. members.GroupBy(m => (Week: m.Day.Monday(), Language: m.Person.Language!)).OrderBy(g => g.Key.Week).ThenBy(g => g.Key.Language, StringComparer.Ordinal)
            .SelectMany(g => Split(string.Create(CultureInfo.InvariantCulture, $"{prefix}:{g.Key.Week:yyyyMMdd}:{g.Key.Language}"), g.Key.Language, [.. g.OrderBy(m => m.Person.Id)], Math.Max(1, most))),
    ];

    private static IEnumerable<LanguageGroup> Split(string key, string language, IReadOnlyList<GroupMember> members, int most)
    {
        var count = (members.Count + most - 1) / most;
        var standing = members.Select(m => m.Current).OfType<string>().Where(c => c.StartsWith(key + ":", StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal).Take(count);
        var keys = standing.Concat(Enumerable.Range(1, count).Select(n => $"{key}:{n}")).Distinct().Take(count).ToList();
        var groups = keys.ToDictionary(k => k, k => members.Where(m => m.Current == k).Take(most).ToList(), StringComparer.Ordinal);
        foreach (var member in members.Except(groups.Values.SelectMany(g => g)).ToList())
            keys.Select(k => groups[k]).MinBy(g => g.Count)!.Add(member);
        return keys.Where(k => groups[k].Count > 0).Select(k => new LanguageGroup(k, language, groups[k]));
    }
}
