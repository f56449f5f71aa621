using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;

namespace Vejviser.Core.Engine.Pairs;

/// <param name="Owner">The employee's name, else the unit's; null where nobody fills the role.</param>
public sealed record EnquiryLine(VolunteerEnquiry Enquiry, string Association, string AskedBy, string? Owner);

/// <summary>Enquiries from volunteers: those that wait longest for an answer on top, then the newest answered.</summary>
public static class EnquiryList
{
    private const int Most = 200;

    /// <param name="partner">Only this association's; null for all.</param>
    public static async Task<IReadOnlyList<EnquiryLine>> ReadAsync(VejviserDb db, string practice, Guid? partner, CancellationToken cancel) =>
        await (from e in db.VolunteerEnquiries.AsNoTracking()
               where e.Practice == practice && (partner == null || e.PartnerId == partner)
               join p in db.PartnerOrganisations on e.PartnerId equals p.Id
               join asked in db.Users on e.AskedBy equals asked.Id
               orderby e.AnsweredAt != null, e.AnsweredAt descending, e.AskedAt
               select new EnquiryLine(e, p.Name, asked.DisplayName, db.Users.Where(a => a.Id == e.OwnerId).Select(a => a.DisplayName).FirstOrDefault() ?? db.Units.Where(u => u.Id == e.OwnerUnitId).Select(u => u.Name).FirstOrDefault()))
            .Take(Most).ToListAsync(cancel);

    /// <summary>How many wait for an answer, and how many of them are late.</summary>
    public static async Task<(int Open, int Late)> CountAsync(VejviserDb db, string practice, DateTime now, CancellationToken cancel) => (
        await db.VolunteerEnquiries.CountAsync(e => e.Practice == practice && e.AnsweredAt == null, cancel), await db.VolunteerEnquiries.CountAsync(e => e.Practice == practice && e.AnsweredAt == null && e.LateFrom <= now, cancel));
}
