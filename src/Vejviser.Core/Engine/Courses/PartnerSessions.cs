using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Meetings;

namespace Vejviser.Core.Engine.Courses;

/// <summary>The sessions of the courses a partner organisation holds together with the municipality, from a day on; called off ones are left out.</summary>
public static class PartnerSessions
{
    public static Task<IReadOnlyList<SessionLine>> ReadAsync(VejviserDb db, Guid partnerId, DateOnly from, CancellationToken cancel) => ReadCourse.SessionsAsync(
        db,
        db.CourseSessions.AsNoTracking().Where(s => db.Courses.Any(c => c.Id == s.CourseId && c.OperatorId == partnerId) && db.Meetings.Any(m => m.Id == s.MeetingId && m.Day >= from && m.State != MeetingState.Cancelled)),
        cancel);
}
