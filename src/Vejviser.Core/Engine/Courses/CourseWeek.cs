using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Meetings;
using Vejviser.Core.Foundation.Access;

namespace Vejviser.Core.Engine.Courses;

/// <param name="Monday">Of the week to show.</param>
/// <param name="Mine">Only sessions the reader leads.</param>
public sealed record WeekFilter(DateOnly Monday, bool Mine = false, Guid? CourseId = null, Guid? RoomId = null);

/// <summary>The sessions of one week, of all courses or one; those called off are left out.</summary>
public static class CourseWeek
{
    public static Task<IReadOnlyList<SessionLine>> ReadAsync(VejviserDb db, Reader who, WeekFilter filter, CancellationToken cancel)
    {
        var (first, last) = (filter.Monday, filter.Monday.AddDays(6));
        return ReadCourse.SessionsAsync(db, db.CourseSessions.AsNoTracking().Where(s => (filter.CourseId == null || s.CourseId == filter.CourseId)
            && db.Meetings.Any(m => m.Id == s.MeetingId && m.Day >= first && m.Day <= last && m.State != MeetingState.Cancelled && (filter.RoomId == null || m.RoomId == filter.RoomId))
            && (!filter.Mine || db.MeetingParticipants.Any(p => p.MeetingId == s.MeetingId && p.AccountId == who.AccountId))), cancel);
    }
}
