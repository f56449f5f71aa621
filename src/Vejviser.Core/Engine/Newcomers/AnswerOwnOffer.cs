using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Offers;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Engine.Newcomers;

/// <summary>
/// The person answers what was offered to them, or an adult what was offered to the household. Failures: <c>offers.unknown</c> where it is not theirs, and those of
/// <see cref="AnswerOffer"/>.
/// </summary>
public sealed class AnswerOwnOffer(VejviserDb db, AnswerOffer answer, NewcomerSettings settings)
{
    public async Task<Result<AnsweredOffer>> RunAsync(Newcomer me, Guid offerId, OfferAnswer said, AuditContext audit, CancellationToken cancel = default)
    {
        if (!await Of(db, me).AnyAsync(o => o.Id == offerId, cancel))
            return Failure.Of("offers.unknown");
        return await answer.RunAsync(new AnswerOfferInput(offerId, said, audit.Day, RemindOn: said == OfferAnswer.Later ? audit.Day.AddDays(settings.ThinkDays) : null), Reader.System, audit, cancel);
    }

    /// <summary>The offers that are the person's to answer.</summary>
    public static IQueryable<Offer> Of(VejviserDb db, Newcomer me) =>
        db.Offers.Where(o => o.PersonId == me.PersonId || (me.IsAdultOfHousehold && o.PersonId == null && o.HouseholdId == me.HouseholdId));
}
