using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Meetings;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Engine.Courses;

/// <summary>
/// Calls a course off: the sessions to come are cancelled, and everybody's time and the rooms are free. What was held stays. Failures: <c>courses.unknown</c>, <c>courses.over</c>,
/// <c>meetings.reason-required</c>, <c>courses.changed-meanwhile</c>.
/// </summary>
public sealed class CallOffCourse(VejviserDb db)
{
    /// <returns>How many sessions were cancelled.</returns>
    public async Task<Result<int>> RunAsync(Guid courseId, string? reason, AuditContext audit, CancellationToken cancel = default)
    {
        if (await db.Courses.SingleOrDefaultAsync(c => c.Id == courseId, cancel) is not { } course)
            return Failure.Of("courses.unknown");
        if (await db.IsHandledAsync(audit, cancel))
            return 0;
        if (course.CalledOffOn is not null || course.LastDay < audit.Day)
            return Failure.Of("courses.over");
        if (string.IsNullOrWhiteSpace(reason))
            return Failure.Of("meetings.reason-required");
        var coming = await db.Meetings.Where(m => m.State == MeetingState.Planned && m.StartsAt > audit.At && db.CourseSessions.Any(s => s.MeetingId == m.Id && s.CourseId == courseId)).ToListAsync(cancel);
        foreach (var meeting in coming)
        {
            (meeting.State, meeting.CancelReason) = (MeetingState.Cancelled, reason.Trim());
            meeting.Version++;
        }

        var ids = coming.ConvertAll(m => m.Id);
        db.MeetingSlots.RemoveRange(await db.MeetingSlots.Where(s => ids.Contains(s.MeetingId)).ToListAsync(cancel));
        course.CalledOffOn = audit.Day;
        course.Version++;
        var subject = new AuditSubject(Entity: "course", EntityId: courseId, Details: AuditDetails.Of(("cancelled", coming.Count)));
        return await db.SaveAsync(audit with { Reason = reason.Trim() }, subject, cancel) == SaveOutcome.Conflict ? Failure.Of("courses.changed-meanwhile") : coming.Count;
    }
}
