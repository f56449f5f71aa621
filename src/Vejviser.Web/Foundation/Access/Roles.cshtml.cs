using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Foundation.Access;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Foundation.Access;

/// <summary>The roles of this municipality.</summary>
public sealed class RolesModel : VejviserPage
{
    public bool MayAdd => Reader.MayEverywhere(Permissions.AccessEdit);

    internal IReadOnlyList<Line> Lines { get; private set; } = [];

    public async Task OnGetAsync()
    {
        AddCrumb(Text["nav.organisation"], "/organisation");
        AddCrumb(Text["access.roles.title"]);
        Lines = await Db.AccessRoles.AsNoTracking().OrderBy(r => r.Name).Select(r => new Line(
            r.Id, r.Name, r.Permissions.Count, Db.RoleAssignments.Where(a => a.RoleId == r.Id).Select(a => a.AccountId).Distinct().Count())).ToListAsync(Cancel);
    }

    internal sealed record Line(Guid Id, string Name, int Permissions, int Holders);
}
