using Vejviser.Core.Engine.Meetings;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Engine.Courses;

/// <summary>Generates a course's sessions from its week; a pure function of the pattern and the closed days.</summary>
public static class CourseTimetable
{
    /// <summary>A course of more than this is several: a school year of five a week fits.</summary>
    public const int MostSessions = 260;

    private const int MostWeeks = 60;
    private const int MostMinutes = 12 * 60;
    private const int DaysAWeek = 7;

    /// <summary>Every day the pattern falls on, so that the caller can ask which are closed.</summary>
    public static IReadOnlyList<DateOnly> Days(CoursePattern pattern) => [.. Weeks(pattern).SelectMany(w => w.Days.Select(d => d.Day)).Distinct()];

    public static PlannedTimetable Generate(CoursePattern pattern, IReadOnlySet<DateOnly> closed)
    {
        var (sessions, leftOut, held) = (new List<PlannedSession>(), new SortedSet<DateOnly>(), new HashSet<DateOnly>());
        var weeks = pattern.Length.Weeks;
        foreach (var (week, days) in Weeks(pattern))
        {
            foreach (var (day, time) in days)
            {
                if (closed.Contains(day))
                    leftOut.Add(day);
                else if (pattern.Length.Days is not { } most || held.Contains(day) || held.Count < most)
                {
                    held.Add(day);
                    sessions.Add(new PlannedSession(sessions.Count + 1, day, time, time.TeachesModules ? Module(pattern, weeks is null ? held.Count - 1 : week) : null));
                }
            }
        }

        // A holiday after the last of so many days stands in nobody's way.
        return new PlannedTimetable(sessions, [.. leftOut.Where(d => weeks is not null || sessions.Count == 0 || d < sessions[^1].Day)]);
    }

    /// <summary>Why the pattern is none; null where it is one.</summary>
    public static Failure? Refuse(CoursePattern pattern)
    {
        if (pattern.Times.Count == 0)
            return Failure.Of("courses.no-times");
        if ((pattern.Length.Weeks ?? pattern.Length.Days) is not (>= 1 and <= MostWeeks))
            return Failure.Of("courses.length", ("most", MostWeeks));
        if (pattern.Times.Any(t => t.At.Minute % Quarters.Minutes != 0 || t.At.Second != 0))
            return Failure.Of("meetings.not-a-quarter");
        if (pattern.Times.Any(t => t.Minutes is < 5 or > MostMinutes || t.At.ToTimeSpan() + TimeSpan.FromMinutes(t.Minutes) > TimeSpan.FromDays(1)))
            return Failure.Of("meetings.length", ("most", MostMinutes));
        if (Overlap(pattern.Times) is var (first, second))
            return Failure.Of("courses.times-overlap", ("first", first.At), ("second", second.At));
        return (pattern.Length.Weeks ?? pattern.Length.Days!.Value) * pattern.Times.Count > MostSessions ? Failure.Of("courses.too-many-sessions", ("most", MostSessions)) : null;
    }

    /// <summary>Two times of the week at which the same participants would sit twice.</summary>
    private static (WeeklyTime First, WeeklyTime Second)? Overlap(IReadOnlyList<WeeklyTime> times)
    {
        var order = times.OrderBy(t => t.Weekday).ThenBy(t => t.At).ToList();
        foreach (var (first, second) in order.Zip(order.Skip(1)))
            if (first.Weekday == second.Weekday && second.At.ToTimeSpan() < first.At.ToTimeSpan() + TimeSpan.FromMinutes(Quarters.Whole(first.Minutes)))
                return (first, second);
        return null;
    }

    /// <summary>Seven days from the first day make its first week, whatever weekday that is: a course of so many weeks has as many of each session.</summary>
    private static IEnumerable<(int Week, List<(DateOnly Day, WeeklyTime Time)> Days)> Weeks(CoursePattern pattern)
    {
        var order = pattern.Times.Select(t => (After: DaysFrom(pattern.First.DayOfWeek, t.Weekday), Time: t)).OrderBy(t => t.After).ThenBy(t => t.Time.At).ToList();
        // Where it is counted in days, holidays may push it on: twice as far is far enough.
        var weeks = pattern.Length.Weeks ?? 2 * pattern.Length.Days!.Value + 2;
        return Enumerable.Range(0, weeks).Select(w => (w, order.ConvertAll(t => (pattern.First.AddDays(DaysAWeek * w + t.After), t.Time))));
    }

    private static CourseModule? Module(CoursePattern pattern, int at)
    {
        var units = pattern.Length.Weeks ?? pattern.Length.Days!.Value;
        return pattern.Modules.Count == 0 ? null : pattern.Modules[Math.Min(at * pattern.Modules.Count / units, pattern.Modules.Count - 1)];
    }

    private static int DaysFrom(DayOfWeek first, DayOfWeek day) => ((int)day - (int)first + DaysAWeek) % DaysAWeek;
}
