namespace Vejviser.Core.Foundation.Law;

/// <summary>
/// Which days the municipality works: not Saturday, Sunday, a public holiday or one of its own closing days.
/// </summary>
/// <param name="isPublicHoliday">True for a public holiday by the law of that day's year.</param>
/// <param name="closingDays">The municipality's own closing days, such as 24 December and 5 June.</param>
public sealed class WorkdayCalendar(Func<DateOnly, bool> isPublicHoliday, IReadOnlySet<DateOnly> closingDays)
{
    public bool IsWorkday(DateOnly date) =>
        date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !closingDays.Contains(date) && !isPublicHoliday(date);

    /// <summary>The date itself where it is a workday, else the first one after it.</summary>
    public DateOnly NextOrSame(DateOnly date) => Roll(date, 1);

    /// <summary>The date itself where it is a workday, else the last one before it.</summary>
    public DateOnly PreviousOrSame(DateOnly date) => Roll(date, -1);

    /// <summary>Counts workdays from the day after <paramref name="from"/>; negative counts backwards; zero is the date itself.</summary>
    public DateOnly AddWorkdays(DateOnly from, int workdays)
    {
        var date = from;
        for (var left = Math.Abs(workdays); left > 0; left--)
            date = Roll(date.AddDays(Math.Sign(workdays)), Math.Sign(workdays));
        return date;
    }

    private DateOnly Roll(DateOnly date, int step)
    {
        while (!IsWorkday(date))
            date = date.AddDays(step);
        return date;
    }
}
