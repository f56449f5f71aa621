using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Engine.Meetings;

/// <summary>The days of a series by an RFC 5545 rule; days, not instants: ten o'clock stays ten o'clock when the clock is put forward.</summary>
internal static class MeetingDays
{
    /// <summary>More than a year of weekly meetings is a plan nobody keeps.</summary>
    public const int Most = 60;

    /// <param name="rule">Null for a single meeting.</param>
    /// <returns>Failures: <c>meetings.rule-unreadable</c>, <c>meetings.rule-endless</c>, <c>meetings.too-many</c>.</returns>
    public static Result<List<DateOnly>> Of(DateOnly first, string? rule)
    {
        if (string.IsNullOrWhiteSpace(rule))
            return new List<DateOnly> { first };
        if (Read(rule) is not { } recurrence)
            return Failure.Of("meetings.rule-unreadable");
        if (recurrence is { Count: not > 0, Until: null })
            return Failure.Of("meetings.rule-endless");
        var start = new CalDateTime(first.Year, first.Month, first.Day);
        var happening = new CalendarEvent { Start = start, RecurrenceRule = recurrence };
        var days = happening.GetOccurrences(start).Select(o => o.Period.StartTime.Date).Take(Most + 1).ToList();
        return days.Count > Most ? Failure.Of("meetings.too-many", ("most", Most)) : days;
    }

    private static RecurrenceRule? Read(string rule)
    {
        try
        {
            return new RecurrenceRule(rule);
        }
        catch (Exception e) when (e is ArgumentException or FormatException)
        {
            return null;
        }
    }
}
