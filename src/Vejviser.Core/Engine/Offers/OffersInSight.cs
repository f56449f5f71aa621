using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Access;

namespace Vejviser.Core.Engine.Offers;

/// <summary>Need-to-know for offers: a person's go where the person lives now, a household's stay with it.</summary>
public static class OffersInSight
{
    public static IQueryable<Offer> VisibleTo(this IQueryable<Offer> offers, VejviserDb db, Reader who, DateTime now)
    {
        if (who.MayEverywhere(Permissions.PeopleAll))
            return offers;
        var people = db.People.VisibleTo(db, who, now).Select(p => p.Id);
        var households = db.Households.VisibleTo(db, who, now).Select(h => h.Id);
        return offers.Where(o => o.PersonId == null ? households.Contains(o.HouseholdId) : people.Contains(o.PersonId.Value));
    }
}
