using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Organisation;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Foundation.Organisation;

/// <summary>Departments and teams as a tree.</summary>
public sealed class UnitsModel : VejviserPage
{
    /// <summary>With closed units too.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Closed { get; set; }

    public bool MayEdit => Reader.May(Permissions.OrganisationEdit);

    /// <summary>Open units, to choose among.</summary>
    public IReadOnlyList<UnitLine> Units { get; private set; } = [];

    internal IReadOnlyList<Line> Lines { get; private set; } = [];

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAddAsync(string? name, Guid? parent, string? email)
    {
        var added = await ChangeUnit.RunAsync(Db, new(null, parent, name ?? "", email), Reader, Audit("organisation.add-unit"), Cancel);
        if (!added.IsSuccess)
        {
            TellFailure(added.Failure);
            await LoadAsync();
            return Page();
        }

        Tell(Text["organisation.units.added"]);
        return LocalRedirect("/organisation");
    }

    private async Task LoadAsync()
    {
        Db.ChangeTracker.Clear();
        Units = await UnitTree.LoadAsync(Db, withClosed: false, Cancel);
        var members = (await (
            from member in Db.UnitMembers
            join account in Db.Users on member.AccountId equals account.Id
            where !account.IsClosed
            group new { member, account } by member.UnitId into unit
            select new { unit.Key, Count = unit.Count(), Leader = unit.Where(m => m.member.IsLeader).Min(m => m.account.DisplayName) }).ToListAsync(Cancel)).ToDictionary(m => m.Key);
        Lines = [.. (await UnitTree.LoadAsync(Db, Closed, Cancel)).Select(u => members.TryGetValue(u.Id, out var m) ? new Line(u, m.Leader, m.Count) : new Line(u, null, 0))];
    }

    internal sealed record Line(UnitLine Unit, string? Leader, int Employees);
}
