using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Engine.Courses;

/// <summary>A session that returns each week.</summary>
/// <param name="Kind">Its id in the definition, or what a free-standing course calls it.</param>
/// <param name="At">By the clock on the town hall, on a quarter of an hour.</param>
/// <param name="TeacherId">The employee who leads it; null where a partner does.</param>
/// <param name="RoomId">Only on site; null where it is held at the partner's or out of the house.</param>
/// <param name="TeachesModules">It is about the module the course has come to.</param>
public sealed record WeeklyTime(string Kind, DayOfWeek Weekday, TimeOnly At, int Minutes, Guid? TeacherId = null, Guid? RoomId = null, bool TeachesModules = false)
{
    public TimeOnly Ends => At.AddMinutes(Minutes);
}

/// <param name="PartnerId">The partner organisation that is responsible; null where the municipality is.</param>
public sealed record CourseModule(string Id, Guid? PartnerId = null);

/// <summary>How long a course lasts: so many weeks, or so many days on which it meets.</summary>
/// <param name="Weeks">Null where it is counted in days.</param>
public sealed record CourseLength(int? Weeks, int? Days)
{
    public static CourseLength Of(PracticeCourse course) => new(course.Weeks?.Value, course.Days?.Value);
}

/// <summary>What a timetable is generated from.</summary>
/// <param name="First">The first day of the first week; nothing is put before it.</param>
/// <param name="Modules">In order, spread evenly over the course.</param>
public sealed record CoursePattern(DateOnly First, CourseLength Length, IReadOnlyList<WeeklyTime> Times, IReadOnlyList<CourseModule> Modules);

/// <summary>A session as the pattern gives it; nobody has booked it yet.</summary>
/// <param name="Number">From 1.</param>
public sealed record PlannedSession(int Number, DateOnly Day, WeeklyTime Time, CourseModule? Module)
{
    public DateTime StartsAt => TimeZones.At(Day, Time.At);

    public DateTime EndsAt => StartsAt.AddMinutes(Time.Minutes);
}

/// <param name="LeftOut">Days of the pattern that are public holidays or closing days.</param>
public sealed record PlannedTimetable(IReadOnlyList<PlannedSession> Sessions, IReadOnlyList<DateOnly> LeftOut);
