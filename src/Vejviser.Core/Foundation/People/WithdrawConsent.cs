using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Foundation.People;

/// <summary>A consent is withdrawn: whenever the person, or their custody holder, wishes, without a reason.</summary>
public static class WithdrawConsent
{
    /// <param name="byPersonId">Who withdrew it: the person, a custody holder in the product, or null for one outside it.</param>
    public static async Task<Result<Done>> RunAsync(
        VejviserDb db, Reader who, AuditContext audit, DateOnly today, Guid personId, Guid consentId, DateOnly on, Guid? byPersonId, CancellationToken cancel)
    {
        var loaded = await LoadPerson.RunAsync(db, who, audit, personId, cancel);
        if (!loaded.IsSuccess)
            return loaded.Failure;
        var consent = await db.Consents.SingleOrDefaultAsync(c => c.Id == consentId && c.PersonId == personId, cancel);
        if (consent is null)
            return Failure.Of("people.consent-unknown");
        if (consent.WithdrawnOn is not null)
            return Done.Result;
        if (on > today || on < consent.GivenOn)
            return Failure.Of("people.consent-withdrawn-when", ("given", consent.GivenOn));
        consent.WithdrawnOn = on;
        consent.WithdrawnById = byPersonId;
        consent.Version++;
        var details = $$"""{"purpose":"{{consent.Purpose}}","on":"{{on:yyyy-MM-dd}}"}""";
        await db.SaveAsync(audit, new AuditSubject(personId, loaded.Value.HouseholdId, "consent", consentId, details), cancel);
        return Done.Result;
    }
}
