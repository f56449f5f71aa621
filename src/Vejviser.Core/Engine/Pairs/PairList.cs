using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.People;

namespace Vejviser.Core.Engine.Pairs;

/// <summary>A pair as lists show it.</summary>
/// <param name="Label">The case reference.</param>
/// <param name="Name">The person's, or the household's; who may see it decides the page.</param>
/// <param name="IsProtected">A name that is protected goes to nobody without the compartment.</param>
/// <param name="Minutes">Given so far.</param>
public sealed record PairLine(VolunteerPair Pair, Guid HouseholdId, Guid? PersonId, Guid? ShownPersonId, string Label, string Name, bool IsProtected, string Volunteer, string Association, int Minutes, bool PlanEnded)
{
    /// <summary>The day its months are over; null while it has not begun.</summary>
    public DateOnly? DueOn(int months) => Pair.StartOn?.AddMonths(months);

    /// <summary>Agreed, begun, and past its last day.</summary>
    public bool IsLateOn(DateOnly day, int months) => Pair.State == PairState.Agreed && DueOn(months) < day;
}

/// <summary>Reads pairs with whom they are between.</summary>
public static class PairList
{
    private const int Most = 500;

    public static async Task<IReadOnlyList<PairLine>> ReadAsync(VejviserDb db, IQueryable<VolunteerPair> pairs, CancellationToken cancel)
    {
        var rows = await (from pair in pairs.AsNoTracking()
                          join volunteer in db.Volunteers on pair.VolunteerId equals volunteer.Id
                          join association in db.PartnerOrganisations on volunteer.PartnerId equals association.Id
                          join plan in db.Plans on pair.PlanId equals plan.Id
                          join home in db.Households on plan.HouseholdId equals home.Id
                          orderby pair.State, pair.StartOn, pair.AskedOn descending, pair.Id
                          select new
                          {
                              pair, plan.HouseholdId, plan.PersonId, home.Name, home.Reference, Volunteer = volunteer.Name, Association = association.Name, PlanEnded = plan.EndedAt != null,
                              Minutes = db.VolunteerHours.Where(h => h.PairId == pair.Id).Sum(h => (int?)h.Minutes) ?? 0,
                              Person = db.People.Where(p => p.Id == plan.PersonId).Select(p => new { p.Id, Name = p.GivenName + " " + p.FamilyName, p.CaseRef, p.HasProtectedAddress }).FirstOrDefault(),
                              Head = db.People.Where(p => p.HouseholdId == home.Id && p.MergedIntoId == null).OrderBy(p => p.Role).ThenBy(p => p.Id).Select(p => (Guid?)p.Id).FirstOrDefault(),
                              IsHomeProtected = db.People.Any(p => p.HouseholdId == home.Id && p.HasProtectedAddress),
                          }).Take(Most).ToListAsync(cancel);
        return [.. rows.Select(r => new PairLine(
            r.pair, r.HouseholdId, r.PersonId, r.Person?.Id ?? r.Head, r.Person is { } person ? CaseLabels.OfPerson(person.Id, person.CaseRef) : CaseLabels.OfHousehold(r.HouseholdId, r.Reference), r.Person?.Name ?? r.Name, r.Person?.HasProtectedAddress ?? r.IsHomeProtected, r.Volunteer,
            r.Association, r.Minutes, r.PlanEnded))];
    }
}
