using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Plans.Road;

namespace Vejviser.Core.Engine.Newcomers;

/// <summary>Somebody at the town hall whom the person may call.</summary>
/// <param name="IsContact">The steady contact person.</param>
/// <param name="About">What another contact person is asked about.</param>
public sealed record ContactPerson(Guid AccountId, string Name, string? Phone, string? Email, bool HasPicture, bool IsContact, string? About = null);

/// <summary>
/// The household's contact persons and case worker, as they want to be reached. Where a practice allows only so many contact persons, the case worker is not
/// one more: the person is told of those alone.
/// </summary>
public static class ContactPeople
{
    public static async Task<IReadOnlyList<ContactPerson>> OfAsync(VejviserDb db, EffectivePractices practices, Newcomer me, CancellationToken cancel)
    {
        var household = await db.Households.AsNoTracking().Where(h => h.Id == me.HouseholdId).Select(h => new { h.ContactPersonId, h.CaseWorkerId }).SingleAsync(cancel);
        var caseWorker = await ContactLimit.OfAsync(db, practices, me.HouseholdId, cancel) is null ? household.CaseWorkerId : null;
        var people = await db.Users.AsNoTracking()
            .Where(a => !a.IsClosed && (a.Id == household.ContactPersonId || a.Id == caseWorker || db.HouseholdContacts.Any(c => c.HouseholdId == me.HouseholdId && c.AccountId == a.Id)))
            .Select(a => new ContactPerson(
                a.Id, a.DisplayName, a.PhoneNumber, a.Email, db.AccountPictures.Any(p => p.AccountId == a.Id), a.Id == household.ContactPersonId,
                db.HouseholdContacts.Where(c => c.HouseholdId == me.HouseholdId && c.AccountId == a.Id).Select(c => c.About).FirstOrDefault())).ToListAsync(cancel);
        return [.. people.OrderByDescending(p => p.IsContact)];
    }
}
