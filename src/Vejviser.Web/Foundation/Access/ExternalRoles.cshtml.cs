using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.Organisation;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Foundation.Access;

/// <summary>Which role a group of the municipality's identity provider gives.</summary>
public sealed class ExternalRolesModel : VejviserPage
{
    /// <summary>Whether an identity provider is set up at all.</summary>
    public bool IsOn => HttpContext.RequestServices.GetRequiredService<IOptions<OidcSettings>>().Value.IsOn;

    public IReadOnlyList<Role> Roles { get; private set; } = [];

    public IReadOnlyList<UnitLine> Units { get; private set; } = [];

    internal IReadOnlyList<Line> Lines { get; private set; } = [];

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAddAsync(string? group, Guid role, Guid? unit) =>
        await AnswerAsync(await ChangeExternalRoles.AddAsync(Db, new(group ?? "", role, unit), Reader, Audit("access.add-external-role"), Cancel), "access.saved");

    public async Task<IActionResult> OnPostRemoveAsync(Guid id) =>
        await AnswerAsync(await ChangeExternalRoles.RemoveAsync(Db, id, Reader, Audit("access.remove-external-role"), Cancel), "access.external.removed");

    private async Task<IActionResult> AnswerAsync(Result<Done> result, string told)
    {
        if (result.IsSuccess)
        {
            Tell(Text[told]);
            return LocalRedirect("/access/external-roles");
        }

        TellFailure(result.Failure);
        await LoadAsync();
        return Page();
    }

    private async Task LoadAsync()
    {
        AddCrumb(Text["nav.organisation"], "/organisation");
        AddCrumb(Text["access.external.title"]);
        Roles = await Db.AccessRoles.AsNoTracking().OrderBy(r => r.Name).ToListAsync(Cancel);
        Units = await UnitTree.LoadAsync(Db, withClosed: false, Cancel);
        Lines = await (
            from external in Db.ExternalRoles
            join role in Db.AccessRoles on external.RoleId equals role.Id
            orderby external.Claim, role.Name
            select new Line(external.Id, external.Claim, role.Name, Db.Units.Where(u => u.Id == external.UnitId).Select(u => u.Name).FirstOrDefault())).ToListAsync(Cancel);
    }

    internal sealed record Line(Guid Id, string Claim, string Role, string? Unit);
}
