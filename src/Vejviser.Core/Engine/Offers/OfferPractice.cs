using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Engine.Offers;

/// <param name="PersonId">Whom it is for; null where the practice is for the household.</param>
/// <param name="Reason">Why it is offered to somebody who does not fit, or why they are referred.</param>
/// <param name="ReferredBy">The role that refers, where the practice is by referral.</param>
/// <param name="RemindOn">The day to ask for the answer.</param>
public sealed record OfferPracticeInput(
    string Practice, Guid HouseholdId, Guid? PersonId, DateOnly OfferedOn, string? Reason = null, string? ReferredBy = null, DateOnly? RemindOn = null);

/// <summary>
/// Offers a practice to a person or a household. Failures: <c>offers.practice-not-adopted</c>, <c>offers.unknown-person</c>, <c>offers.in-future</c>,
/// <c>offers.remind-in-past</c>, <c>offers.does-not-fit</c>, <c>offers.referral-needed</c>, <c>offers.already-offered</c>, <c>offers.already-in</c>.
/// </summary>
public sealed class OfferPractice(VejviserDb db, EffectivePractices practices)
{
    /// <returns>The offer; the first one's where the same form comes twice.</returns>
    public async Task<Result<Guid>> RunAsync(OfferPracticeInput input, Reader who, AuditContext audit, CancellationToken cancel = default)
    {
        if (await db.IsHandledAsync(audit, cancel))
            return await NewestAsync(input, cancel);
        if (await EffectivePractices.NewestAsync(db, input.Practice, cancel) is not { } version)
            return Failure.Of("offers.practice-not-adopted", ("practice", input.Practice));
        var practice = await practices.OfAsync(db, version.Id, cancel);
        if (practice.For == PracticeFor.Person && input.PersonId is null
            || await OfferTo.FindAsync(db, who, input.HouseholdId, practice.For == PracticeFor.Person ? input.PersonId : null, audit.At, cancel) is not { } to)
            return Failure.Of("offers.unknown-person");
        var today = audit.Day;
        if (Refusal(input, practice, to, today) is { } refusal)
            return refusal;
        if (await OpenAsync(input, cancel) is var open && open != Guid.Empty)
            return Failure.Of("offers.already-offered", ("offer", open));
        if (await db.Plans.AnyAsync(p => p.Practice == practice.Id && p.EndedAt == null && (input.PersonId == null ? p.HouseholdId == input.HouseholdId : p.PersonId == input.PersonId), cancel))
            return Failure.Of("offers.already-in");

        var offer = NewOffer(practice, to, input, who);
        db.Offers.Add(offer);
        var details = AuditDetails.Of([.. new (string Name, object? Value)[] { ("practice", practice.Id), ("on", input.OfferedOn), ("referred-by", input.ReferredBy), ("fits", to.Ask(practice, today).Truth.ToString()) }.Where(d => d.Value is not null)]);
        try
        {
            var saved = await db.SaveAsync(audit with { Reason = input.Reason.OrNull() }, new AuditSubject(offer.PersonId, offer.HouseholdId, "offer", offer.Id, details), cancel);
            return saved == SaveOutcome.AlreadyDone ? await NewestAsync(input, cancel) : offer.Id;
        }
        catch (DbUpdateException e) when (e.IsUniqueViolationOn("offer"))
        {
            db.ChangeTracker.Clear();
            return Failure.Of("offers.already-offered", ("offer", await OpenAsync(input, cancel)));
        }
    }

    private static Offer NewOffer(PracticeDefinition practice, OfferTo to, OfferPracticeInput input, Reader who) => new()
    {
        Practice = practice.Id, HouseholdId = to.Household.Id, PersonId = practice.For == PracticeFor.Person ? input.PersonId : null,
        OfferedOn = input.OfferedOn, OfferedBy = who.AccountId, Reason = input.Reason.OrNull(), RemindOn = input.RemindOn,
    };

    private static Failure? Refusal(OfferPracticeInput input, PracticeDefinition practice, OfferTo to, DateOnly today)
    {
        if (input.OfferedOn > today)
            return Failure.Of("offers.in-future");
        if (input.RemindOn < today)
            return Failure.Of("offers.remind-in-past");
        var isReasonGiven = !string.IsNullOrWhiteSpace(input.Reason);
        if (practice.Offer.IsByReferral && !(isReasonGiven && (practice.Offer.ReferredBy.Count == 0 || practice.Offer.ReferredBy.Contains(input.ReferredBy))))
            return Failure.Of("offers.referral-needed");
        return to.Ask(practice, today).Truth == Truth.No && !isReasonGiven ? Failure.Of("offers.does-not-fit") : null;
    }

    /// <summary>The offer that waits for an answer, or was answered with later; empty where there is none.</summary>
    private Task<Guid> OpenAsync(OfferPracticeInput input, CancellationToken cancel) =>
        FirstAsync(Of(input).Where(o => o.Answer == OfferAnswer.None || o.Answer == OfferAnswer.Later), cancel);

    private Task<Guid> NewestAsync(OfferPracticeInput input, CancellationToken cancel) => FirstAsync(Of(input), cancel);

    private static Task<Guid> FirstAsync(IQueryable<Offer> offers, CancellationToken cancel) =>
        offers.OrderByDescending(o => o.OfferedOn).ThenByDescending(o => o.Id).Select(o => o.Id).FirstOrDefaultAsync(cancel);

    private IQueryable<Offer> Of(OfferPracticeInput input) => db.Offers.Where(o => o.Practice == input.Practice)
        .Where(o => input.PersonId == null ? o.HouseholdId == input.HouseholdId && o.PersonId == null : o.PersonId == input.PersonId);
}
