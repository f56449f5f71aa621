using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Meetings;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.Law;

namespace Vejviser.Core.Engine.Gatherings;

/// <summary>Whose time is taken when, with what is being booked now.</summary>
internal sealed class TakenTimes(HashSet<(Guid Subject, int Quarter)> taken, WorkdayCalendar calendar, DateTime now)
{
    public static async Task<TakenTimes> LoadAsync(VejviserDb db, WorkdayCalendar calendar, DateTime now, CancellationToken cancel)
    {
        var first = Quarters.Of(TimeZones.StartOfDay(TimeZones.DayOf(now)));
        var rows = await db.MeetingSlots.AsNoTracking().Where(s => s.Quarter >= first).Select(s => new { s.SubjectId, s.Quarter }).ToListAsync(cancel);
        return new TakenTimes([.. rows.Select(r => (r.SubjectId, r.Quarter))], calendar, now);
    }

    public void Claim(IEnumerable<MeetingSlot> slots) => taken.UnionWith(slots.Select(s => (s.SubjectId, s.Quarter)));

    public void Release(IEnumerable<MeetingSlot> slots) => taken.ExceptWith(slots.Select(s => (s.SubjectId, s.Quarter)));

    /// <summary>
    /// When all of them are free: at the practice's own time, else at another of that day, else on another workday of the same week, later before earlier.
    /// </summary>
    /// <returns>UTC; null where the week has no room.</returns>
    public DateTime? Find(IReadOnlyCollection<Guid> subjects, DateOnly day, TimeOnly? at, TimeSpan length)
    {
        var week = Enumerable.Range(0, 7).Select(day.Monday().AddDays).Where(calendar.IsWorkday).ToList();
        var days = week.Where(d => d > day).Concat(week.Where(d => d < day).Reverse()).Prepend(day);
        return days.SelectMany(d => Starts(d, at, length)).Where(start => start > now && IsFree(subjects, start, length)).Select(s => (DateTime?)s).FirstOrDefault();
    }

    /// <summary>The smallest room that holds them and is free; null where there is none.</summary>
    public Guid? Room(IEnumerable<Room> rooms, int guests, DateTime start, TimeSpan length) =>
        rooms.Where(r => r.Seats >= guests).OrderBy(r => r.Seats).ThenBy(r => r.Name, StringComparer.Ordinal).Where(r => IsFree([r.Id], start, length)).Select(r => (Guid?)r.Id).FirstOrDefault();

    private static IEnumerable<DateTime> Starts(DateOnly day, TimeOnly? at, TimeSpan length) =>
        at is { } time ? FreeTimes.Starts(day, length).Prepend(TimeZones.At(day, time)) : FreeTimes.Starts(day, length);

    private bool IsFree(IReadOnlyCollection<Guid> subjects, DateTime start, TimeSpan length) =>
        Quarters.Between(start, start + length).All(q => subjects.All(s => !taken.Contains((s, q))));
}
