namespace Vejviser.Core.Foundation.Common;

/// <summary>Instants are kept in UTC and shown, and turned into days, by the clock on the town hall.</summary>
public static class TimeZones
{
    private static readonly TimeZoneInfo Danish = TimeZoneInfo.FindSystemTimeZoneById("Europe/Copenhagen");

    public static DateTime ToDanish(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), Danish);

    /// <summary>The instant, UTC, at which a day begins on the town hall's clock.</summary>
    public static DateTime StartOfDay(DateOnly day) => TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(TimeOnly.MinValue), Danish);

    /// <summary>The instant, UTC, at which the town hall's clock shows a time on a day; a time that summer time leaves out is taken an hour later.</summary>
    public static DateTime At(DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);
        return TimeZoneInfo.ConvertTimeToUtc(Danish.IsInvalidTime(local) ? local.AddHours(1) : local, Danish);
    }

    /// <summary>The day on the town hall's clock at an instant, UTC: from midnight in Denmark it is a day ahead of UTC's for an hour or two.</summary>
    public static DateOnly DayOf(DateTime utc) => DateOnly.FromDateTime(ToDanish(utc));

    public static DateOnly Today(this TimeProvider clock) => DayOf(clock.GetUtcNow().UtcDateTime);

    public static DateTime Now(this TimeProvider clock) => clock.GetUtcNow().UtcDateTime;
}
