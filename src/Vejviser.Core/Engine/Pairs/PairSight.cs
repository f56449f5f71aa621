using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.People;

namespace Vejviser.Core.Engine.Pairs;

/// <summary>
/// The pairs that a user of an association may know of: of its own volunteers, while they are asked or agreed, and only while the newcomer, or each grown-up of the household, agrees to be contacted by volunteers.
/// A volunteer with a sign-in of their own sees their own alone.
/// </summary>
public static class PairSight
{
    public static IQueryable<VolunteerPair> Of(VejviserDb db, Reader who, DateOnly day)
    {
        var (partner, account, isAll, grownUp) = (who.PartnerId, who.AccountId, who.May(Permissions.Partner), day.AddYears(-Age.OfMajority));
        var agreeing = db.Consents.Where(c => c.Purpose == VolunteerSight.Consent && c.WithdrawnOn == null).Select(c => c.PersonId);
        return from pair in db.VolunteerPairs
               where pair.HeldPlanId != null
               join volunteer in db.Volunteers on pair.VolunteerId equals volunteer.Id
               where volunteer.PartnerId == partner && (isAll || volunteer.AccountId == account)
               join plan in db.Plans on pair.PlanId equals plan.Id
               where plan.EndedAt == null
                   && (plan.PersonId != null
                       ? agreeing.Contains(plan.PersonId.Value)
                       : db.People.Any(p => p.HouseholdId == plan.HouseholdId && p.MergedIntoId == null && p.Role != HouseholdRole.Child && p.Role != HouseholdRole.Minor)
                           && !db.People.Any(p => p.HouseholdId == plan.HouseholdId && p.MergedIntoId == null && ((p.Role != HouseholdRole.Child && p.Role != HouseholdRole.Minor) || p.BirthDate <= grownUp) && !agreeing.Contains(p.Id)))
               select pair;
    }

    /// <summary>Whether the volunteer's association sees the pair now.</summary>
    public static async Task<bool> IsSeenAsync(VejviserDb db, VolunteerPair pair, DateOnly day, CancellationToken cancel)
    {
        var association = Reader.System with { PartnerId = await db.Volunteers.Where(v => v.Id == pair.VolunteerId).Select(v => v.PartnerId).SingleAsync(cancel) };
        return await Of(db, association, day).AnyAsync(p => p.Id == pair.Id, cancel);
    }

    /// <summary>The volunteers a user of an association keeps, or is.</summary>
    public static IQueryable<Volunteer> Volunteers(VejviserDb db, Reader who)
    {
        var (partner, account, isAll) = (who.PartnerId, who.AccountId, who.May(Permissions.Partner));
        return db.Volunteers.Where(v => v.PartnerId == partner && (isAll || v.AccountId == account));
    }
}
