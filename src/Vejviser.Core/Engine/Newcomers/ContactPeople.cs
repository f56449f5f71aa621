using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;

namespace Vejviser.Core.Engine.Newcomers;

/// <summary>Somebody at the town hall whom the person may call.</summary>
/// <param name="IsContact">The contact person; else the case worker.</param>
public sealed record ContactPerson(Guid AccountId, string Name, string? Phone, string? Email, bool HasPicture, bool IsContact);

/// <summary>The household's contact person and case worker, as they want to be reached.</summary>
public static class ContactPeople
{
    public static async Task<IReadOnlyList<ContactPerson>> OfAsync(VejviserDb db, Newcomer me, CancellationToken cancel)
    {
        var household = await db.Households.AsNoTracking().Where(h => h.Id == me.HouseholdId).Select(h => new { h.ContactPersonId, h.CaseWorkerId }).SingleAsync(cancel);
        var people = await db.Users.AsNoTracking().Where(a => (a.Id == household.ContactPersonId || a.Id == household.CaseWorkerId) && !a.IsClosed)
            .Select(a => new ContactPerson(a.Id, a.DisplayName, a.PhoneNumber, a.Email, db.AccountPictures.Any(p => p.AccountId == a.Id), a.Id == household.ContactPersonId)).ToListAsync(cancel);
        return [.. people.OrderByDescending(p => p.IsContact)];
    }
}
