using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Insight;

/// <summary>
/// Danish clock as SQL can reckon it: in half a year the clocks change twice at most, so instants from <paramref name="From"/> to before
/// <paramref name="To"/> are <paramref name="Within"/> hours after UTC, and all others <paramref name="Outside"/>.
/// </summary>
internal sealed record DanishHours(DateTime From, DateTime To, double Within, double Outside)
{
    /// <summary>The clocks change at this hour UTC (directive 2000/84/EC).</summary>
    private const int ChangeHour = 1;

    /// <summary>The instant a Danish day begins.</summary>
    public static DateTime StartOf(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        // Midnight is never within the changing hour: an hour early has the offset that holds then.
        return midnight.AddHours(-OffsetAt(midnight.AddHours(-ChangeHour)));
    }

    /// <param name="first">First day asked for.</param>
    /// <param name="last">Last day asked for, at most half a year later.</param>
    public static DanishHours Between(DateOnly first, DateOnly last)
    {
        var changes = Enumerable.Range(0, last.DayNumber - first.DayNumber + 1).Select(d => first.AddDays(d).ToDateTime(new TimeOnly(ChangeHour, 0), DateTimeKind.Utc))
            .Where(t => OffsetAt(t) != OffsetAt(t.AddTicks(-1))).ToList();
        var outside = OffsetAt(StartOf(first));
        return changes switch
        {
            [] => new(DateTime.UnixEpoch, DateTime.UnixEpoch, outside, outside),
            [var change] => new(change, DateTime.SpecifyKind(new DateTime(9999, 1, 1), DateTimeKind.Utc), OffsetAt(change), outside),
            [var change, var back] => new(change, back, OffsetAt(change), outside),
            _ => throw new ArgumentOutOfRangeException(nameof(last), "More than half a year."),
        };
    }

    private static double OffsetAt(DateTime utc) => (TimeZones.ToDanish(utc) - utc).TotalHours;
}
