using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Plans.Enrolment;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.People;

namespace Vejviser.Core.Engine.Offers;

/// <summary>Whom an offer is for, with what the conditions ask of them.</summary>
/// <param name="Person">Set where the practice is for a person.</param>
internal sealed record OfferTo(Household Household, Person? Person, IReadOnlyList<Person> People, HouseholdFacts Facts)
{
    /// <returns>Null where there is no such person or household, or none the reader may see.</returns>
    public static async Task<OfferTo?> FindAsync(VejviserDb db, Reader who, Guid householdId, Guid? personId, DateTime now, CancellationToken cancel)
    {
        var household = await db.Households.AsNoTracking().VisibleTo(db, who, now).SingleOrDefaultAsync(h => h.Id == householdId, cancel);
        if (household is null)
            return null;
        var people = await db.People.AsNoTracking().Where(p => p.HouseholdId == householdId && p.MergedIntoId == null).ToListAsync(cancel);
        var person = people.Find(p => p.Id == personId);
        if (people.Count == 0 || (personId is not null && person is null))
            return null;
        return new OfferTo(household, person, people, HouseholdFacts.Of(household, people, await SaidReader.OfAsync(db, people, cancel)));
    }

    public Verdict Ask(PracticeDefinition practice, DateOnly today) => practice.For == PracticeFor.Person
        ? practice.Offer.If.Ask(Facts, Facts.People.Single(p => p.Id == Person!.Id), today)
        : practice.Offer.If.Ask(Facts, today);

    /// <summary>Whether the consent that the practice needs is in force: the person's, or one person's of the household.</summary>
    public bool HasConsent(PracticeDefinition practice) =>
        practice.Offer.Consent is not { } purpose
        || Facts.People.Any(p => (practice.For == PracticeFor.Household || p.Id == Person!.Id) && p.Consents.GetValueOrDefault(purpose));
}
