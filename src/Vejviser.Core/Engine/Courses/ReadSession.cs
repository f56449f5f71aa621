using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Meetings;
using Vejviser.Core.Foundation.Access;

namespace Vejviser.Core.Engine.Courses;

/// <summary>Somebody asked to a session.</summary>
/// <param name="Name">Null where the reader may not know it.</param>
public sealed record SessionPerson(Guid PersonId, Guid HouseholdId, string? Name, string? Reference, bool IsProtected, Attendance Attendance, AbsenceReason? Absence);

/// <summary>A session with those who are asked to it.</summary>
/// <param name="PreviousId">The session before it that was not called off; null for the first.</param>
/// <param name="NextId">The session after it that was not called off; null for the last.</param>
public sealed record SessionView(Course Course, SessionLine Line, IReadOnlyList<SessionPerson> People, Guid? PreviousId, Guid? NextId);

public static class ReadSession
{
    /// <returns>Null where there is none; for a partner's user, where the partner is not responsible for it.</returns>
    public static async Task<SessionView?> RunAsync(VejviserDb db, Reader who, Guid meetingId, DateTime now, CancellationToken cancel)
    {
        var lines = await ReadCourse.SessionsAsync(db, db.CourseSessions.AsNoTracking().Where(s => db.CourseSessions.Any(o => o.MeetingId == meetingId && o.CourseId == s.CourseId)), cancel);
        if (lines.FirstOrDefault(l => l.MeetingId == meetingId) is not { } line || (who.PartnerId is { } partner && line.PartnerId != partner))
            return null;
        var course = await db.Courses.AsNoTracking().SingleAsync(c => c.Id == line.CourseId, cancel);
        var named = who.PartnerId is { } own
            ? await VolunteerSight.People(db, own).Where(p => db.CoursePlaces.Any(c => c.CourseId == course.Id && c.PersonId == p.Id)).Select(p => p.Id).ToHashSetAsync(cancel)
            : await CourseSight.NamedAsync(db, who, course.Id, now, cancel);
        var people = await (
            from p in db.MeetingParticipants.AsNoTracking()
            where p.MeetingId == meetingId
            join person in db.People on p.PersonId equals person.Id
            select new { person.Id, person.HouseholdId, person.GivenName, person.FamilyName, person.CaseRef, person.HasProtectedAddress, p.Attendance, p.Absence }).ToListAsync(cancel);
        var held = lines.Where(l => l.State != MeetingState.Cancelled).ToList();
        return new SessionView(
            course, line,
            [.. people.Select(p => new SessionPerson(p.Id, p.HouseholdId, named.Contains(p.Id) ? $"{p.GivenName} {p.FamilyName}".Trim() : null, p.CaseRef, p.HasProtectedAddress, p.Attendance, p.Absence))
                .OrderBy(p => p.Name is null).ThenBy(p => p.Name, StringComparer.CurrentCulture).ThenBy(p => p.PersonId)],
            held.LastOrDefault(l => l.StartsAt < line.StartsAt)?.MeetingId, held.FirstOrDefault(l => l.StartsAt > line.StartsAt)?.MeetingId);
    }
}
