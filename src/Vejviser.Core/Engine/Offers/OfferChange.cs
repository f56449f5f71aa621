using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Engine.Offers;

/// <summary>
/// An answer that was noted by mistake is taken back: the offer is open again. Failures: <c>offers.unknown</c>, <c>offers.not-answered</c>,
/// <c>offers.has-begun</c> (end the plan instead), <c>offers.already-offered</c>, <c>offers.changed-meanwhile</c>.
/// </summary>
public sealed class UndoAnswer(VejviserDb db)
{
    public async Task<Result<Done>> RunAsync(Guid offerId, Reader who, AuditContext audit, CancellationToken cancel = default)
    {
        if (await OfferChange.FindAsync(db, who, offerId, audit, cancel) is not { } offer)
            return Failure.Of("offers.unknown");
        if (await db.IsHandledAsync(audit, cancel))
            return default(Done);
        if (offer.Answer == OfferAnswer.None)
            return Failure.Of("offers.not-answered");
        if (offer.PlanId is not null)
            return Failure.Of("offers.has-begun");
        var before = offer.Answer;
        (offer.Answer, offer.AnsweredOn, offer.AnsweredBy, offer.Reason, offer.RemindOn) = (OfferAnswer.None, null, null, null, null);
        offer.Version++;
        return await OfferChange.SaveAsync(db, offer, audit, ("answer", new[] { before.ToString(), nameof(OfferAnswer.None) }), cancel);
    }
}

/// <summary>
/// An offer that was made by mistake goes away, as if it had not been made; the audit keeps it. Failures: <c>offers.unknown</c>,
/// <c>offers.answered-already</c> (take the answer back first), <c>offers.changed-meanwhile</c>.
/// </summary>
public sealed class WithdrawOffer(VejviserDb db)
{
    public async Task<Result<Done>> RunAsync(Guid offerId, Reader who, AuditContext audit, CancellationToken cancel = default)
    {
        if (await db.IsHandledAsync(audit, cancel))
            return default(Done);
        if (await OfferChange.FindAsync(db, who, offerId, audit, cancel) is not { } offer)
            return Failure.Of("offers.unknown");
        if (offer.Answer is OfferAnswer.Yes or OfferAnswer.No)
            return Failure.Of("offers.answered-already");
        db.Offers.Remove(offer);
        return await OfferChange.SaveAsync(db, offer, audit, ("offered", offer.OfferedOn), cancel);
    }
}

/// <summary>What the small changes of an offer share.</summary>
internal static class OfferChange
{
    public static Task<Offer?> FindAsync(VejviserDb db, Reader who, Guid offerId, AuditContext audit, CancellationToken cancel) =>
        db.Offers.VisibleTo(db, who, audit.At).SingleOrDefaultAsync(o => o.Id == offerId, cancel);

    public static async Task<Result<Done>> SaveAsync(VejviserDb db, Offer offer, AuditContext audit, (string, object?) what, CancellationToken cancel)
    {
        try
        {
            var subject = new AuditSubject(offer.PersonId, offer.HouseholdId, "offer", offer.Id, AuditDetails.Of(("practice", offer.Practice), what));
            return await db.SaveAsync(audit, subject, cancel) == SaveOutcome.Conflict ? Failure.Of("offers.changed-meanwhile") : default(Done);
        }
        catch (DbUpdateException e) when (e.IsUniqueViolationOn("offer"))
        {
            db.ChangeTracker.Clear();
            return Failure.Of("offers.already-offered");
        }
    }
}
