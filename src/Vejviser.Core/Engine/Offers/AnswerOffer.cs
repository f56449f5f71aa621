using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Engine.Offers;

/// <param name="Reason">In the person's own words, or the staff's.</param>
/// <param name="RemindOn">The day to ask again; needed for <see cref="OfferAnswer.Later"/>.</param>
/// <param name="Start">The day the course starts, where they begin; null is today.</param>
public sealed record AnswerOfferInput(Guid OfferId, OfferAnswer Answer, DateOnly AnsweredOn, string? Reason = null, DateOnly? RemindOn = null, DateOnly? Start = null);

/// <param name="PlanId">The plan that a yes led to, running or in line.</param>
/// <param name="ConsentToAsk">A yes is noted, but this consent is not in force: ask for it, then begin.</param>
public sealed record AnsweredOffer(Guid? PlanId, string? ConsentToAsk);

/// <summary>
/// Notes yes, no or later. A yes begins the practice in the same transaction, or waits for the consent it needs; answering yes again begins
/// what waited. Failures: <c>offers.unknown</c>, <c>offers.no-answer</c>, <c>offers.answered-when</c>, <c>offers.later-when</c>, <c>offers.answered-already</c>,
/// <c>offers.practice-not-adopted</c>, <c>offers.changed-meanwhile</c>, and those of <see cref="Enrol"/>.
/// </summary>
public sealed class AnswerOffer(VejviserDb db, EffectivePractices practices, Enrol enrol, IEnumerable<IPlanFollower>? followers = null)
{
    private const int Attempts = 60;

    /// <summary>Somebody else, or the same form sent twice, changed the offer in between: look again.</summary>
    private static readonly Failure Changed = Failure.Of("offers.changed-meanwhile");

    public async Task<Result<AnsweredOffer>> RunAsync(AnswerOfferInput input, Reader who, AuditContext audit, CancellationToken cancel = default)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            db.ChangeTracker.Clear();
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            try
            {
                var outcome = await TryAsync(input, who, audit, cancel);
                if (outcome.Failure == Changed)
                    continue;
                if (outcome.IsSuccess)
                {
                    await transaction.CommitAsync(cancel);
                    await TellAsync(outcome.Value, audit, cancel);
                }

                return outcome;
            }
            catch (DbUpdateException e) when (e.IsUniqueViolationOn("plan") || e.IsUniqueViolationOn("offer"))
            {
                // A colleague was first with the plan, or with the seat that was free a moment ago: all of it again, on what is there now.
            }
        }

        return Changed;
    }

    private async Task TellAsync(AnsweredOffer answered, AuditContext audit, CancellationToken cancel)
    {
        if (answered.PlanId is { } plan)
            await followers.TellAsync(await db.Plans.Where(p => p.Id == plan).Select(p => p.Practice).ToListAsync(cancel), audit, cancel);
    }

    private async Task<Result<AnsweredOffer>> TryAsync(AnswerOfferInput input, Reader who, AuditContext audit, CancellationToken cancel)
    {
        if (await db.Offers.VisibleTo(db, who, audit.At).SingleOrDefaultAsync(o => o.Id == input.OfferId, cancel) is not { } offer)
            return Failure.Of("offers.unknown");
        if (offer.PlanId is not null && input.Answer == OfferAnswer.Yes || await db.IsHandledAsync(audit, cancel))
            return new AnsweredOffer(offer.PlanId, null);
        if (Refusal(input, offer, audit.Day) is { } refusal)
            return refusal;
        // The person may have moved since it was offered.
        offer.HouseholdId = await db.People.Where(p => p.Id == offer.PersonId).Select(p => (Guid?)p.HouseholdId).SingleOrDefaultAsync(cancel) ?? offer.HouseholdId;
        var consent = await ConsentToAskAsync(input, offer, who, audit.At, cancel);
        if (!consent.IsSuccess)
            return consent.Failure;

        var before = offer.Answer;
        (offer.Answer, offer.AnsweredOn, offer.AnsweredBy) = (input.Answer, input.AnsweredOn, audit.Actor);
        offer.Reason = string.IsNullOrWhiteSpace(input.Reason) ? offer.Reason : input.Reason.Trim();
        offer.RemindOn = input.Answer == OfferAnswer.Later || consent.Value is not null ? input.RemindOn : null;
        offer.Version++;
        var details = AuditDetails.Of(("practice", offer.Practice), ("answer", new[] { before.ToString(), input.Answer.ToString() }), ("on", input.AnsweredOn));
        if (await db.SaveAsync(audit, new AuditSubject(offer.PersonId, offer.HouseholdId, "offer", offer.Id, details), cancel) != SaveOutcome.Saved)
            return Changed;
        if (input.Answer != OfferAnswer.Yes || consent.Value is not null)
            return new AnsweredOffer(null, consent.Value);

        var (offerId, enrolment) = (offer.Id, new Enrolment(offer.Practice, offer.HouseholdId, offer.PersonId, offer.Id, input.Start, offer.Reason));
        var plan = await enrol(enrolment, audit with { Action = "plans.enrol", CommandId = null }, cancel);
        if (!plan.IsSuccess)
            return plan.Failure;
        await db.Offers.Where(o => o.Id == offerId).ExecuteUpdateAsync(s => s.SetProperty(o => o.PlanId, plan.Value), cancel);
        return new AnsweredOffer(plan.Value, null);
    }

    private static Failure? Refusal(AnswerOfferInput input, Offer offer, DateOnly today)
    {
        if (input.Answer is not (OfferAnswer.Yes or OfferAnswer.No or OfferAnswer.Later))
            return Failure.Of("offers.no-answer");
        if (input.AnsweredOn < offer.OfferedOn || input.AnsweredOn > today)
            return Failure.Of("offers.answered-when", ("offered", offer.OfferedOn));
        if (input.Answer == OfferAnswer.Later && !(input.RemindOn > today))
            return Failure.Of("offers.later-when");
        var isOver = offer.Answer == OfferAnswer.No || (offer.Answer == OfferAnswer.Yes && input.Answer != OfferAnswer.Yes);
        return isOver ? Failure.Of("offers.answered-already") : null;
    }

    /// <summary>The consent that must be asked for before a yes begins; null where nothing stands in the way.</summary>
    private async Task<Result<string?>> ConsentToAskAsync(AnswerOfferInput input, Offer offer, Reader who, DateTime now, CancellationToken cancel)
    {
        if (input.Answer != OfferAnswer.Yes)
            return (string?)null;
        if (await EffectivePractices.NewestAsync(db, offer.Practice, cancel) is not { } version)
            return Failure.Of("offers.practice-not-adopted", ("practice", offer.Practice));
        var practice = await practices.OfAsync(db, version.Id, cancel);
        if (await OfferTo.FindAsync(db, who, offer.HouseholdId, offer.PersonId, now, cancel) is not { } to)
            return Failure.Of("offers.unknown-person");
        return to.HasConsent(practice) ? null : practice.Offer.Consent;
    }
}
