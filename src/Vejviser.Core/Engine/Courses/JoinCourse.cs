using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Engine.Courses;

public sealed record JoinCourseInput(Guid CourseId, Guid PersonId);

/// <param name="IsWaiting">Every seat is taken: the person stands in line.</param>
/// <param name="Elsewhere">Sessions at which the person is asked elsewhere already, UTC.</param>
public sealed record JoinedCourse(Guid PlaceId, bool IsWaiting, IReadOnlyList<DateTime> Elsewhere);

/// <summary>
/// Puts a person on a course: a seat, claimed by its unique key, and the sessions still to come; or a place in line. Failures: <c>courses.unknown</c>, <c>courses.intake-closed</c>,
/// <c>people.unknown</c>, <c>courses.not-in-practice</c>, <c>courses.not-for-person</c> (with the condition that says no), <c>courses.condition-unknown</c>, <c>courses.already-in</c>,
/// <c>courses.always-elsewhere</c>, <c>courses.changed-meanwhile</c>.
/// </summary>
public sealed class JoinCourse(VejviserDb db, EffectivePractices practices)
{
    private const int Attempts = 60;

    public async Task<Result<JoinedCourse>> RunAsync(JoinCourseInput input, Reader who, AuditContext audit, CancellationToken cancel = default)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (await db.IsHandledAsync(audit, cancel) && await PlaceAsync(input, cancel) is { } done)
                return new JoinedCourse(done.Id, done.Seat is null, []);
            if (await db.Courses.AsNoTracking().SingleOrDefaultAsync(c => c.Id == input.CourseId, cancel) is not { } course)
                return Failure.Of("courses.unknown");
            if (await RefuseAsync(course, input.PersonId, who, audit, cancel) is { } refusal)
                return refusal;
            var seat = await CourseSeating.FreeAsync(db, course, input.PersonId, cancel);
            var place = new CoursePlace { CourseId = course.Id, PersonId = input.PersonId, Seat = seat, AddedAt = audit.At, JoinedOn = seat is null ? null : CourseSeating.Later(audit.Day, course.FirstDay) };
            var asked = seat is null ? new Asked(0, []) : await CourseSeating.AskAsync(db, course.Id, input.PersonId, audit.At, cancel);
            if (seat is not null && asked.Sessions == 0)
                return Failure.Of("courses.always-elsewhere");
            db.CoursePlaces.Add(place);
            try
            {
                if (await db.SaveAsync(audit, CourseSeating.Subject(place, ("course", course.Id), ("waiting", seat is null)), cancel) == SaveOutcome.Saved)
                    return new JoinedCourse(place.Id, seat is null, asked.Elsewhere);
            }
            catch (DbUpdateException e) when (e.IsUniqueViolationOn("course_place") || e.IsUniqueViolationOn("meeting_slot") || e.IsUniqueViolationOn("meeting_participant"))
            {
                // Somebody took that seat, or the person's time, in between: look again.
                db.ChangeTracker.Clear();
            }
        }

        return Failure.Of("courses.changed-meanwhile");
    }

    private async Task<Failure?> RefuseAsync(Course course, Guid personId, Reader who, AuditContext audit, CancellationToken cancel)
    {
        if (!CourseSeating.IsOpen(course, audit.Day))
            return Failure.Of("courses.intake-closed");
        if (!await db.People.VisibleTo(db, who, audit.At).AnyAsync(p => p.Id == personId && p.MergedIntoId == null, cancel))
            return Failure.Of("people.unknown");
        if (await db.CoursePlaces.AnyAsync(p => p.CourseId == course.Id && p.PersonId == personId && p.LeftOn == null, cancel))
            return Failure.Of("courses.already-in");
        return await CourseFit.RefuseAsync(db, practices, course, personId, audit.Day, cancel);
    }

    private Task<CoursePlace?> PlaceAsync(JoinCourseInput input, CancellationToken cancel) =>
        db.CoursePlaces.AsNoTracking().FirstOrDefaultAsync(p => p.CourseId == input.CourseId && p.PersonId == input.PersonId && p.LeftOn == null, cancel);
}
