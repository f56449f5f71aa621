using Vejviser.Core.Data;
using Vejviser.Core.Foundation.People;

namespace Vejviser.Core.Foundation.Access;

/// <summary>
/// Need-to-know as SQL: a household is seen by those whose unit or who themselves work with it, by those with a break-glass
/// in force, and by the few who may see all. Lists, counts, exports and single pages all go through here.
/// </summary>
public static class NeedToKnow
{
    public static IQueryable<Household> VisibleTo(this IQueryable<Household> households, VejviserDb db, Reader who, DateTime now)
    {
        if (who.MayEverywhere(Permissions.PeopleAll))
            return households;
        var (account, units) = (who.AccountId, who.UnitIds);
        return households.Where(h =>
            h.CaseWorkerId == account || h.ContactPersonId == account
            || db.HouseholdAccesses.Any(a => a.HouseholdId == h.Id && (a.AccountId == account || (a.UnitId != null && units.Contains(a.UnitId.Value))))
            || db.BreakGlasses.Any(b => b.HouseholdId == h.Id && b.AccountId == account && b.Until > now));
    }

    public static IQueryable<Person> VisibleTo(this IQueryable<Person> people, VejviserDb db, Reader who, DateTime now)
    {
        if (who.MayEverywhere(Permissions.PeopleAll))
            return people;
        var visible = db.Households.VisibleTo(db, who, now).Select(h => h.Id);
        return people.Where(p => visible.Contains(p.HouseholdId));
    }
}
