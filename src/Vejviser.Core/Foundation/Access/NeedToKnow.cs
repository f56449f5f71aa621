using Vejviser.Core.Data;
using Vejviser.Core.Foundation.People;

namespace Vejviser.Core.Foundation.Access;

/// <summary>
/// Need-to-know as SQL: a household is seen by those whose unit or who themselves work with it, by those with a break-glass
/// in force, and by the few who may see all. Lists, counts, exports and single pages all go through here.
/// </summary>
/// <remarks>
/// A permission given for a unit narrows by unit: <see cref="Permissions.PeopleAll"/> in a unit sees the households that the
/// unit, or a case worker or contact person in it, works with; <see cref="Permissions.PeopleRead"/> in a unit only leaves the
/// reader's other units out. What the reader works with by name is always seen.
/// </remarks>
public static class NeedToKnow
{
    public static IQueryable<Household> VisibleTo(this IQueryable<Household> households, VejviserDb db, Reader who, DateTime now)
    {
        if (who.MayEverywhere(Permissions.PeopleAll))
            return households;
        var account = who.AccountId;
        var all = who.Grants.TryGetValue(Permissions.PeopleAll, out var granted) ? granted.ToList() : [];
        var units = who.UnitIds.Where(u => !who.May(Permissions.PeopleRead) || who.May(Permissions.PeopleRead, u)).Union(all).ToList();
        // Who works with it by unit and who by name, each by an index that holds just that.
        var visible = households.Where(h =>
            h.CaseWorkerId == account || h.ContactPersonId == account
            || db.HouseholdAccesses.Any(a => a.HouseholdId == h.Id && a.UnitId != null && units.Contains(a.UnitId.Value))
            || db.HouseholdAccesses.Any(a => a.HouseholdId == h.Id && a.AccountId == account)
            || db.BreakGlasses.Any(b => b.HouseholdId == h.Id && b.AccountId == account && b.Until > now));
        if (all.Count == 0)
            return visible;
        var staffed = households.Where(h => db.UnitMembers.Any(m => all.Contains(m.UnitId) && (m.AccountId == h.CaseWorkerId || m.AccountId == h.ContactPersonId))).Select(h => h.Id);
        var seen = visible.Select(h => h.Id);
        return households.Where(h => seen.Contains(h.Id) || staffed.Contains(h.Id));
    }

    public static IQueryable<Person> VisibleTo(this IQueryable<Person> people, VejviserDb db, Reader who, DateTime now)
    {
        if (who.MayEverywhere(Permissions.PeopleAll))
            return people;
        // Asked of each household that is come to: SQLite would make a list of all that the reader may see first.
        var visible = db.Households.VisibleTo(db, who, now);
        return people.Where(p => visible.Any(h => h.Id == p.HouseholdId));
    }
}
