using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Plans.Enrolment;
using Vejviser.Core.Foundation.Audit;

namespace Vejviser.Core.Engine.Courses;

/// <summary>
/// Who has ended a practice leaves its courses that run or are to begin, from that day; their seats go to who waits. Who was never in the practice is not touched, nor who is in it by another plan of theirs or of the household's.
/// </summary>
public sealed class LeaveWithPlan(VejviserDb db, LeaveCourse leave) : IPlanEnding
{
    public async Task EndedAsync(IReadOnlyCollection<string> practices, AuditContext audit, CancellationToken cancel)
    {
        var theirs = db.Plans.Where(p => practices.Contains(p.Practice));
        var places = await (from place in db.CoursePlaces.AsNoTracking()
                            where place.LeftOn == null
                            join course in db.Courses on place.CourseId equals course.Id
                            where course.Practice != null && practices.Contains(course.Practice) && course.CalledOffOn == null && course.LastDay >= audit.Day
                            join person in db.People on place.PersonId equals person.Id
                            where theirs.Any(p => p.Practice == course.Practice && (p.PersonId == person.Id || (p.PersonId == null && p.HouseholdId == person.HouseholdId)))
                                && !theirs.Any(p => p.EndedAt == null && p.Practice == course.Practice && (p.PersonId == person.Id || (p.PersonId == null && p.HouseholdId == person.HouseholdId)))
                            orderby place.AddedAt, place.Id
                            select new { place.CourseId, place.Id }).ToListAsync(cancel);
        foreach (var place in places)
            await leave.RunAsync(place.CourseId, place.Id, audit with { Action = "courses.leave-with-plan" }, cancel);
    }
}
