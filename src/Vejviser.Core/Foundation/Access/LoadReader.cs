using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;

namespace Vejviser.Core.Foundation.Access;

/// <summary>Reads what an account may, today, from the database.</summary>
public static class LoadReader
{
    /// <returns>Null where the account is closed or gone, or where its security stamp is no longer the cookie's.</returns>
    public static async Task<Reader?> RunAsync(VejviserDb db, Guid accountId, string? securityStamp, CancellationToken cancel)
    {
        var account = await db.Users.AsNoTracking().Where(a => a.Id == accountId && !a.IsClosed && (securityStamp == null || a.SecurityStamp == securityStamp))
            .Select(a => new { a.Id, a.DisplayName, a.Language, a.PartnerId }).SingleOrDefaultAsync(cancel);
        if (account is null)
            return null;
        var members = await db.UnitMembers.AsNoTracking().Where(m => m.AccountId == accountId).Select(m => m.UnitId).ToListAsync(cancel);
        var grants = await db.RoleAssignments.AsNoTracking().Where(a => a.AccountId == accountId)
            .Join(db.RolePermissions, a => a.RoleId, p => p.RoleId, (a, p) => new { p.Permission, a.UnitId }).ToListAsync(cancel);
        var children = grants.Exists(g => g.UnitId != null)
            ? (await db.Units.AsNoTracking().Select(u => new { u.Id, u.ParentId }).ToListAsync(cancel)).ToLookup(u => u.ParentId, u => u.Id)
            : null;
        var byPermission = grants.GroupBy(g => g.Permission, StringComparer.Ordinal).ToDictionary(
            g => g.Key,
            g => (IReadOnlySet<Guid>)(g.Any(a => a.UnitId is null) ? [] : g.SelectMany(a => AndBelow(a.UnitId!.Value, children!)).ToHashSet()),
            StringComparer.Ordinal);
        byPermission[Permissions.Own] = new HashSet<Guid>();
        return new Reader(account.Id, account.DisplayName, account.Language, members, byPermission, account.PartnerId);
    }

    private static IEnumerable<Guid> AndBelow(Guid unit, ILookup<Guid?, Guid> children) => children[unit].SelectMany(c => AndBelow(c, children)).Prepend(unit);
}
