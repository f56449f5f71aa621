using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Access;

namespace Vejviser.Core.Engine.Messages.Handovers;

/// <summary>A handover as lists show it.</summary>
/// <param name="To">The employee, unit or partner.</param>
/// <param name="Reference">The person's case reference: what a list shows of somebody whose name is protected.</param>
public sealed record HandoverLine(
    Guid Id, Guid PersonId, Guid HouseholdId, string Person, string? Reference, bool IsProtected, string What, DateOnly? DueOn, DateTime GivenAt, string? GivenBy, string? To,
    DateTime? ClimbsAt, int Climbed, DateTime? AcknowledgedAt, string? AcknowledgedBy, DateTime? DoneAt)
{
    public bool IsLateOn(DateOnly today) => DoneAt is null && DueOn < today;
}

/// <summary>Handovers in the reader's sight. A partner's user sees those to the partner and no other.</summary>
public static class HandoverList
{
    public const int PageSize = 50;

    /// <summary>A partner's own; an employee's own, their units', and those about people they may see.</summary>
    public static IQueryable<Handover> In(VejviserDb db, Reader who, DateTime now)
    {
        if (who.PartnerId is { } partner)
        {
            var known = VolunteerSight.People(db, partner);
            return db.Handovers.Where(h => h.ToPartnerId == partner && known.Any(p => p.Id == h.PersonId));
        }

        var (account, units) = (who.AccountId, who.UnitIds.ToList());
        var homes = db.Households.VisibleTo(db, who, now).Select(h => h.Id);
        return db.Handovers.Where(h => homes.Contains(h.HouseholdId) && (h.ToAccountId == account || (h.ToUnitId != null && units.Contains(h.ToUnitId.Value)) || h.GivenBy == account || h.Climbed > 0));
    }

    /// <summary>What waits for an acknowledgement or to be done, the oldest first; what is done after it, the newest first.</summary>
    /// <param name="page">From 1; one row more than <see cref="PageSize"/> is the sign of a next page.</param>
    public static async Task<IReadOnlyList<HandoverLine>> ReadAsync(VejviserDb db, IQueryable<Handover> handovers, int page, CancellationToken cancel) => await (
        from h in handovers.AsNoTracking().OrderBy(h => h.DoneAt != null).ThenBy(h => h.AcknowledgedAt != null).ThenByDescending(h => h.DoneAt).ThenBy(h => h.GivenAt).ThenBy(h => h.Id).Skip((page - 1) * PageSize).Take(PageSize + 1)
        join p in db.People on h.PersonId equals p.Id
        orderby h.DoneAt != null, h.AcknowledgedAt != null, h.DoneAt descending, h.GivenAt, h.Id
        select new HandoverLine(
            h.Id, h.PersonId, h.HouseholdId, p.GivenName + " " + p.FamilyName, p.CaseRef, p.HasProtectedAddress, h.What, h.DueOn, h.GivenAt,
            db.Users.Where(a => a.Id == h.GivenBy).Select(a => a.DisplayName).FirstOrDefault(),
            db.Users.Where(a => a.Id == h.ToAccountId).Select(a => a.DisplayName).FirstOrDefault() ?? db.Units.Where(u => u.Id == h.ToUnitId).Select(u => u.Name).FirstOrDefault()
                ?? db.PartnerOrganisations.Where(o => o.Id == h.ToPartnerId).Select(o => o.Name).FirstOrDefault(),
            h.ClimbsAt, h.Climbed, h.AcknowledgedAt, db.Users.Where(a => a.Id == h.AcknowledgedBy).Select(a => a.DisplayName).FirstOrDefault(), h.DoneAt)).ToListAsync(cancel);
}
