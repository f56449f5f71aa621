using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Plans.Enrolment;

namespace Vejviser.Core.Engine.Offers;

/// <summary>What is to be asked of those on a page of the target group, of whom something is not known yet.</summary>
public static class TargetReasons
{
    /// <returns>By <see cref="TargetRow.Id"/>: the answers that are not known.</returns>
    public static async Task<IReadOnlyDictionary<Guid, IReadOnlyList<Answer>>> OfAsync(VejviserDb db, PracticeDefinition practice, IReadOnlyCollection<TargetRow> rows, DateOnly today, CancellationToken cancel)
    {
        var ids = rows.Select(r => r.HouseholdId).Distinct().ToList();
        var households = await db.Households.AsNoTracking().Where(h => ids.Contains(h.Id)).ToListAsync(cancel);
        var people = await db.People.AsNoTracking().Where(p => ids.Contains(p.HouseholdId) && p.MergedIntoId == null).ToListAsync(cancel);
        var said = await SaidReader.OfAsync(db, people, cancel);
        var home = people.ToLookup(p => p.HouseholdId);
        var facts = households.ToDictionary(h => h.Id, h => HouseholdFacts.Of(h, home[h.Id], said));
        return rows.ToDictionary(r => r.Id, r => Unknown(practice, facts[r.HouseholdId], r.PersonId, today));
    }

    private static IReadOnlyList<Answer> Unknown(PracticeDefinition practice, HouseholdFacts household, Guid? person, DateOnly today)
    {
        var verdict = person is { } id ? practice.Offer.If.Ask(household, household.People.Single(p => p.Id == id), today) : practice.Offer.If.Ask(household, today);
        return [.. verdict.Answers.Where(a => a.Truth == Truth.Unknown)];
    }
}
