namespace Vejviser.Core.Foundation.Common;

/// <summary>ISO weeks, Monday to Sunday.</summary>
public static class IsoWeeks
{
    /// <summary>The first day of the week that the day lies in.</summary>
    public static DateOnly Monday(this DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
}
