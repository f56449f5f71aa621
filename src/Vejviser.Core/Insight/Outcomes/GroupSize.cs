using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Offers;
using Vejviser.Core.Foundation.Access;

namespace Vejviser.Core.Insight.Outcomes;

/// <summary>How many a practice is for: those who surely fit and were not offered it, and those who were, or take or took part.</summary>
internal static class GroupSize
{
    public static async Task<int> OfAsync(VejviserDb db, PracticeDefinition definition, DateOnly today, DateTime now, CancellationToken cancel)
    {
        var waiting = await TargetGroup.CountAsync(db, definition, Reader.System, new TargetFilter(), today, now, cancel);
        var offered = db.Offers.Where(o => o.Practice == definition.Id).Select(o => o.PersonId ?? o.HouseholdId);
        var taking = db.Plans.Where(p => p.Practice == definition.Id).Select(p => p.PersonId ?? p.HouseholdId);
        return waiting.Fits + await offered.Union(taking).CountAsync(cancel);
    }
}
