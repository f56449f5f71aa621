using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Engine.Plans.Lists;
using Vejviser.Core.Foundation.Access;

namespace Vejviser.Web.Engine.Plans;

/// <summary>Gives a task to a team or to an employee.</summary>
public sealed class TaskOwnerModel(TaskWords words, ReassignTask reassign) : TaskPage
{
    /// <summary><c>u:ID</c> a unit, <c>a:ID</c> an employee.</summary>
    [BindProperty]
    public string? Owner { get; set; }

    public string Title { get; private set; } = "";

    public IReadOnlyList<(Guid Id, string Name)> Units { get; private set; } = [];

    public IReadOnlyList<(Guid Id, string Name)> Employees { get; private set; } = [];

    /// <summary>Users of partner organisations, with the partner's name: the task then stands on the partner's own page.</summary>
    public IReadOnlyList<(Guid Id, string Name)> Partners { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync() => await FindToChangeAsync(isEdit: true) ?? await ShowAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await FindToChangeAsync(isEdit: true) is { } otherwise)
            return otherwise;
        var (unit, account) = await ChosenAsync();
        var given = await reassign.RunAsync(new ReassignTaskInput(Id, unit, account), Audit("plans.reassign-task"), Cancel);
        if (!given.IsSuccess)
        {
            ModelState.AddModelError(nameof(Owner), await SayAsync(given.Failure));
            return await ShowAsync();
        }

        Tell(Text["task.given"]);
        // Who gave it away may no longer see it: then the list is the place to be.
        return await FindAsync() is null ? LocalRedirect($"/tasks/{Id}") : LocalRedirect("/");
    }

    /// <summary>An employee keeps the task within its team where they belong to it, else it goes to their own first team.</summary>
    private async Task<(Guid? Unit, Guid? Account)> ChosenAsync()
    {
        if (Owner?.Split(':') is not [var kind, var text] || !Guid.TryParse(text, out var id))
            return (null, null);
        if (kind == "u")
            return (id, null);
        var theirs = await Db.UnitMembers.Where(m => m.AccountId == id).Join(Db.Units.Where(u => !u.IsClosed), m => m.UnitId, u => u.Id, (m, u) => u).OrderBy(u => u.Name).Select(u => u.Id).ToListAsync(Cancel);
        return (Place.OwnerUnitId is { } now && theirs.Contains(now) ? now : theirs.Count > 0 ? theirs[0] : null, id);
    }

    private async Task<IActionResult> ShowAsync()
    {
        var name = (await ReadTask.NameAsync(Db, Id, Cancel))!.Value;
        await words.LoadAsync([name.PracticeVersionId], Cancel);
        Title = words.Title(name);
        Units = [.. (await Db.Units.AsNoTracking().Where(u => !u.IsClosed).OrderBy(u => u.Name).Select(u => new { u.Id, u.Name }).ToListAsync(Cancel)).Select(u => (u.Id, u.Name))];
        Employees = [.. (await Db.Users.AsNoTracking().Where(a => !a.IsClosed && a.Kind == AccountKind.Employee).OrderBy(a => a.DisplayName).Select(a => new { a.Id, a.DisplayName }).ToListAsync(Cancel)).Select(a => (a.Id, a.DisplayName))];
        Partners = [.. (await Db.Users.AsNoTracking().Where(a => !a.IsClosed && a.Kind == AccountKind.Partner).Join(Db.PartnerOrganisations, a => a.PartnerId, p => p.Id, (a, p) => new { a.Id, a.DisplayName, p.Name })
            .OrderBy(a => a.Name).ThenBy(a => a.DisplayName).ToListAsync(Cancel)).Select(a => (a.Id, $"{a.Name}: {a.DisplayName}"))];
        Owner ??= Place.OwnerAccountId is { } account ? $"a:{account}" : Place.OwnerUnitId is { } unit ? $"u:{unit}" : null;
        AddCrumb(Text["work.title"], "/");
        AddCrumb(Title, $"/tasks/{Id}");
        AddCrumb(Text["task.give"]);
        return Page();
    }
}
