using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.Law;

namespace Vejviser.Core.Engine.Meetings;

/// <summary>When everybody, and the room, is free: the next times in office hours on workdays.</summary>
internal static class FreeTimes
{
    private const int Most = 3;
    private const int Workdays = 10;
    private const int StepMinutes = 30;
    private static readonly TimeOnly Opens = new(8, 30);
    private static readonly TimeOnly Closes = new(16, 0);

    /// <param name="subjects">Accounts, people and the room.</param>
    /// <param name="after">UTC; the first time looked at is later.</param>
    /// <param name="except">A meeting that is being moved: its own time is free.</param>
    /// <returns>At most three instants, UTC; none where ten workdays have no room for it.</returns>
    public static async Task<IReadOnlyList<DateTime>> AfterAsync(
        VejviserDb db, IReadOnlyCollection<Guid> subjects, DateTime after, TimeSpan length, WorkdayCalendar calendar, Guid? except, CancellationToken cancel)
    {
        var days = new List<DateOnly> { calendar.NextOrSame(TimeZones.DayOf(after)) };
        while (days.Count < Workdays)
            days.Add(calendar.AddWorkdays(days[^1], 1));
        var (first, last) = (Quarters.Of(TimeZones.StartOfDay(days[0])), Quarters.Of(TimeZones.StartOfDay(days[^1].AddDays(1))));
        var taken = await db.MeetingSlots.Where(s => subjects.Contains(s.SubjectId) && s.Quarter >= first && s.Quarter < last && s.MeetingId != except).Select(s => s.Quarter).ToHashSetAsync(cancel);
        return [.. days.SelectMany(d => Starts(d, length)).Where(start => start > after && !Quarters.Between(start, start + length).Any(taken.Contains)).Take(Most)];
    }

    internal static IEnumerable<DateTime> Starts(DateOnly day, TimeSpan length)
    {
        for (var at = Opens.ToTimeSpan(); at + length <= Closes.ToTimeSpan(); at += TimeSpan.FromMinutes(StepMinutes))
            yield return TimeZones.At(day, TimeOnly.FromTimeSpan(at));
    }
}
