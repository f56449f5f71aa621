using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Engine.Plans.Road;

/// <summary>A square of the time line: what one area has in one week.</summary>
public sealed record TimeLineCell(int Week, IReadOnlyList<TaskLine> Tasks)
{
    public int Open => Tasks.Count(t => t.IsToDo);

    public int Closed => Tasks.Count - Open;

    public int LateOn(DateOnly today) => Tasks.Count(t => t.IsLateOn(today));
}

/// <summary>One of the nine areas through all weeks.</summary>
public sealed record TimeLineRow(string Area, IReadOnlyList<TimeLineCell> Cells);

/// <summary>The road: areas down, ISO weeks across, counted from the week of the arrival (0); before it negative.</summary>
/// <param name="Weeks">In order, without holes.</param>
/// <param name="Now">This week's number, also where it lies outside <paramref name="Weeks"/>.</param>
/// <param name="Undated">Tasks without a date: they stand in no week.</param>
public sealed record TimeLine(DateOnly FirstMonday, IReadOnlyList<int> Weeks, int Now, IReadOnlyList<TimeLineRow> Rows, IReadOnlyList<TaskLine> Undated)
{
    /// <summary>The chapters of the catalogue, in its order.</summary>
    public static readonly IReadOnlyList<string> Areas =
        ["transition", "reception", "housing", "civil-society", "employment", "children", "minors", "health", "families"];

    /// <summary>Weeks beyond these are gathered in the outermost square: a road is read at a glance.</summary>
    private const int Most = 60;

    public DateOnly MondayOf(int week) => FirstMonday.AddDays(7 * (week - Weeks[0]));

    /// <param name="arrival">The day the weeks count from.</param>
    public static TimeLine Of(IReadOnlyList<TaskLine> tasks, DateOnly arrival, DateOnly today)
    {
        var zero = arrival.Monday();
        int WeekOf(DateOnly day) => (day.Monday().DayNumber - zero.DayNumber) / 7;

        var dated = tasks.Where(t => t.Due is not null).ToList();
        var first = Math.Max(dated.Select(t => WeekOf(t.Due!.Value)).DefaultIfEmpty(0).Append(0).Min(), -Most);
        var last = Math.Min(dated.Select(t => WeekOf(t.Due!.Value)).DefaultIfEmpty(0).Append(0).Max(), Most);
        var weeks = Enumerable.Range(first, last - first + 1).ToList();
        var placed = dated.ToLookup(t => (t.Area, Week: Math.Clamp(WeekOf(t.Due!.Value), first, last)));
        return new TimeLine(
            zero.AddDays(7 * first), weeks, WeekOf(today),
            [.. Areas.Select(area => new TimeLineRow(area, [.. weeks.Select(w => new TimeLineCell(w, [.. placed[(area, w)].OrderBy(t => t.Due).ThenBy(t => t.Order)]))]))],
            [.. tasks.Where(t => t.Due is null)]);
    }
}
