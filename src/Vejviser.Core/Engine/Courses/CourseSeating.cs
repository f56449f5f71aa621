using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Meetings;
using Vejviser.Core.Engine.Plans.Enrolment;
using Vejviser.Core.Foundation.Audit;

namespace Vejviser.Core.Engine.Courses;

/// <summary>Gives places their seats, and asks who has one to the sessions to come. Adds to the context; the caller saves.</summary>
internal static class CourseSeating
{
    /// <summary>A free seat; null where all are taken or others wait before.</summary>
    public static async Task<int?> FreeAsync(VejviserDb db, Course course, Guid claimer, CancellationToken cancel)
    {
        var places = await db.CoursePlaces.AsNoTracking().Where(p => p.CourseId == course.Id && p.LeftOn == null).Select(p => p.Seat).ToListAsync(cancel);
        return places.Contains(null) ? null : Seats.Pick(places.OfType<int>().ToHashSet(), course.Seats, claimer);
    }

    /// <summary>True while somebody may still come in: a fixed intake ends when the course begins.</summary>
    public static bool IsOpen(Course course, DateOnly today) =>
        course.CalledOffOn is null && course.LastDay >= today && (course.Intake == CourseIntake.Rolling || course.FirstDay > today);

    /// <summary>
    /// Asks a person to the course's sessions still to come, but those at which they are asked elsewhere already: nobody is booked twice, and a talk in the twelfth week keeps nobody
    /// from the first eleven.
    /// </summary>
    /// <returns>How many they are asked to, and when the others are.</returns>
    public static async Task<Asked> AskAsync(VejviserDb db, Guid courseId, Guid personId, DateTime now, CancellationToken cancel)
    {
        var coming = await db.Meetings.AsNoTracking().Where(m => m.State == MeetingState.Planned && m.StartsAt > now && db.CourseSessions.Any(s => s.MeetingId == m.Id && s.CourseId == courseId)).OrderBy(m => m.StartsAt).ToListAsync(cancel);
        if (coming.Count == 0)
            return new Asked(0, []);
        var (first, last) = (Quarters.Of(coming[0].StartsAt), Quarters.Of(coming[^1].EndsAt));
        var taken = await db.MeetingSlots.Where(s => s.SubjectId == personId && s.Quarter >= first && s.Quarter <= last).Select(s => s.Quarter).ToHashSetAsync(cancel);
        var free = coming.Where(m => !Quarters.Between(m.StartsAt, m.EndsAt).Any(taken.Contains)).ToList();
        db.MeetingParticipants.AddRange(free.Select(m => new MeetingParticipant { MeetingId = m.Id, PersonId = personId }));
        db.MeetingSlots.AddRange(free.SelectMany(m => Quarters.Between(m.StartsAt, m.EndsAt).Select(q => new MeetingSlot { SubjectId = personId, Quarter = q, MeetingId = m.Id })));
        return new Asked(free.Count, [.. coming.Except(free).Select(m => m.StartsAt)]);
    }

    /// <summary>Frees a person's time at the sessions still to come; what was held stays as it was noted.</summary>
    public static async Task ExcuseAsync(VejviserDb db, Guid courseId, Guid personId, DateTime now, CancellationToken cancel)
    {
        var coming = await db.Meetings.Where(m => m.State == MeetingState.Planned && m.StartsAt > now && db.CourseSessions.Any(s => s.MeetingId == m.Id && s.CourseId == courseId)).Select(m => m.Id).ToListAsync(cancel);
        db.MeetingParticipants.RemoveRange(await db.MeetingParticipants.Where(p => p.PersonId == personId && coming.Contains(p.MeetingId)).ToListAsync(cancel));
        db.MeetingSlots.RemoveRange(await db.MeetingSlots.Where(s => s.SubjectId == personId && coming.Contains(s.MeetingId)).ToListAsync(cancel));
    }

    /// <summary>Gives the seats that are free to those who have waited longest, while the course takes anybody in.</summary>
    public static async Task<IReadOnlyList<AuditSubject>> FillAsync(VejviserDb db, Course course, IReadOnlyCollection<Guid> leaving, AuditContext audit, CancellationToken cancel)
    {
        var subjects = new List<AuditSubject>();
        if (!IsOpen(course, audit.Day))
            return subjects;
        var places = await db.CoursePlaces.Where(p => p.CourseId == course.Id && p.LeftOn == null && !leaving.Contains(p.Id)).ToListAsync(cancel);
        var taken = places.Select(p => p.Seat).OfType<int>().ToHashSet();
        foreach (var next in places.Where(p => p.Seat is null).OrderBy(p => p.AddedAt).ThenBy(p => p.Id))
        {
            if (Seats.Pick(taken, course.Seats, next.PersonId) is not { } seat)
                break;
            // Who is asked elsewhere at every session keeps the place in line.
            if (await AskAsync(db, course.Id, next.PersonId, audit.At, cancel) is { Sessions: 0 })
                continue;
            (next.Seat, next.JoinedOn) = (seat, Later(audit.Day, course.FirstDay));
            next.Version++;
            taken.Add(seat);
            subjects.Add(Subject(next, ("course", course.Id), ("seat-next", true)));
        }

        return subjects;
    }

    public static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    public static AuditSubject Subject(CoursePlace place, params (string Name, object? Value)[] details) => new(place.PersonId, null, "course-place", place.Id, AuditDetails.Of(details));
}

/// <param name="Sessions">How many one is asked to.</param>
/// <param name="Elsewhere">When the sessions are at which one is asked elsewhere already, UTC.</param>
public sealed record Asked(int Sessions, IReadOnlyList<DateTime> Elsewhere);
