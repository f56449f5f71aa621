using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.People;

namespace Vejviser.Core.Foundation.Access;

/// <summary>
/// The two compartments inside need-to-know: health, and protected addresses. Working with a household, or breaking the
/// glass to it, opens neither; only the role's own permission does. Pages, exports and searches ask here.
/// </summary>
public static class Compartments
{
    public static bool MaySeeHealth(this Reader reader) => reader.May(Permissions.Health);

    public static bool MaySeeAddress(this Reader reader, Person person) => reader.MaySeeAddress(person.HasProtectedAddress);

    /// <param name="reader">Who asks.</param>
    /// <param name="isProtected">The person's <see cref="Person.HasProtectedAddress"/>, where a list has projected it.</param>
    public static bool MaySeeAddress(this Reader reader, bool isProtected) => !isProtected || reader.May(Permissions.ProtectedAddress);

    /// <summary>A household's address is protected where one of its people's is.</summary>
    public static async Task<bool> MaySeeAddressAsync(this Reader reader, VejviserDb db, Guid householdId, CancellationToken cancel) =>
        reader.May(Permissions.ProtectedAddress) || !await db.People.AnyAsync(p => p.HouseholdId == householdId && p.HasProtectedAddress, cancel);
}
