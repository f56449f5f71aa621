using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.People;

namespace Vejviser.Core.Engine.Plans.Road;

/// <param name="About">What they are asked about, such as job and home.</param>
public sealed record AddContactInput(Guid HouseholdId, Guid AccountId, string? About);

/// <summary>
/// Gives a household a contact person beside the steady one, who sees it from then on, or takes one back. No more than its practices allow.
/// Failures: <c>households.unknown</c>, <c>plan.staff-closed</c>, <c>plan.contact-already</c>, <c>plan.contact-about-long</c>, <c>plan.contacts-full</c>, <c>plan.changed-meanwhile</c>.
/// </summary>
public sealed class ChangeContacts(VejviserDb db, EffectivePractices practices)
{
    private const int MostAbout = 100;
    private const string Why = "contact-person";

    public async Task<Result<Done>> AddAsync(AddContactInput input, AuditContext audit, CancellationToken cancel = default)
    {
        if (await db.Households.SingleOrDefaultAsync(h => h.Id == input.HouseholdId, cancel) is not { } household)
            return Failure.Of("households.unknown", ("household", input.HouseholdId));
        if (await db.IsHandledAsync(audit, cancel))
            return Done.Result;
        if (!await db.Users.AnyAsync(a => a.Id == input.AccountId && !a.IsClosed && a.Kind == AccountKind.Employee, cancel))
            return Failure.Of("plan.staff-closed");
        if (input.About?.Length > MostAbout)
            return Failure.Of("plan.contact-about-long", ("most", MostAbout));
        var there = await HouseholdContacts.OfAsync(db, household.Id, cancel);
        if (there.Any(c => c.AccountId == input.AccountId))
            return Failure.Of("plan.contact-already");
        if (await ContactLimit.OfAsync(db, practices, household.Id, cancel) is { } limit && there.Count >= limit.Most)
            return await limit.RefusalAsync(db, household.Id, cancel);
        db.HouseholdContacts.Add(new HouseholdContact { HouseholdId = household.Id, AccountId = input.AccountId, About = input.About.OrNull(), Since = audit.Day });
        if (!await db.HouseholdAccesses.AnyAsync(a => a.HouseholdId == household.Id && a.AccountId == input.AccountId && a.Why == Why, cancel))
            db.HouseholdAccesses.Add(new HouseholdAccess { HouseholdId = household.Id, AccountId = input.AccountId, Why = Why });
        return await SaveAsync(household, audit, ("contact-added", input.AccountId), cancel);
    }

    public async Task<Result<Done>> RemoveAsync(Guid householdId, Guid accountId, AuditContext audit, CancellationToken cancel = default)
    {
        if (await db.Households.SingleOrDefaultAsync(h => h.Id == householdId, cancel) is not { } household)
            return Failure.Of("households.unknown", ("household", householdId));
        if (await db.HouseholdContacts.SingleOrDefaultAsync(c => c.HouseholdId == householdId && c.AccountId == accountId, cancel) is not { } contact)
            return Done.Result;
        db.HouseholdContacts.Remove(contact);
        db.HouseholdAccesses.RemoveRange(await db.HouseholdAccesses.Where(a => a.HouseholdId == householdId && a.AccountId == accountId && a.Why == Why).ToListAsync(cancel));
        return await SaveAsync(household, audit, ("contact-removed", accountId), cancel);
    }

    /// <summary>The household's version rises with its contacts: of two who add the last one allowed, the second is told.</summary>
    private async Task<Result<Done>> SaveAsync(Household household, AuditContext audit, (string, object?) what, CancellationToken cancel)
    {
        household.Version++;
        var saved = await db.SaveAsync(audit, new AuditSubject(HouseholdId: household.Id, Entity: "household", EntityId: household.Id, Details: AuditDetails.Of(what)), cancel);
        return saved == SaveOutcome.Conflict ? Failure.Of("plan.changed-meanwhile") : Done.Result;
    }
}
