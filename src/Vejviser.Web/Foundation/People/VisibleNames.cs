using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Access;

namespace Vejviser.Web.Foundation.People;

/// <summary>Names of those among many whom a reader works with; a protected name is not among them. Others stand by their number.</summary>
internal static class VisibleNames
{
    public static async Task<IReadOnlyDictionary<Guid, string>> OfAsync(VejviserDb db, Reader who, IReadOnlyCollection<Guid> people, DateTime now, CancellationToken cancel) =>
        (await db.People.AsNoTracking().VisibleTo(db, who, now).Where(p => people.Contains(p.Id)).Select(p => new { p.Id, p.GivenName, p.FamilyName, p.HasProtectedAddress }).ToListAsync(cancel))
            .Where(p => who.MaySeeAddress(p.HasProtectedAddress)).ToDictionary(p => p.Id, p => $"{p.GivenName} {p.FamilyName}".Trim());
}
