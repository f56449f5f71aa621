using System.Globalization;

namespace Vejviser.Core.Engine.Plans.Lists;

/// <summary>The parts of the work list, by the day a task is due.</summary>
public enum WorkSection
{
    /// <summary>Open, and due before today.</summary>
    Late = 1,

    Today,

    /// <summary>After today, to the Sunday of today's ISO week.</summary>
    ThisWeek,

    Later,

    /// <summary>No due day yet: an anchor it counts from has no date.</summary>
    Waiting,
}

/// <summary>What a reader asks to see of the open work. Ids and codes only, so that the address of the page names nobody.</summary>
/// <param name="Team">A unit the reader belongs to; null is the reader's own tasks.</param>
/// <param name="Household">Only this household's.</param>
/// <param name="Area">One of the nine areas.</param>
/// <param name="Practice">A practice's id.</param>
/// <param name="After">Where the page before ended; null is the first page.</param>
public sealed record WorkFilter(Guid? Team = null, Guid? Household = null, string? Area = null, string? Practice = null, WorkCursor? After = null)
{
    public bool IsNarrowed => Household is not null || Area is not null || Practice is not null;
}

/// <summary>The last row of a page: its due day (null: among those waiting for a date) and id. Written <c>2026-03-02.ID</c> or <c>-.ID</c>.</summary>
public sealed record WorkCursor(DateOnly? Due, Guid Id)
{
    private const string NoDate = "-";

    public static WorkCursor? Parse(string? text)
    {
        if (text?.Split('.') is not [var day, var id] || !Guid.TryParse(id, out var task))
            return null;
        if (day == NoDate)
            return new WorkCursor(null, task);
        return DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var due) ? new WorkCursor(due, task) : null;
    }

    public override string ToString() => $"{Due?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? NoDate}.{Id}";
}

/// <summary>How much open work there is, by section, under a filter; a page's cursor does not count.</summary>
public sealed record WorkCounts(int Late, int Today, int ThisWeek, int Later, int Waiting)
{
    public int Total => Late + Today + ThisWeek + Later + Waiting;

    public int this[WorkSection section] => section switch
    {
        WorkSection.Late => Late,
        WorkSection.Today => Today,
        WorkSection.ThisWeek => ThisWeek,
        WorkSection.Later => Later,
        _ => Waiting,
    };
}

/// <summary>The days that part the sections.</summary>
public static class WorkDays
{
    /// <summary>The Sunday of the day's ISO week.</summary>
    public static DateOnly WeekEnd(DateOnly day) => day.AddDays((7 - (int)day.DayOfWeek) % 7);

    public static WorkSection SectionOf(DateOnly? due, DateOnly today) => due switch
    {
        null => WorkSection.Waiting,
        { } day when day < today => WorkSection.Late,
        { } day when day == today => WorkSection.Today,
        { } day when day <= WeekEnd(today) => WorkSection.ThisWeek,
        _ => WorkSection.Later,
    };
}
