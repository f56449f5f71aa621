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
    private const int Most = 200;

    public sealed record Line(Nomination Nomination, string Address, string Association, string Label);

    [BindProperty(SupportsGet = true, Name = "show")]
    public string? Show { get; set; }

    public HousingWords Words => words;

    public bool MayEdit => Reader.May(Permissions.HousingEdit);

    public IReadOnlyList<LedgerLine> Ledger { get; private set; } = [];

    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync(Guid nomination, bool confirmed, string? reason)
    {
        if (!MayEdit)
            return Forbid();
        var answered = await AnswerNomination.RunAsync(Db, nomination, confirmed, reason, Reader, Audit(confirmed ? "housing.confirm-nomination" : "housing.refuse-nomination"), Cancel);
        if (answered.IsSuccess)
        {
            Tell(Text[confirmed ? "housing.nominations.confirmed" : "housing.nominations.refused"]);
            return LocalRedirect("/housing/nominations");
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
            return LocalRedirect(Show == "all" ? "/housing/nominations?show=all" : "/housing/nominations");
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
        Lines = [.. (await (from n in Db.Nominations.AsNoTracking()
                            where isAll || n.State == NominationState.Made
                            join d in Db.Dwellings on n.DwellingId equals d.Id
                            join p in Db.PartnerOrganisations on n.AssociationId equals p.Id
                            join h in Db.Households on n.HouseholdId equals h.Id
                            orderby n.State, n.MadeOn descending, d.Address
                            select new { n, d.Address, p.Name, h.Reference }).Take(Most).ToListAsync(Cancel)).Select(x => new Line(x.n, x.Address, x.Name, CaseLabels.OfHousehold(x.n.HouseholdId, x.Reference)))];
        await reads.ListAsync(Reader.AccountId, "housing.nominations.read", new ListRead([.. Lines.Select(l => l.Nomination.HouseholdId).Distinct()]), Cancel);
        AddCrumb(Text["housing.title"], "/housing");
        AddCrumb(Text["housing.tab.nominations"]);
    }
}
