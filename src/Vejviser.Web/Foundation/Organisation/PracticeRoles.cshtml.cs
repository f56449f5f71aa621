using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Organisation;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Foundation.Organisation;

/// <summary>Who does what in each practice here: the definition's roles, filled by units and employees.</summary>
public sealed class PracticeRolesModel(PracticeCatalogue catalogue) : VejviserPage
{
    public bool MayEdit => Reader.MayEverywhere(Permissions.OrganisationEdit);

    public IReadOnlyList<UnitLine> Units { get; private set; } = [];

    internal IReadOnlyList<Employee> Accounts { get; private set; } = [];

    internal IReadOnlyList<Practice> Practices { get; private set; } = [];

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync(string? practice, string? role, Guid? unit, Guid? account)
    {
        if (catalogue.Find(practice ?? "")?.Roles.Contains(role ?? "") is not true)
            return NotFound();
        var filled = await FillPracticeRole.RunAsync(Db, new(practice!, role!, unit, account), Reader, Audit("organisation.fill-practice-role"), Cancel);
        if (filled.IsSuccess)
        {
            Tell(Text["access.saved"]);
            return LocalRedirect("/organisation/roles");
        }

        TellFailure(filled.Failure);
        await LoadAsync();
        return Page();
    }

    private async Task LoadAsync()
    {
        AddCrumb(Text["organisation.units.title"], "/organisation");
        AddCrumb(Text["organisation.roles.title"]);
        Units = await UnitTree.LoadAsync(Db, withClosed: false, Cancel);
        if (MayEdit)
            Accounts = await Db.Users.AsNoTracking().Where(a => !a.IsClosed && a.Kind == AccountKind.Employee).OrderBy(a => a.DisplayName).Select(a => new Employee(a.Id, a.DisplayName)).ToListAsync(Cancel);
        var filled = (await Db.PracticeRoles.AsNoTracking().Select(r => new
        {
            r.Practice, r.Role, r.UnitId, r.AccountId,
            Unit = Db.Units.Where(u => u.Id == r.UnitId).Select(u => u.Name).FirstOrDefault(),
            Account = Db.Users.Where(a => a.Id == r.AccountId).Select(a => a.DisplayName).FirstOrDefault(),
        }).ToListAsync(Cancel)).ToDictionary(r => (r.Practice, r.Role));
        Practices = [.. catalogue.Practices.Select(p => new Practice(p.Id, p.Texts[Text.Language].Title, [.. p.Roles.Select(role =>
            filled.TryGetValue((p.Id, role), out var by)
                ? new RoleLine(role, p.Texts[Text.Language].Roles[role], by.UnitId, by.Unit, by.AccountId, by.Account)
                : new RoleLine(role, p.Texts[Text.Language].Roles[role], null, null, null, null))]))];
    }

    internal sealed record Employee(Guid Id, string Name);

    internal sealed record Practice(string Id, string Title, IReadOnlyList<RoleLine> Roles);

    internal sealed record RoleLine(string Id, string Name, Guid? UnitId, string? Unit, Guid? AccountId, string? Account);
}
