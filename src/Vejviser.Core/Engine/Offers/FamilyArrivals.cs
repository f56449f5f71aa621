using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Engine.Plans.Enrolment;

namespace Vejviser.Core.Engine.Offers;

/// <summary>What practices change when family arrives, offers among it, for a host without a container.</summary>
public static class FamilyArrivals
{
    public static FamilyArrival Of(EffectivePractices practices, PlanLaw law) => new(practices, law, PlanEffects.Of(practices, law, new OfferNext(practices)));
}
