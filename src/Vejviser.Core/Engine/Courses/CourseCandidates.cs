using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Foundation.Access;

namespace Vejviser.Core.Engine.Courses;

/// <summary>Somebody who can be put on a course.</summary>
public sealed record CourseCandidate(Guid PersonId, string Name, string? Reference, bool IsProtected);

/// <summary>Those in the course's practice who are not on it, among those the reader may see; of a free-standing course nobody in particular.</summary>
public static class CourseCandidates
{
    public const int Most = 200;

    public static async Task<IReadOnlyList<CourseCandidate>> ReadAsync(VejviserDb db, Reader who, Course course, DateTime now, CancellationToken cancel)
    {
        if (course.Practice is null)
            return [];
        var people = await db.People.AsNoTracking().VisibleTo(db, who, now)
            .Where(p => p.MergedIntoId == null && db.Plans.Any(l => l.Practice == course.Practice && l.State == PlanState.Running && (l.PersonId == p.Id || (l.PersonId == null && l.HouseholdId == p.HouseholdId))))
            .Where(p => !db.CoursePlaces.Any(c => c.CourseId == course.Id && c.PersonId == p.Id && c.LeftOn == null))
            .OrderBy(p => p.GivenName).ThenBy(p => p.FamilyName).ThenBy(p => p.Id).Take(Most)
            .Select(p => new { p.Id, p.GivenName, p.FamilyName, p.CaseRef, p.HasProtectedAddress }).ToListAsync(cancel);
        return [.. people.Select(p => new CourseCandidate(p.Id, $"{p.GivenName} {p.FamilyName}".Trim(), p.CaseRef, p.HasProtectedAddress))];
    }
}
