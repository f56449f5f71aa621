using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Plans.Enrolment;
using Vejviser.Core.Foundation.Audit;

namespace Vejviser.Core.Engine.Offers;

/// <summary>Offers another practice to the same person or household, where it neither runs nor is offered already.</summary>
public sealed class OfferNext(EffectivePractices practices) : IPlanEffect
{
    public EffectKind Kind => EffectKind.OfferPractice;

    public async Task<IReadOnlyCollection<AuditSubject>> ApplyAsync(VejviserDb db, PlanEvent happened, AuditContext audit, CancellationToken cancel)
    {
        var (plan, effect) = happened;
        if (audit.Actor is not { } by || await practices.FindAsync(db, effect.Practice, cancel) is not { } definition)
            return [];
        var person = definition.For == PracticeFor.Person ? plan.PersonId : null;
        if (definition.For == PracticeFor.Person && person is null)
            return [];
        var isThere = await db.Offers.AnyAsync(o => o.Practice == definition.Id && o.HouseholdId == plan.HouseholdId && o.PersonId == person && o.Answer == OfferAnswer.None, cancel)
            || await db.Plans.AnyAsync(p => p.Practice == definition.Id && p.HouseholdId == plan.HouseholdId && p.PersonId == person && p.EndedAt == null, cancel);
        if (isThere)
            return [];
        var offer = new Offer { Practice = definition.Id, HouseholdId = plan.HouseholdId, PersonId = person, OfferedOn = audit.Day, OfferedBy = by };
        db.Offers.Add(offer);
        return [new AuditSubject(person, plan.HouseholdId, "offer", offer.Id, AuditDetails.Of(("practice", definition.Id), ("from", plan.Practice)))];
    }
}
