using Vejviser.Core.Engine.Catalogue;

namespace Vejviser.Core.Engine.Courses;

/// <summary>A course as somebody wants it.</summary>
/// <param name="Practice">An adopted practice, whose figures are then the course's; null for a free-standing course.</param>
/// <param name="Strand">The course's id in the practice's definition.</param>
/// <param name="OperatorId">The partner organisation it is held together with.</param>
/// <param name="LeavesOutTaken">Sessions at which a teacher or a room is taken are left out; else they refuse the course.</param>
public sealed record NewCourse(string? Title, string? Practice, string? Strand, DateOnly First, IReadOnlyList<WeeklyTime> Times, Guid LeaderId, Guid? OperatorId = null, bool LeavesOutTaken = false)
{
    /// <summary>Of a free-standing course; a practice's own figures stand in its definition.</summary>
    public FreeFigures Own { get; init; } = new(null, null, CourseIntake.Rolling, false, 0);
}

/// <param name="AttendanceLeast">Percent of the hours for the certificate.</param>
public sealed record FreeFigures(int? Weeks, int? Seats, CourseIntake Intake, bool HasCertificate, int AttendanceLeast);

/// <summary>What a course comes to before anybody has booked it.</summary>
/// <param name="Taken">Sessions at which a teacher or a room is taken, with its name.</param>
/// <param name="Length">As its figures say.</param>
public sealed record CoursePlan(PlannedTimetable Timetable, IReadOnlyList<TakenSession> Taken, CourseLength Length, int Seats, CourseIntake Intake, bool HasCertificate, int AttendanceLeast, PracticeVersion? Version)
{
    /// <summary>The sessions that can be held.</summary>
    public IEnumerable<PlannedSession> Free => Timetable.Sessions.Where(s => Taken.All(t => t.Session.Number != s.Number));
}

/// <param name="Who">The teacher's or the room's name.</param>
public sealed record TakenSession(PlannedSession Session, string Who);
