using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Engine.Plans.Road;

/// <summary>Two or more meetings in one part of one day.</summary>
public sealed record Clash(DateOnly Date, DayPart Part, IReadOnlyList<RoadEvent> Events);

/// <summary>Whole ISO weeks in a row with nothing planned.</summary>
/// <param name="Monday">The first day.</param>
public sealed record Hole(DateOnly Monday, int Weeks)
{
    public DateOnly LastMonday => Monday.AddDays(7 * (Weeks - 1));
}

/// <summary>What a case worker should look at in the weeks ahead: where a person is asked to two places at once, and where nothing is planned.</summary>
public static class RoadAhead
{
    /// <summary>Meetings of the same part of a day, whichever practices they belong to; a meeting without a time cannot clash.</summary>
    public static IReadOnlyList<Clash> Clashes(IEnumerable<RoadEvent> events) =>
        [.. events.SelectMany(e => e.Parts.Select(part => (Event: e, Part: part)))
            .GroupBy(e => (e.Event.Date, e.Part))
            .Where(g => g.Count() > 1)
            .OrderBy(g => g.Key.Date).ThenBy(g => g.Key.Part)
            .Select(g => new Clash(g.Key.Date, g.Key.Part, [.. g.Select(e => e.Event).OrderBy(e => e.At).ThenBy(e => e.Practice, StringComparer.Ordinal).ThenBy(e => e.Meeting, StringComparer.Ordinal)]))];

    /// <summary>
    /// Weeks after this one in which nothing is planned while something still comes later. What lies beyond <paramref name="until"/> says
    /// that the road goes on, and is not looked into.
    /// </summary>
    /// <param name="planned">Days on which something is due, met or taught, in any order.</param>
    public static IReadOnlyList<Hole> Holes(IEnumerable<DateOnly> planned, DateOnly today, DateOnly until)
    {
        var weeks = planned.Where(d => d > today).Select(d => d.Monday()).ToHashSet();
        var next = today.Monday().AddDays(7);
        var last = weeks.DefaultIfEmpty(DateOnly.MinValue).Max();
        var holes = new List<Hole>();
        for (var monday = next; monday < last && monday <= until; monday = monday.AddDays(7))
        {
            if (weeks.Contains(monday))
                continue;
            if (holes.Count > 0 && holes[^1].LastMonday.AddDays(7) == monday)
                holes[^1] = holes[^1] with { Weeks = holes[^1].Weeks + 1 };
            else
                holes.Add(new Hole(monday, 1));
        }

        return holes;
    }
}
