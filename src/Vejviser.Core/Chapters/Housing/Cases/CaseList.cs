using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;

namespace Vejviser.Core.Chapters.Housing.Cases;

/// <summary>A case with the names of its place and its owners.</summary>
public sealed record CaseLine(HousingCase Case, string Estate, string Association, string MunicipalOwner, string? AssociationOwner);

/// <summary>Cases: the open ones that must be answered first on top.</summary>
public static class CaseList
{
    private const int Most = 200;

    public static async Task<IReadOnlyList<CaseLine>> ReadAsync(VejviserDb db, Guid? estate, Guid? association, bool isOpenOnly, CancellationToken cancel) =>
        await (from c in db.HousingCases.AsNoTracking()
               where (estate == null || c.EstateId == estate) && (!isOpenOnly || c.ClosedAt == null)
               join e in db.Estates on c.EstateId equals e.Id
               where association == null || e.AssociationId == association
               join p in db.PartnerOrganisations on e.AssociationId equals p.Id
               join owner in db.Users on c.MunicipalOwnerId equals owner.Id
               orderby c.ClosedAt != null, c.AnsweredAt != null, c.AnswerBy
               select new CaseLine(c, e.Name, p.Name, owner.DisplayName, db.Users.Where(a => a.Id == c.AssociationOwnerId).Select(a => a.DisplayName).FirstOrDefault())).Take(Most).ToListAsync(cancel);
}
