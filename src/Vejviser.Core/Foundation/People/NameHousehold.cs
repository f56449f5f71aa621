using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;

namespace Vejviser.Core.Foundation.People;

/// <summary>A household is called by its head; when the head's name is mended, so is the household's.</summary>
internal static class NameHousehold
{
    public static string Of(Person head) => $"{head.GivenName} {head.FamilyName}".Trim();

    public static async Task AfterHeadAsync(VejviserDb db, Person head, CancellationToken cancel)
    {
        var household = await db.Households.SingleAsync(h => h.Id == head.HouseholdId, cancel);
        if (household.Name == Of(head))
            return;
        household.Name = Of(head);
        household.Version++;
    }
}
