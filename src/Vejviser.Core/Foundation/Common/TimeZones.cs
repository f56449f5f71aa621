namespace Vejviser.Core.Foundation.Common;

/// <summary>Instants are kept in UTC and shown, and turned into days, by the clock on the town hall.</summary>
public static class TimeZones
{
    private static readonly TimeZoneInfo Danish = TimeZoneInfo.FindSystemTimeZoneById("Europe/Copenhagen");

    public static DateTime ToDanish(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), Danish);

    /// <summary>The instant, UTC, at which a day begins on the town hall's clock.</summary>
    public static DateTime StartOfDay(DateOnly day) => TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(TimeOnly.MinValue), Danish);

    /// <summary>The instant, UTC, of a time on the town hall's clock; an hour that the clock skips in spring is the one after it.</summary>
    public static DateTime ToUtc(DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);
        return TimeZoneInfo.ConvertTimeToUtc(Danish.IsInvalidTime(local) ? local.AddHours(1) : local, Danish);
    }

    public static DateOnly Today(this TimeProvider clock) => DateOnly.FromDateTime(ToDanish(clock.GetUtcNow().UtcDateTime));

    public static DateTime Now(this TimeProvider clock) => clock.GetUtcNow().UtcDateTime;
}
