using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Engine.Courses;

/// <summary>Whether a course is for somebody: they are in its practice, and its own conditions hold on the day they would join.</summary>
internal static class CourseFit
{
    /// <returns>Null where it is for them.</returns>
    public static async Task<Failure?> RefuseAsync(VejviserDb db, EffectivePractices practices, Course course, Guid personId, DateOnly today, CancellationToken cancel)
    {
        if (course.PracticeVersionId is not { } version)
            return null;
        var person = await db.People.AsNoTracking().SingleAsync(p => p.Id == personId, cancel);
        if (!await db.Plans.AnyAsync(p => p.Practice == course.Practice && p.State == PlanState.Running && (p.PersonId == personId || (p.PersonId == null && p.HouseholdId == person.HouseholdId)), cancel))
            return Failure.Of("courses.not-in-practice");
        var definition = await practices.OfAsync(db, version, cancel);
        var strand = definition.Courses.First(c => c.Id == course.Strand);
        var household = await db.Households.AsNoTracking().SingleAsync(h => h.Id == person.HouseholdId, cancel);
        var people = await db.People.AsNoTracking().Where(p => p.HouseholdId == household.Id && p.MergedIntoId == null).ToListAsync(cancel);
        var facts = HouseholdFacts.Of(household, people);
        var verdict = strand.If.Ask(facts, facts.People.Single(p => p.Id == personId), CourseSeating.Later(today, course.FirstDay));
        return verdict.Truth switch
        {
            Truth.Yes => null,
            Truth.Unknown => Failure.Of("courses.condition-unknown", Named(verdict.Answers.First(a => a.Truth == Truth.Unknown))),
            _ => Failure.Of("courses.not-for-person", Named(verdict.Answers.First(a => a.Truth == Truth.No))),
        };
    }

    private static (string Name, object? Value)[] Named(Answer no) => [("condition", no.Code), .. no.Values.Select(v => (v.Key, v.Value))];
}
