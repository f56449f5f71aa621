using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Organisation;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Foundation.Organisation;

/// <summary>Who does what here: each role once for all practices, and who does it in one practice instead.</summary>
public sealed class PracticeRolesModel(EffectivePractices practices) : VejviserPage
{
    /// <summary>The role whose fields are open.</summary>
    [FromQuery]
    public string? Edit { get; set; }

    public bool MayEdit => Reader.MayEverywhere(Permissions.OrganisationEdit);

    public IReadOnlyList<UnitLine> Units { get; private set; } = [];

    internal IReadOnlyList<Employee> Accounts { get; private set; } = [];

    /// <summary>Those that adopted practices need first.</summary>
    internal IReadOnlyList<RoleLine> Roles { get; private set; } = [];

    internal IReadOnlyList<ExceptionLine> Exceptions { get; private set; } = [];

    /// <summary>Every practice by title, for choosing.</summary>
    internal IReadOnlyList<(string Id, string Title)> Practices { get; private set; } = [];

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync(string? practice, string? role, Guid? unit, Guid? account)
    {
        var known = await practices.AllAsync(Db, Cancel);
        var isKnown = string.IsNullOrEmpty(practice)
            ? RolesOf(known).Contains(role ?? "", StringComparer.Ordinal)
            : known.FirstOrDefault(p => p.Id == practice)?.Roles.Contains(role ?? "") is true;
        if (!isKnown)
            return await RefusedAsync(practice, known);
        var filled = await FillPracticeRole.RunAsync(Db, new(practice ?? PracticeRole.Everywhere, role!, unit, account), Reader, Audit("organisation.fill-practice-role"), Cancel);
        if (filled.IsSuccess)
        {
            Tell(Text["access.saved"]);
            return LocalRedirect("/organisation/roles");
        }

        TellFailure(filled.Failure);
        await LoadAsync();
        return Page();
    }

    /// <summary>A practice that is there and has no such role is a wrong choice; anything else was never offered.</summary>
    private async Task<IActionResult> RefusedAsync(string? practice, IReadOnlyList<PracticeDefinition> known)
    {
        if (known.All(p => p.Id != practice))
            return NotFound();
        ModelState.AddModelError("", Text["organisation.roles.not-in-practice"]);
        await LoadAsync();
        return Page();
    }

    private IEnumerable<string> RolesOf(IReadOnlyList<PracticeDefinition> known) => practices.Catalogue.Roles.Concat(known.SelectMany(p => p.Roles)).Distinct(StringComparer.Ordinal);

    private async Task LoadAsync()
    {
        AddCrumb(Text["organisation.units.title"], "/organisation");
        AddCrumb(Text["organisation.roles.title"]);
        if (MayEdit)
        {
            Units = await UnitTree.LoadAsync(Db, withClosed: false, Cancel);
            Accounts = await Db.Users.AsNoTracking().Where(a => !a.IsClosed && a.Kind == AccountKind.Employee).OrderBy(a => a.DisplayName).Select(a => new Employee(a.Id, a.DisplayName)).ToListAsync(Cancel);
        }

        var known = await practices.AllAsync(Db, Cancel);
        var adopted = await Db.PracticeVersions.AsNoTracking().Select(v => v.Practice).Distinct().ToHashSetAsync(StringComparer.Ordinal, Cancel);
        var fillers = await RoleFillers.ReadAsync(Db, Cancel);
        Practices = [.. known.Select(p => (p.Id, p.TextsIn(Text.Language).Title)).OrderBy(p => p.Title, StringComparer.CurrentCulture)];
        Roles = [.. RolesOf(known)
            .Select(role =>
            {
                var needing = known.Where(p => p.Roles.Contains(role)).ToList();
                return new RoleLine(role, Text.Role(role), fillers.Everywhere(role), [.. needing.Where(p => adopted.Contains(p.Id)).Select(p => (p.Id, p.TextsIn(Text.Language).Title))], needing.Count);
            })
            .OrderBy(r => r.Adopted.Count == 0)];
        Exceptions = [.. fillers.Exceptions.Select(f => new ExceptionLine(f, Practices.FirstOrDefault(p => p.Id == f.Practice).Title ?? f.Practice, Text.Role(f.Role)))];
    }

    internal sealed record Employee(Guid Id, string Name);

    /// <param name="Adopted">Practices in use that have the role.</param>
    /// <param name="Practices">How many practices of all have it.</param>
    internal sealed record RoleLine(string Id, string Name, RoleFiller? Filler, IReadOnlyList<(string Id, string Title)> Adopted, int Practices);

    internal sealed record ExceptionLine(RoleFiller Filler, string Practice, string Role);
}

internal static class RoleWords
{
    /// <summary>What a role is called, whatever the practice; a role nobody has named is shown by its id.</summary>
    public static string Role(this PageTexts text, string role) => text[$"role.{role}"] is var name && name == $"role.{role}" ? role : name;
}
