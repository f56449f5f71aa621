using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;

namespace Vejviser.Core.Foundation.Access;

/// <summary>
/// Reads what an account may, today, from the database: on every request, so in one statement (two for the few who hold
/// something in a unit only).
/// </summary>
public static class LoadReader
{
    /// <returns>Null where the account is closed or gone, or where its security stamp is no longer the cookie's.</returns>
    public static async Task<Reader?> RunAsync(VejviserDb db, Guid accountId, string? securityStamp, CancellationToken cancel)
    {
        // Memberships are rows without a permission, so that they and the grants come back together.
        var places = db.UnitMembers.Where(m => m.AccountId == accountId).Select(m => new { Permission = "", UnitId = (Guid?)m.UnitId })
            .Concat(db.RoleAssignments.Where(a => a.AccountId == accountId).Join(db.RolePermissions, a => a.RoleId, p => p.RoleId, (a, p) => new { p.Permission, a.UnitId }));
        var rows = await (
            from account in db.Users.AsNoTracking()
            where account.Id == accountId && !account.IsClosed && (securityStamp == null || account.SecurityStamp == securityStamp)
            from place in places.DefaultIfEmpty()
            select new { account.DisplayName, account.Language, account.PartnerId, account.MustChangePassword, Permission = (string?)place!.Permission, place.UnitId }).ToListAsync(cancel);
        if (rows.Count == 0)
            return null;
        var grants = rows.Where(r => !string.IsNullOrEmpty(r.Permission)).GroupBy(r => r.Permission!, r => r.UnitId, StringComparer.Ordinal).ToList();
        var children = grants.Exists(g => !g.Contains(null))
            ? (await db.Units.AsNoTracking().Select(u => new { u.Id, u.ParentId }).ToListAsync(cancel)).ToLookup(u => u.ParentId, u => u.Id)
            : null;
        var byPermission = grants.ToDictionary(
            g => g.Key,
            g => (IReadOnlySet<Guid>)(g.Contains(null) ? [] : g.SelectMany(unit => AndBelow(unit!.Value, children!)).ToHashSet()),
            StringComparer.Ordinal);
        byPermission[Permissions.Own] = new HashSet<Guid>();
        var members = rows.Where(r => r.Permission == "").Select(r => r.UnitId!.Value).ToList();
        var first = rows[0];
        return new Reader(accountId, first.DisplayName, first.Language, members, byPermission, first.PartnerId) { MustChangePassword = first.MustChangePassword };
    }

    private static IEnumerable<Guid> AndBelow(Guid unit, ILookup<Guid?, Guid> children) => children[unit].SelectMany(c => AndBelow(c, children)).Prepend(unit);
}
