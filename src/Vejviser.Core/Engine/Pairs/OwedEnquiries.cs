using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Plans.Lists;
using Vejviser.Core.Foundation.Access;

namespace Vejviser.Core.Engine.Pairs;

/// <summary>Volunteers' enquiries that wait for the reader, or for a unit of theirs.</summary>
public sealed class OwedEnquiries(PairPractices all) : IOwedAnswers
{
    public async Task<IReadOnlyList<OwedAnswers>> OfAsync(VejviserDb db, Reader who, DateTime now, CancellationToken cancel)
    {
        if (!who.May(Permissions.Pairs))
            return [];
        var (me, units) = (who.AccountId, who.UnitIds.ToList());
        var owed = await db.VolunteerEnquiries.Where(e => e.AnsweredAt == null && (e.OwnerId == me || (e.OwnerId == null && e.OwnerUnitId != null && units.Contains(e.OwnerUnitId.Value))))
            .GroupBy(e => e.Practice).Select(g => new { Practice = g.Key, Open = g.Count(), Late = g.Count(e => e.LateFrom <= now) }).ToListAsync(cancel);
        return [.. owed.OrderBy(o => o.Practice, StringComparer.Ordinal).Select(o => new OwedAnswers("volunteers", $"/pairs/{all.Find(o.Practice)!.Key}/enquiries", o.Open, o.Late))];
    }
}
