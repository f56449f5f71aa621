using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.People;

namespace Vejviser.Core.Engine.Plans.Enrolment;

/// <summary>Reads what people said, agreed to and take part in.</summary>
public static class SaidReader
{
    /// <param name="people">All of their households, so that a household's own practices are theirs too.</param>
    public static async Task<IReadOnlyDictionary<Guid, SaidFacts>> OfAsync(VejviserDb db, IReadOnlyCollection<Person> people, CancellationToken cancel)
    {
        var ids = people.Select(p => p.Id).ToList();
        var households = people.Select(p => p.HouseholdId).Distinct().ToList();
        var consents = (await db.Consents.AsNoTracking().Where(c => ids.Contains(c.PersonId)).Select(c => new { c.PersonId, c.Purpose, IsInForce = c.WithdrawnOn == null }).ToListAsync(cancel)).ToLookup(c => c.PersonId);
        var answers = (await db.PersonAnswers.AsNoTracking().Where(a => ids.Contains(a.PersonId)).ToListAsync(cancel)).ToLookup(a => a.PersonId);
        var plans = await db.Plans.AsNoTracking().Where(p => households.Contains(p.HouseholdId) || (p.PersonId != null && ids.Contains(p.PersonId.Value))).Select(p => new { p.HouseholdId, p.PersonId, p.Practice, p.State, IsOpen = p.EndedAt == null }).ToListAsync(cancel);
        var ofHousehold = plans.Where(p => p.PersonId is null).ToLookup(p => p.HouseholdId);
        // A person who moved keeps the plans begun in the household they left.
        var ofPerson = plans.Where(p => p.PersonId is not null).ToLookup(p => p.PersonId!.Value);
        return people.ToDictionary(p => p.Id, person =>
        {
            var theirs = ofHousehold[person.HouseholdId].Concat(ofPerson[person.Id]).ToList();
            return new SaidFacts(
                consents[person.Id].GroupBy(c => c.Purpose).ToDictionary(g => g.Key, g => g.Any(c => c.IsInForce)),
                theirs.Where(p => p.IsOpen).Select(p => p.Practice).ToHashSet(),
                theirs.Where(p => p.State == PlanState.Completed).Select(p => p.Practice).ToHashSet(),
                answers[person.Id].ToDictionary(a => a.Question, a => a.IsYes));
        });
    }
}
