using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Gatherings;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.Organisation;

namespace Vejviser.Web.Engine.Catalogue;

/// <summary>Adopting a practice: its figures, who fills its roles, what stands already, and publish.</summary>
public sealed class PracticeAdoptModel(EffectivePractices practices, PlanLaw law) : PracticePage(practices, law)
{
    private const int MostNote = 500;

    [BindProperty]
    public Dictionary<string, int?> Setting { get; set; } = [];

    /// <summary>By the role's id.</summary>
    [BindProperty]
    public Dictionary<string, RoleChoice> Role { get; set; } = [];

    /// <summary>Ids of what stands already.</summary>
    [BindProperty]
    public List<string> Setup { get; set; } = [];

    [BindProperty]
    public string? Note { get; set; }

    /// <summary>The practice with the figures of the form.</summary>
    public PracticeDefinition Drafted { get; private set; } = null!;

    public IReadOnlyList<UnitLine> Units { get; private set; } = [];

    public IReadOnlyList<(Guid Id, string Name)> Accounts { get; private set; } = [];

    /// <summary>Whether a role may be filled for all practices at once.</summary>
    public bool MayEverywhere => Reader.MayEverywhere(Permissions.OrganisationEdit);

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await LoadAsync())
            return NotFound();
        if (Versions.Count > 0)
            return LocalRedirect($"/practices/{Practice}/adapt");
        var fillers = await RoleFillers.ReadAsync(Db, Cancel);
        Role = Original.Roles.ToDictionary(r => r, r => RoleChoice.Of(fillers.Find(Practice, r)), StringComparer.Ordinal);
        Setup = await Db.PracticeSetupTicks.Where(t => t.Practice == Practice).Select(t => t.Item).ToListAsync(Cancel);
        return await ShowAsync(PracticeChanges.None with { CatalogueVersion = Original.Version });
    }

    public async Task<IActionResult> OnPostAsync([FromServices] AdoptPractice adopt, [FromServices] KeepMeetings keep)
    {
        if (!await LoadAsync())
            return NotFound();
        ModelState.Clear();
        var settings = Original.Settings.Where(s => Setting.GetValueOrDefault(s.Id) is { } value && value != s.Default).ToDictionary(s => s.Id, s => Setting[s.Id]!.Value, StringComparer.Ordinal);
        var changes = PracticeChanges.None with { CatalogueVersion = Original.Version, Settings = settings };
        if (Note?.Length > MostNote)
            return await RefusedAsync(Failure.Of("practices.note-long", ("most", MostNote)), changes);
        var fillers = await RoleFillers.ReadAsync(Db, Cancel);
        var roles = Original.Roles.Where(r => Role.GetValueOrDefault(r)?.Differs(fillers.Find(Practice, r)) == true)
            .Select(r => new FillPracticeRole.Input(Role[r].IsEverywhere ? PracticeRole.Everywhere : Practice, r, Role[r].Unit, Role[r].Account)).ToList();
        var items = Original.Setup.Select(s => s.Id).Where(Setup.Contains).ToList();
        var adopted = await adopt.RunAsync(
            new AdoptPracticeInput(Practice, changes, string.IsNullOrWhiteSpace(Note) ? Text["practices.adopt.note"] : Note.Trim(), roles, items), Reader, Audit("practices.adopt"), Cancel);
        if (!adopted.IsSuccess)
            return await RefusedAsync(adopted.Failure, changes);
        await keep.RunAsync(Practice, Audit("meetings.keep"), Cancel);
        Tell(Text["practices.adopt.was-adopted", ("title", Texts.Title)]);
        return LocalRedirect($"/practices/{Practice}");
    }

    private Task<IActionResult> RefusedAsync(Failure failure, PracticeChanges changes)
    {
        TellFailure(failure);
        return ShowAsync(changes.FaultsIn(Original).Count == 0 ? changes : PracticeChanges.None with { CatalogueVersion = Original.Version });
    }

    private async Task<IActionResult> ShowAsync(PracticeChanges changes)
    {
        Drafted = Original.With(changes);
        Units = await UnitTree.LoadAsync(Db, withClosed: false, Cancel);
        Accounts = [.. (await Db.Users.AsNoTracking().Where(a => !a.IsClosed && a.Kind == AccountKind.Employee).OrderBy(a => a.DisplayName).Select(a => new { a.Id, a.DisplayName }).ToListAsync(Cancel)).Select(a => (a.Id, a.DisplayName))];
        AddCrumb(Texts.Title, $"/practices/{Practice}");
        AddCrumb(Text["practices.adopt.do"]);
        return Page();
    }
}

/// <summary>Who is chosen for a role.</summary>
public sealed class RoleChoice
{
    public Guid? Unit { get; set; }

    public Guid? Account { get; set; }

    /// <summary>In every practice that has the role; else in this one.</summary>
    public bool IsEverywhere { get; set; }

    public static RoleChoice Of(RoleFiller? filler) => new() { Unit = filler?.UnitId, Account = filler?.AccountId, IsEverywhere = filler is null or { IsEverywhere: true } };

    public bool Differs(RoleFiller? filler) => (Unit, Account) != (filler?.UnitId, filler?.AccountId);
}
