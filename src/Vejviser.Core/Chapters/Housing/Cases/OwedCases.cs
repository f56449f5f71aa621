using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Plans.Lists;
using Vejviser.Core.Foundation.Access;

namespace Vejviser.Core.Chapters.Housing.Cases;

/// <summary>Enquiries and problems of estates that wait for the reader.</summary>
public sealed class OwedCases : IOwedAnswers
{
    public async Task<IReadOnlyList<OwedAnswers>> OfAsync(VejviserDb db, Reader who, DateTime now, CancellationToken cancel)
    {
        if (!who.May(Permissions.HousingRead))
            return [];
        var me = who.AccountId;
        var by = await db.HousingCases.Where(c => c.MunicipalOwnerId == me && c.AnsweredAt == null && c.ClosedAt == null).Select(c => c.AnswerBy).ToListAsync(cancel);
        return by.Count == 0 ? [] : [new OwedAnswers("estates", "/housing/cases", by.Count, by.Count(b => b < now))];
    }
}
