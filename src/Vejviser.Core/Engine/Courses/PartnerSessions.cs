using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Meetings;

namespace Vejviser.Core.Engine.Courses;

/// <summary>The sessions of the courses a partner organisation holds together with the municipality, from a day on; called off ones are left out.</summary>
public static class PartnerSessions
{
    public static Task<IReadOnlyList<SessionLine>> ReadAsync(VejviserDb db, Guid partnerId, DateOnly from, CancellationToken cancel) => ReadCourse.SessionsAsync(
        db, Of(db, partnerId).Where(s => db.Meetings.Any(m => m.Id == s.MeetingId && m.Day >= from && m.State != MeetingState.Cancelled)), cancel);

    /// <summary>Those of a week, those from today on, and the partner's own that have been and of which nobody has noted who came.</summary>
    public static Task<IReadOnlyList<SessionLine>> ShownAsync(VejviserDb db, Guid partnerId, DateOnly monday, DateOnly today, DateTime now, CancellationToken cancel)
    {
        var sunday = monday.AddDays(6);
        return ReadCourse.SessionsAsync(
            db,
            Of(db, partnerId).Where(s => db.Meetings.Any(m => m.Id == s.MeetingId && m.State != MeetingState.Cancelled
                && (m.Day >= today || (m.Day >= monday && m.Day <= sunday) || (s.PartnerId == partnerId && m.State == MeetingState.Planned && m.EndsAt < now)))),
            cancel);
    }

    private static IQueryable<CourseSession> Of(VejviserDb db, Guid partnerId) => db.CourseSessions.AsNoTracking().Where(s => db.Courses.Any(c => c.Id == s.CourseId && c.OperatorId == partnerId));
}
