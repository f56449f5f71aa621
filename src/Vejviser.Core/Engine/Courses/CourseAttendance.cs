using Vejviser.Core.Engine.Meetings;

namespace Vejviser.Core.Engine.Courses;

/// <summary>How one of a course's people was noted at a session that was held.</summary>
public sealed record NotedSession(int Minutes, Attendance Attendance, AbsenceReason? Absence);

/// <summary>What a person attended of the sessions that were held while they were on the course and asked to them.</summary>
/// <param name="Held">Sessions noted for them.</param>
/// <param name="Minutes">Minutes attended.</param>
/// <param name="MinutesHeld">Minutes of all the sessions noted.</param>
/// <param name="Absences">How often, by reason, the most frequent first.</param>
public sealed record CourseAttendance(int Held, int Attended, int Minutes, int MinutesHeld, IReadOnlyList<(AbsenceReason Reason, int Times)> Absences)
{
    /// <summary>Null before anything was noted. Cut, not rounded: 79.9 percent is not 80.</summary>
    public int? Percent => MinutesHeld == 0 ? null : Minutes * 100 / MinutesHeld;

    /// <summary>True where it is enough for the course's certificate.</summary>
    public bool Suffices(Course course) => course.HasCertificate && Attended > 0 && Percent >= course.AttendanceLeast;

    public static CourseAttendance Of(IEnumerable<NotedSession> sessions)
    {
        var noted = sessions.Where(s => s.Attendance != Attendance.NotNoted).ToList();
        var attended = noted.Where(s => s.Attendance == Attendance.Attended).ToList();
        var absences = noted.Where(s => s.Attendance == Attendance.NoShow).GroupBy(s => s.Absence ?? AbsenceReason.NotGiven)
            .Select(g => (Reason: g.Key, Times: g.Count())).OrderByDescending(a => a.Times).ThenBy(a => a.Reason);
        return new CourseAttendance(noted.Count, attended.Count, attended.Sum(s => s.Minutes), noted.Sum(s => s.Minutes), [.. absences]);
    }
}
