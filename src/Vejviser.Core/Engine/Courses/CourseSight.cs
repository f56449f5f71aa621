using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Access;

namespace Vejviser.Core.Engine.Courses;

/// <summary>
/// Who may know who sits in a course. A timetable is seen by all who may see courses; a name by who may see the person, and by who leads the course or a session of
/// it: a teacher who takes attendance must know whom. It opens nothing else of the person.
/// </summary>
public static class CourseSight
{
    /// <summary>True for who answers for the course or leads one of its sessions.</summary>
    public static Task<bool> LeadsAsync(VejviserDb db, Reader who, Guid courseId, CancellationToken cancel) => db.Courses.AnyAsync(
        c => c.Id == courseId && (c.LeaderId == who.AccountId
            || db.CourseSessions.Any(s => s.CourseId == courseId && db.MeetingParticipants.Any(p => p.MeetingId == s.MeetingId && p.AccountId == who.AccountId))), cancel);

    /// <summary>The people of the course whose names the reader may know.</summary>
    public static async Task<HashSet<Guid>> NamedAsync(VejviserDb db, Reader who, Guid courseId, DateTime now, CancellationToken cancel)
    {
        var all = db.CoursePlaces.Where(p => p.CourseId == courseId).Select(p => p.PersonId);
        return await LeadsAsync(db, who, courseId, cancel)
            ? await all.ToHashSetAsync(cancel)
            : await db.People.VisibleTo(db, who, now).Where(p => all.Contains(p.Id)).Select(p => p.Id).ToHashSetAsync(cancel);
    }
}
