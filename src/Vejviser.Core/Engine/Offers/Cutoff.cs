namespace Vejviser.Core.Engine.Offers;

/// <summary>
/// Turns "so many months lie between two days" round into a bound on the earlier day alone, so that a database can compare a column with it.
/// Exact with <see cref="DateOnly.AddMonths"/>, short months and 29 February included.
/// </summary>
internal static class Cutoff
{
    /// <summary>The latest day whose day so many months later is not after <paramref name="day"/>; null where no day of the calendar is early enough.</summary>
    public static DateOnly? LatestWithMonthsPassed(DateOnly day, long months)
    {
        if (Month(day, months) is not { } month)
            return months > 0 ? null : DateOnly.MaxValue;
        // The last day of its month stands for all the days that a shorter month folds onto it.
        var isLast = day.Day == DateTime.DaysInMonth(day.Year, day.Month);
        var days = DateTime.DaysInMonth(month.Year, month.Month);
        return new DateOnly(month.Year, month.Month, isLast ? days : Math.Min(day.Day, days));
    }

    /// <summary>The earliest day whose day so many months later is not before <paramref name="day"/>; null where no day of the calendar is late enough.</summary>
    public static DateOnly? EarliestWithinMonths(DateOnly day, long months)
    {
        if (Month(day, months) is not { } month)
            return months > 0 ? DateOnly.MinValue : null;
        if (day.Day <= DateTime.DaysInMonth(month.Year, month.Month))
            return new DateOnly(month.Year, month.Month, day.Day);
        return month.AddMonths(1);
    }

    /// <summary>The first of the month so many months before; null outside the calendar.</summary>
    private static DateOnly? Month(DateOnly day, long months)
    {
        var number = day.Year * 12L + day.Month - 1 - months;
        var (year, month) = (Math.DivRem(number, 12, out var rest), rest);
        return number >= 12 && year <= DateOnly.MaxValue.Year ? new DateOnly((int)year, (int)month + 1, 1) : null;
    }
}
