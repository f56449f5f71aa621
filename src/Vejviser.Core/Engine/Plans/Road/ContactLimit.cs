using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Engine.Plans.Road;

/// <summary>How many contact persons a citizen has at most: the figure of a practice that runs for the household.</summary>
/// <param name="Practice">The practice that says so; of several, the strictest.</param>
public sealed record ContactLimit(PracticeDefinition Practice, int Most)
{
    private const string Limit = "contact-persons-most";

    /// <returns>Null where no practice of the household has such a limit.</returns>
    public static async Task<ContactLimit?> OfAsync(VejviserDb db, EffectivePractices practices, Guid householdId, CancellationToken cancel)
    {
        ContactLimit? strictest = null;
        foreach (var version in await db.Plans.Where(p => p.HouseholdId == householdId && p.EndedAt == null).Select(p => p.PracticeVersionId).Distinct().ToListAsync(cancel))
        {
            var definition = await practices.OfAsync(db, version, cancel);
            if (definition.Limits.FirstOrDefault(l => l.Id == Limit) is { } limit && !(strictest?.Most <= limit.Value.Value))
                strictest = new ContactLimit(definition, limit.Value.Value);
        }

        return strictest;
    }

    /// <summary>Names who they are, so that it can be decided who steps back.</summary>
    internal async Task<Failure> RefusalAsync(VejviserDb db, Guid householdId, CancellationToken cancel) => Failure.Of(
        "plan.contacts-full", ("most", Most), ("practice", Practice.TextsIn("da").Title),
        ("names", string.Join(", ", (await HouseholdContacts.OfAsync(db, householdId, cancel)).Select(c => c.Name))));
}

/// <summary>A contact person of a household.</summary>
/// <param name="Since">Null where it was before it was kept.</param>
public sealed record ContactLine(Guid AccountId, string Name, bool IsSteady, string? About, DateOnly? Since);

/// <summary>The household's contact persons, the steady one first.</summary>
public static class HouseholdContacts
{
    public static async Task<IReadOnlyList<ContactLine>> OfAsync(VejviserDb db, Guid householdId, CancellationToken cancel)
    {
        var steady = await (from h in db.Households.AsNoTracking()
                            where h.Id == householdId
                            join a in db.Users on h.ContactPersonId equals a.Id
                            select new ContactLine(a.Id, a.DisplayName, true, null, h.ContactSince)).ToListAsync(cancel);
        var others = await (from c in db.HouseholdContacts.AsNoTracking()
                            where c.HouseholdId == householdId
                            join a in db.Users on c.AccountId equals a.Id
                            orderby c.Since, a.DisplayName
                            select new ContactLine(a.Id, a.DisplayName, false, c.About, c.Since)).ToListAsync(cancel);
        return [.. steady, .. others];
    }
}
