using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.Law;

namespace Vejviser.Core.Foundation.People;

/// <param name="CustodyHolderId">A custody holder who is in the product; null where the person gave it, or one outside did.</param>
/// <param name="CustodyHolderName">The custody holder's name where that is nobody in the product.</param>
/// <param name="SaidGiver">The case worker's word on who decides, where the age does not say.</param>
/// <param name="IsCustodyHolderTold">The custody holder has been told that a minor decided alone.</param>
public sealed record ConsentGiven(
    Guid PersonId, string Purpose, DateOnly GivenOn, Guid? CustodyHolderId, string? CustodyHolderName, ConsentGiver? SaidGiver, bool IsCustodyHolderTold)
{
    public bool ByCustodyHolder => CustodyHolderId is not null || !string.IsNullOrWhiteSpace(CustodyHolderName);
}

/// <summary>Registers a consent, given by whom the law of that day lets decide.</summary>
public static class GiveConsent
{
    public static async Task<Result<Guid>> RunAsync(
        VejviserDb db, LawBook law, ConsentPurposes purposes, Reader who, AuditContext audit, DateOnly today, ConsentGiven input, CancellationToken cancel)
    {
        var loaded = await LoadPerson.RunAsync(db, who, audit, input.PersonId, cancel);
        if (!loaded.IsSuccess)
            return loaded.Failure;
        if (!purposes.All.Contains(input.Purpose))
            return Failure.Of("people.consent-purpose-unknown");
        if (input.GivenOn > today)
            return Failure.Of("people.consent-in-future");
        var custodyHolders = await db.Relations.Where(r => r.OtherPersonId == input.PersonId && r.Kind == RelationKind.CustodyHolderOf).Select(r => r.PersonId).ToListAsync(cancel);
        if (Refusal(law, loaded.Value, custodyHolders, input) is { } refusal)
            return refusal;
        if (await db.IsHandledAsync(audit, cancel))
            return Guid.Empty;
        if (await db.Consents.AnyAsync(c => c.PersonId == input.PersonId && c.Purpose == input.Purpose && c.WithdrawnOn == null, cancel))
            return Failure.Of("people.consent-already-given");

        var consent = new Consent
        {
            PersonId = input.PersonId, Purpose = input.Purpose, GivenOn = input.GivenOn, RegisteredBy = who.AccountId,
            GivenById = input.ByCustodyHolder ? input.CustodyHolderId : input.PersonId,
            GivenByName = input.CustodyHolderId is null && input.ByCustodyHolder ? input.CustodyHolderName!.Trim() : null,
        };
        db.Consents.Add(consent);
        var details = $$"""{"purpose":"{{input.Purpose}}","on":"{{input.GivenOn:yyyy-MM-dd}}","custodyHolderTold":{{(input.IsCustodyHolderTold ? "true" : "false")}}}""";
        await db.SaveAsync(audit, new AuditSubject(input.PersonId, loaded.Value.HouseholdId, "consent", consent.Id, details), cancel);
        return consent.Id;
    }

    internal static Failure? Refusal(LawBook law, Person person, IReadOnlyCollection<Guid> custodyHolders, ConsentGiven input)
    {
        var rule = law.ConsentAge(input.Purpose, input.GivenOn);
        if (!rule.IsSuccess)
            return rule.Failure;
        var giver = DecideConsentGiver.On(person, input.GivenOn, rule.Value.Age);
        if (giver == ConsentGiver.Ask)
            giver = input.SaidGiver ?? ConsentGiver.Ask;
        return giver switch
        {
            ConsentGiver.Ask => Failure.Of("people.consent-ask-age", ("age", rule.Value.Age)),
            ConsentGiver.CustodyHolder when !input.ByCustodyHolder => Failure.Of("people.consent-custody-holder-decides", ("age", rule.Value.Age)),
            ConsentGiver.CustodyHolder when input.CustodyHolderId is { } holder && !custodyHolders.Contains(holder) => Failure.Of("people.consent-not-custody-holder"),
            ConsentGiver.Person when input.ByCustodyHolder => Failure.Of("people.consent-person-decides", ("age", rule.Value.Age)),
            ConsentGiver.Person when rule.Value.CustodyHolderIsTold && MayBeMinor(law, person, input) && !input.IsCustodyHolderTold =>
                Failure.Of("people.consent-tell-custody-holder"),
            _ => null,
        };
    }

    // Of age: from when nobody else decides on anything.
    private static bool MayBeMinor(LawBook law, Person person, ConsentGiven input) =>
        law.ConsentAge("others", input.GivenOn) is { IsSuccess: true } adult && DecideConsentGiver.On(person, input.GivenOn, adult.Value.Age) == ConsentGiver.CustodyHolder;
}
