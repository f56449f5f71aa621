using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Organisation;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Foundation.Access;

/// <summary>Opens an account and shows its one-time password, once.</summary>
public sealed class NewAccountModel : VejviserPage
{
    [BindProperty]
    public string Name { get; set; } = "";

    [BindProperty]
    public string Email { get; set; } = "";

    [BindProperty]
    public Guid? JobFunctionId { get; set; }

    [BindProperty]
    public Guid? MemberOf { get; set; }

    [BindProperty]
    public Guid? RoleId { get; set; }

    [BindProperty]
    public Guid? RoleUnitId { get; set; }

    /// <summary>Set for a partner organisation's user.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Partner { get; set; }

    public string? PartnerName { get; private set; }

    public AddAccount.Outcome? Opened { get; private set; }

    public IReadOnlyList<UnitLine> Units { get; private set; } = [];

    public IReadOnlyList<JobFunction> JobFunctions { get; private set; } = [];

    public IReadOnlyList<Role> Roles { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync() => await ShowAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        var input = new AddAccount.Input(Email ?? "", Name ?? "", JobFunctionId, MemberOf, RoleId, RoleUnitId, Partner);
        var added = await AddAccount.RunAsync(Db, input, Reader, Audit("access.add-account"), Cancel);
        if (added.IsSuccess)
        {
            Opened = added.Value;
            Response.Headers.CacheControl = "no-store";
        }
        else
        {
            TellFailure(added.Failure);
        }

        return await ShowAsync();
    }

    private async Task<IActionResult> ShowAsync()
    {
        AddCrumb(Text["access.accounts.title"], "/access");
        AddCrumb(Text["access.accounts.new"]);
        PartnerName = await Db.PartnerOrganisations.Where(p => p.Id == Partner && !p.IsClosed).Select(p => p.Name).SingleOrDefaultAsync(Cancel);
        if (Partner is not null && PartnerName is null)
            return NotFound();
        Units = await UnitTree.LoadAsync(Db, withClosed: false, Cancel);
        JobFunctions = await Db.JobFunctions.AsNoTracking().OrderBy(f => f.Name).ToListAsync(Cancel);
        Roles = await Db.AccessRoles.AsNoTracking().OrderBy(r => r.Name).ToListAsync(Cancel);
        return Page();
    }
}
