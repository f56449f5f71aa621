using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Foundation.Access;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Foundation.Access;

/// <summary>What a role allows, in plain words; <c>/access/roles/new</c> adds one.</summary>
public sealed class EditRoleModel : VejviserPage
{
    /// <summary>A role's id, or <c>new</c>.</summary>
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty]
    public string Name { get; set; } = "";

    [BindProperty]
    public List<string> Permissions { get; set; } = [];

    public Guid? RoleId => Guid.TryParse(Id, out var id) ? id : null;

    public bool MayEdit => Reader.MayEverywhere(Core.Foundation.Access.Permissions.AccessEdit);

    /// <summary>The name as it is kept.</summary>
    public string? Shown { get; private set; }

    internal IReadOnlyList<Holder> Holders { get; private set; } = [];

    /// <summary>All codes but the one everybody has, by the part before the dot.</summary>
    internal static IEnumerable<IGrouping<string, string>> All =>
        Core.Foundation.Access.Permissions.All.Where(p => p != Core.Foundation.Access.Permissions.Own).GroupBy(p => p.Split('.')[0], StringComparer.Ordinal);

    internal IEnumerable<IGrouping<string, string>> Groups => All;

    public async Task<IActionResult> OnGetAsync() => await ShowAsync(isFresh: true);

    public async Task<IActionResult> OnPostAsync()
    {
        if (RoleId is null && Id != "new")
            return NotFound();
        var action = RoleId is null ? "access.add-role" : "access.change-role";
        var changed = await ChangeRole.RunAsync(Db, new(RoleId, Name ?? "", Permissions), Reader, Audit(action), Cancel);
        if (!changed.IsSuccess)
        {
            TellFailure(changed.Failure);
            return await ShowAsync(isFresh: false);
        }

        Tell(Text["access.saved"]);
        return LocalRedirect("/access/roles");
    }

    public async Task<IActionResult> OnPostRemoveAsync()
    {
        if (RoleId is not { } id)
            return NotFound();
        var removed = await RemoveRole.RunAsync(Db, id, Reader, Audit("access.remove-role"), Cancel);
        if (!removed.IsSuccess)
        {
            TellFailure(removed.Failure);
            return await ShowAsync(isFresh: true);
        }

        Tell(Text["access.roles.removed"]);
        return LocalRedirect("/access/roles");
    }

    private async Task<IActionResult> ShowAsync(bool isFresh)
    {
        AddCrumb(Text["access.roles.title"], "/access/roles");
        if (RoleId is not { } id)
        {
            AddCrumb(Text["access.roles.new"]);
            return Id == "new" ? Page() : NotFound();
        }

        if (await Db.AccessRoles.AsNoTracking().Include(r => r.Permissions).SingleOrDefaultAsync(r => r.Id == id, Cancel) is not { } role)
            return NotFound();
        AddCrumb(role.Name);
        Shown = role.Name;
        if (isFresh)
            (Name, Permissions) = (role.Name, role.Permissions.ConvertAll(p => p.Permission));
        Holders = await (
            from given in Db.RoleAssignments
            where given.RoleId == id
            join account in Db.Users on given.AccountId equals account.Id
            orderby account.DisplayName
            select new Holder(account.Id, account.DisplayName, Db.Units.Where(u => u.Id == given.UnitId).Select(u => u.Name).FirstOrDefault())).ToListAsync(Cancel);
        return Page();
    }

    internal sealed record Holder(Guid AccountId, string Name, string? Unit);
}
