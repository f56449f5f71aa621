using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Organisation;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Foundation.Organisation;

/// <summary>Organisations that take part: asylum centres, housing associations, associations, doctors, companies.</summary>
public sealed class PartnersModel : VejviserPage
{
    public bool MayEdit => Reader.MayEverywhere(Permissions.OrganisationEdit);

    internal IReadOnlyList<Line> Lines { get; private set; } = [];

    public async Task OnGetAsync()
    {
        AddCrumb(Text["organisation.units.title"], "/organisation");
        AddCrumb(Text["organisation.partners.title"]);
        Lines = await Db.PartnerOrganisations.AsNoTracking().OrderBy(p => p.IsClosed).ThenBy(p => p.Name)
            .Select(p => new Line(p.Id, p.Name, p.Kind, p.Email, p.IsClosed, Db.Users.Count(a => a.PartnerId == p.Id && !a.IsClosed))).ToListAsync(Cancel);
    }

    internal sealed record Line(Guid Id, string Name, PartnerKind Kind, string? Email, bool IsClosed, int Users);
}
