using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Engine.Courses;

/// <summary>
/// Takes somebody off a course: their time at the sessions to come is free, what they attended stays, and the seat goes to who waited longest. Failures: <c>courses.unknown-place</c>,
/// <c>courses.changed-meanwhile</c>.
/// </summary>
public sealed class LeaveCourse(VejviserDb db)
{
    /// <summary>In the current transaction where there is one; who began it takes what is refused there.</summary>
    /// <returns>How many got a seat by it.</returns>
    public async Task<Result<int>> RunAsync(Guid courseId, Guid placeId, AuditContext audit, CancellationToken cancel = default)
    {
        if (await db.CoursePlaces.SingleOrDefaultAsync(p => p.Id == placeId && p.CourseId == courseId, cancel) is not { } place)
            return Failure.Of("courses.unknown-place");
        if (place.LeftOn is not null || await db.IsHandledAsync(audit, cancel))
            return 0;
        var course = await db.Courses.AsNoTracking().SingleAsync(c => c.Id == courseId, cancel);
        try
        {
            // Two saves in one transaction: the seat must be free before it is given on.
            var own = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancel) : null;
            await using var _ = own;
            place.LeftOn = audit.Day;
            place.Version++;
            await CourseSeating.ExcuseAsync(db, courseId, place.PersonId, audit.At, cancel);
            if (await db.SaveAsync(audit, CourseSeating.Subject(place, ("course", courseId), ("left", audit.Day)), cancel) == SaveOutcome.Conflict)
                return Failure.Of("courses.changed-meanwhile");
            var next = await CourseSeating.FillAsync(db, course, [placeId], audit, cancel);
            if (next.Count > 0)
                await db.SaveAsync(audit with { Action = "courses.seat-next", CommandId = null }, next, cancel);
            if (own is not null)
                await own.CommitAsync(cancel);
            return next.Count;
        }
        catch (DbUpdateException e) when (db.Database.CurrentTransaction is null && (e.IsUniqueViolationOn("course_place") || e.IsUniqueViolationOn("meeting_slot")))
        {
            db.ChangeTracker.Clear();
            return Failure.Of("courses.changed-meanwhile");
        }
    }
}
