using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Organisation;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Foundation.Access;

/// <summary>Who has an account, searched and paged.</summary>
public sealed class AccountsModel : VejviserPage
{
    private const int PageSize = 50;

    public static IReadOnlyList<string> States { get; } = ["open", "locked", "closed", "all"];

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Unit { get; set; }

    [BindProperty(SupportsGet = true)]
    public string State { get; set; } = "open";

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    public bool MayAdd => Reader.MayEverywhere(Permissions.AccessEdit);

    public IReadOnlyList<UnitLine> Units { get; private set; } = [];

    public int Total { get; private set; }

    public int Pages => (Total + PageSize - 1) / PageSize;

    internal IReadOnlyList<Line> Lines { get; private set; } = [];

    public async Task OnGetAsync()
    {
        AddCrumb(Text["nav.organisation"], "/organisation");
        AddCrumb(Text["access.accounts.title"]);
        PageNumber = Math.Max(1, PageNumber);
        Units = await UnitTree.LoadAsync(Db, withClosed: false, Cancel);
        var now = Clock.GetUtcNow();
        var found = AccountsInSight.Of(Db, Reader).AsNoTracking();
        if (!string.IsNullOrWhiteSpace(Q))
        {
            // SQLite folds a to z only: the name is looked for as it is written too, and as names begin.
            var (upper, typed, named) = ($"%{Q.Trim().ToUpperInvariant()}%", $"%{Q.Trim()}%", $"%{CultureInfo.CurrentCulture.TextInfo.ToTitleCase(Q.Trim())}%");
#pragma warning disable MA0011 // Translated to the database's own upper()
            found = found.Where(a => EF.Functions.Like(a.NormalizedEmail!, upper) || EF.Functions.Like(a.DisplayName.ToUpper(), upper)
                || EF.Functions.Like(a.DisplayName, typed) || EF.Functions.Like(a.DisplayName, named));
#pragma warning restore MA0011
        }

        if (Unit is { } unit)
            found = found.Where(a => Db.UnitMembers.Any(m => m.AccountId == a.Id && m.UnitId == unit));
        // The few with a lock set are compared in the program: SQLite keeps such instants as text.
        var locked = await Db.Users.Where(a => a.LockoutEnd != null).Select(a => new { a.Id, a.LockoutEnd }).ToListAsync(Cancel);
        var lockedNow = locked.Where(a => a.LockoutEnd > now).Select(a => a.Id).ToList();
        found = State switch
        {
            "closed" => found.Where(a => a.IsClosed),
            "locked" => found.Where(a => !a.IsClosed && lockedNow.Contains(a.Id)),
            "all" => found,
            _ => found.Where(a => !a.IsClosed),
        };
        Total = await found.CountAsync(Cancel);
        Lines = await found.OrderBy(a => a.DisplayName).ThenBy(a => a.Id).Skip((PageNumber - 1) * PageSize).Take(PageSize).Select(a => new Line(
            a.Id, a.DisplayName, a.Email!, Db.JobFunctions.Where(f => f.Id == a.JobFunctionId).Select(f => f.Name).FirstOrDefault(),
            Db.PartnerOrganisations.Where(p => p.Id == a.PartnerId).Select(p => p.Name).FirstOrDefault(), a.IsClosed, lockedNow.Contains(a.Id), a.MustChangePassword)).ToListAsync(Cancel);
    }

    internal sealed record Line(Guid Id, string Name, string Email, string? JobFunction, string? Partner, bool IsClosed, bool IsLocked, bool MustChangePassword);
}
