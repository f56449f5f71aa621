using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Access;

namespace Vejviser.Web.Foundation.Access;

/// <summary>The accounts an administrator handles: all, or, with the permission in some units, those who belong there.</summary>
internal static class AccountsInSight
{
    public static IQueryable<Account> Of(VejviserDb db, Reader by)
    {
        if (by.MayEverywhere(Permissions.AccessEdit))
            return db.Users;
        var units = by.Grants[Permissions.AccessEdit].ToList();
        return db.Users.Where(a => db.UnitMembers.Any(m => m.AccountId == a.Id && units.Contains(m.UnitId)));
    }
}
