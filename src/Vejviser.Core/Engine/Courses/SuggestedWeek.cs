using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Meetings;

namespace Vejviser.Core.Engine.Courses;

/// <summary>A week for a practice's course, to begin from: its sessions spread over the workdays, one after the other on a day.</summary>
public static class SuggestedWeek
{
    private const int UsualMinutes = 60;
    private static readonly TimeOnly Begins = new(9, 0);
    private static readonly DayOfWeek[] Workdays = [DayOfWeek.Monday, DayOfWeek.Wednesday, DayOfWeek.Friday, DayOfWeek.Tuesday, DayOfWeek.Thursday];

    /// <param name="teacherOf">Who fills a role; null where nobody in particular does.</param>
    public static IReadOnlyList<WeeklyTime> Of(PracticeCourse course, Func<string, Guid?> teacherOf)
    {
        var taken = Workdays.ToDictionary(d => d, _ => 0);
        var times = new List<WeeklyTime>();
        foreach (var session in course.Sessions)
        {
            var minutes = session.Minutes?.Value ?? UsualMinutes;
            foreach (var day in Workdays.OrderBy(d => taken[d]).ThenBy(d => Array.IndexOf(Workdays, d)).Take(Math.Min(session.PerWeek.Value, Workdays.Length)).ToList())
            {
                times.Add(new WeeklyTime(session.Id, day, Begins.AddMinutes(taken[day]), minutes, teacherOf(session.LedBy), TeachesModules: course.TeachesModules(session)));
                taken[day] += Quarters.Whole(minutes) + Quarters.Minutes;
            }
        }

        return [.. times.OrderBy(t => t.Weekday).ThenBy(t => t.At)];
    }
}
