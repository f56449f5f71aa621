using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Plans.Enrolment;
using Vejviser.Core.Foundation.Audit;

namespace Vejviser.Core.Engine.Courses.Cards;

/// <summary>Carries a person's card over to another practice: what they learnt here they begin with there.</summary>
public sealed class CarryCard : IPlanEffect
{
    public EffectKind Kind => EffectKind.CarryCard;

    public async Task<IReadOnlyCollection<AuditSubject>> ApplyAsync(VejviserDb db, PlanEvent happened, AuditContext audit, CancellationToken cancel)
    {
        var (plan, effect) = happened;
        if (plan.PersonId is not { } person || await db.ProgressCards.SingleOrDefaultAsync(c => c.PersonId == person, cancel) is not { } card)
            return [];
        (card.CarriedFrom, card.CarriedTo, card.ClosedOn) = (plan.Practice, effect.Practice, card.ClosedOn ?? audit.Day);
        card.Version++;
        return [new AuditSubject(person, plan.HouseholdId, "progress-card", person, AuditDetails.Of(("carried-to", effect.Practice)))];
    }
}
