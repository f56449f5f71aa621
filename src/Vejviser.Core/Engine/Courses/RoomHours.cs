using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Meetings;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.Law;

namespace Vejviser.Core.Engine.Courses;

/// <summary>An hour of a weekday in a room: in how many of the weeks it is free.</summary>
/// <param name="Open">Weeks in which the day is no holiday or closing day.</param>
public sealed record RoomHour(DayOfWeek Weekday, int Hour, int Free, int Open)
{
    public bool IsAlwaysFree => Free == Open && Open > 0;
}

/// <summary>When a room stands free, week after week: where a course can be put.</summary>
public static class RoomHours
{
    public const int Opens = 8;
    public const int Closes = 20;
    private const int DaysAWeek = 7;

    /// <param name="first">The first day looked at.</param>
    /// <returns>Monday to Saturday, hour by hour.</returns>
    public static async Task<IReadOnlyList<RoomHour>> ReadAsync(VejviserDb db, LawBook law, Guid roomId, DateOnly first, int weeks, CancellationToken cancel)
    {
        var days = Enumerable.Range(0, DaysAWeek * weeks).Select(first.AddDays).Where(d => d.DayOfWeek != DayOfWeek.Sunday).ToList();
        var closed = await ClosedDays.AmongAsync(db, law, days, Texts.Languages[0], cancel);
        var (from, until) = (Quarters.Of(TimeZones.StartOfDay(days[0])), Quarters.Of(TimeZones.StartOfDay(days[^1].AddDays(1))));
        var taken = await db.MeetingSlots.AsNoTracking().Where(s => s.SubjectId == roomId && s.Quarter >= from && s.Quarter < until).Select(s => s.Quarter).ToHashSetAsync(cancel);
        var open = days.Where(d => !closed.ContainsKey(d)).ToLookup(d => d.DayOfWeek);
        return [.. from weekday in days.Select(d => d.DayOfWeek).Distinct().Order()
                   from hour in Enumerable.Range(Opens, Closes - Opens)
                   let own = open[weekday].ToList()
                   select new RoomHour(weekday, hour, own.Count(d => IsFree(d, hour, taken)), own.Count)];
    }

    private static bool IsFree(DateOnly day, int hour, HashSet<int> taken)
    {
        var start = TimeZones.At(day, new TimeOnly(hour, 0));
        return !Quarters.Between(start, start.AddHours(1)).Any(taken.Contains);
    }
}
