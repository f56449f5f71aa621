using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Chapters.Housing.Letting;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.People;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Chapters.Housing;

/// <summary>The nominations and their ledger: what each association has been asked for this year, by which right, and what it answered.</summary>
public sealed class NominationsModel(HousingWords words, ReadAudit reads) : VejviserPage
{
    private const int PageSize = 25;

    public sealed record Line(Nomination Nomination, string Address, string Association, string Label);

    [BindProperty(SupportsGet = true, Name = "show")]
    public string? Show { get; set; }

    [BindProperty(SupportsGet = true, Name = "page-number")]
    public int PageNumber { get; set; } = 1;

    public bool HasNext { get; private set; }

    public HousingWords Words => words;

    public bool MayEdit => Reader.May(Permissions.HousingEdit);

    public IReadOnlyList<LedgerLine> Ledger { get; private set; } = [];

    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public Task OnGetAsync() => LoadAsync();

    /// <param name="show"><c>all</c>; else those that await an answer.</param>
    public static string Link(string? show, int page) => (show, page) switch
    {
        ("all", > 1) => $"/housing/nominations?show=all&page-number={page}",
        ("all", _) => "/housing/nominations?show=all",
        (_, > 1) => $"/housing/nominations?page-number={page}",
        _ => "/housing/nominations",
    };

    /// <summary>Where a form of this page sends what it changes, so that the reader stays on the page they are on.</summary>
    public string Action(string handler) => $"/housing/nominations?handler={handler}&show={(Show == "all" ? Show : "")}&page-number={PageNumber}";

    public async Task<IActionResult> OnPostAnswerAsync(Guid nomination, bool confirmed, string? reason)
    {
        if (!MayEdit)
            return Forbid();
        var answered = await AnswerNomination.RunAsync(Db, nomination, confirmed, reason, Reader, Audit(confirmed ? "housing.confirm-nomination" : "housing.refuse-nomination"), Cancel);
        if (answered.IsSuccess)
        {
            Tell(Text[confirmed ? "housing.nominations.confirmed" : "housing.nominations.refused"]);
            return LocalRedirect(Link(Show, PageNumber));
        }

        TellFailure(answered.Failure);
        await LoadAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostRightAsync(Guid nomination, NominationRight right)
    {
        if (!MayEdit)
            return Forbid();
        var changed = await ChangeRight.RunAsync(Db, nomination, right, Reader, Audit("housing.change-right"), Cancel);
        if (changed.IsSuccess)
        {
            Tell(Text["housing.nominations.right-saved"]);
            return LocalRedirect(Link(Show, PageNumber));
        }

        TellFailure(changed.Failure);
        await LoadAsync();
        return Page();
    }

    private async Task LoadAsync()
    {
        Db.ChangeTracker.Clear();
        Ledger = await NominationLedger.ReadAsync(Db, new DateOnly(Today.Year, 1, 1), new DateOnly(Today.Year, 12, 31), null, Cancel);
        var isAll = Show == "all";
        var shown = Db.Nominations.AsNoTracking().Where(n => isAll || n.State == NominationState.Made);
        var count = await shown.CountAsync(Cancel);
        // Who answers the last line of the last page lands on the page before.
        PageNumber = Math.Clamp(PageNumber, 1, Math.Max(1, (count + PageSize - 1) / PageSize));
        HasNext = PageNumber * PageSize < count;
        Lines = [.. (await (from n in shown
                            join d in Db.Dwellings on n.DwellingId equals d.Id
                            join p in Db.PartnerOrganisations on n.AssociationId equals p.Id
                            join h in Db.Households on n.HouseholdId equals h.Id
                            orderby n.State, n.MadeOn descending, d.Address, n.Id
                            select new { n, d.Address, p.Name, h.Reference }).Skip((PageNumber - 1) * PageSize).Take(PageSize).ToListAsync(Cancel)).Select(x => new Line(x.n, x.Address, x.Name, CaseLabels.OfHousehold(x.n.HouseholdId, x.Reference)))];
        await reads.ListAsync(Reader.AccountId, "housing.nominations.read", new ListRead([.. Lines.Select(l => l.Nomination.HouseholdId).Distinct()]), Cancel);
        AddCrumb(Text["housing.title"], "/housing");
        AddCrumb(Text["housing.tab.nominations"]);
    }
}
