using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;

namespace Vejviser.Core.Engine.Plans;

public static class PlanDefinition
{
    /// <summary>The definition a plan follows.</summary>
    public static async Task<PracticeDefinition> OfPlanAsync(this EffectivePractices practices, VejviserDb db, Guid planId, CancellationToken cancel) =>
        await practices.OfAsync(db, await db.Plans.Where(p => p.Id == planId).Select(p => p.PracticeVersionId).SingleAsync(cancel), cancel);
}
