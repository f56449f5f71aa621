using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Meetings;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Engine.Courses;

/// <param name="Noted">By person: null was there, else why not. Who is not named keeps what was noted.</param>
/// <param name="Version">What the form saw; null asks for none.</param>
public sealed record NoteAttendanceInput(Guid MeetingId, IReadOnlyDictionary<Guid, AbsenceReason?> Noted, int? Version = null);

/// <summary>
/// Notes who was at a session, and why the others were not; again to correct it. By who leads the course or a session of it, who may edit courses, and the partner's user where the partner
/// is responsible. Failures: <c>courses.unknown-session</c>, <c>courses.not-yours</c>, <c>meetings.is-cancelled</c>, <c>meetings.not-yet</c>, <c>courses.unknown-place</c>, <c>meetings.changed-meanwhile</c>.
/// </summary>
public sealed class NoteAttendance(VejviserDb db)
{
    public async Task<Result<Done>> RunAsync(NoteAttendanceInput input, Reader who, AuditContext audit, CancellationToken cancel = default)
    {
        if (await db.CourseSessions.AsNoTracking().SingleOrDefaultAsync(s => s.MeetingId == input.MeetingId, cancel) is not { } session)
            return Failure.Of("courses.unknown-session");
        if (!await MayAsync(session, who, cancel))
            return Failure.Of("courses.not-yours");
        if (await db.IsHandledAsync(audit, cancel))
            return Done.Result;
        var meeting = await db.Meetings.SingleAsync(m => m.Id == input.MeetingId, cancel);
        if (meeting.State == MeetingState.Cancelled)
            return Failure.Of("meetings.is-cancelled");
        if (meeting.Day > audit.Day)
            return Failure.Of("meetings.not-yet", ("date", meeting.Day));
        if (input.Version is { } seen && seen != meeting.Version)
            return Failure.Of("meetings.changed-meanwhile");

        var people = await db.MeetingParticipants.Where(p => p.MeetingId == meeting.Id && p.PersonId != null).ToListAsync(cancel);
        if (input.Noted.Keys.Any(n => people.TrueForAll(p => p.PersonId != n)))
            return Failure.Of("courses.unknown-place");
        foreach (var person in people.Where(p => input.Noted.ContainsKey(p.PersonId!.Value)))
        {
            var absence = input.Noted[person.PersonId!.Value];
            (person.Attendance, person.Absence) = (absence is null ? Attendance.Attended : Attendance.NoShow, absence);
        }

        meeting.State = MeetingState.Held;
        meeting.Version++;
        // Why somebody was away is not the audit's: an illness is a word about health.
        var details = AuditDetails.Of(("course", session.CourseId), ("attended", people.Count(p => p.Attendance == Attendance.Attended)), ("absent", people.Where(p => p.Attendance == Attendance.NoShow).Select(p => p.PersonId)));
        return await db.SaveAsync(audit, new AuditSubject(Entity: "meeting", EntityId: meeting.Id, Details: details), cancel) == SaveOutcome.Conflict ? Failure.Of("meetings.changed-meanwhile") : Done.Result;
    }

    private async Task<bool> MayAsync(CourseSession session, Reader who, CancellationToken cancel) =>
        who.PartnerId is { } partner ? session.PartnerId == partner
        : who.May(Permissions.CoursesEdit) || (who.May(Permissions.CoursesAttend) && await CourseSight.LeadsAsync(db, who, session.CourseId, cancel));
}
