using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Chapters.Housing.Cases;
using Vejviser.Core.Chapters.Housing.Letting;
using Vejviser.Core.Chapters.Housing.MoveIns;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.People;
using Vejviser.Web.Engine.Partners;

namespace Vejviser.Web.Chapters.Housing;

/// <summary>What an association sees of housing: nominations to its homes that wait for its answer, and the cases of its estates. Households stand by their number.</summary>
public sealed class PartnerHousingModel(HousingWords words, ReadAudit reads) : PartnerOwnPage
{
    public sealed record Line(Nomination Nomination, string Address, string Estate, string Label);

    public HousingWords Words => words;

    public IReadOnlyList<Line> Awaited { get; private set; } = [];

    public IReadOnlyList<MoveInSummary> MoveIns { get; private set; } = [];

    public IReadOnlyList<CaseLine> Cases { get; private set; } = [];

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync(Guid nomination, bool confirmed, string? reason) => await ToldAsync(
        await AnswerNomination.RunAsync(Db, nomination, confirmed, reason, Reader, Audit(confirmed ? "housing.confirm-nomination" : "housing.refuse-nomination"), Cancel), confirmed ? "housing.nominations.confirmed" : "housing.nominations.refused");

    public async Task<IActionResult> OnPostAnswerAsync(Guid @case, string? answer, bool close) =>
        await ToldAsync(await AnswerCase.RunAsync(Db, @case, answer, close, Reader, Audit("housing.answer-case"), Cancel), "housing.case.answered");

    private async Task<IActionResult> ToldAsync<T>(Result<T> done, string told)
    {
        if (done.IsSuccess)
        {
            Tell(Text[told]);
            return LocalRedirect("/partner/housing");
        }

        TellFailure(done.Failure);
        await LoadAsync();
        return Page();
    }

    private async Task LoadAsync()
    {
        Db.ChangeTracker.Clear();
        Awaited = [.. (await (from n in Db.Nominations.AsNoTracking()
                              where n.AssociationId == Partner && n.State == NominationState.Made
                              join d in Db.Dwellings on n.DwellingId equals d.Id
                              join e in Db.Estates on d.EstateId equals e.Id
                              join h in Db.Households on n.HouseholdId equals h.Id
                              orderby n.MadeOn, d.Address
                              select new { n, d.Address, e.Name, h.Reference }).ToListAsync(Cancel)).Select(x => new Line(x.n, x.Address, x.Name, CaseLabels.OfHousehold(x.n.HouseholdId, x.Reference)))];
        MoveIns = await ReadMoveIn.RunningAsync(Db, Reader, Today, Clock.GetUtcNow().UtcDateTime, Cancel);
        Cases = await CaseList.ReadAsync(Db, null, Partner, isOpenOnly: true, Cancel);
        await reads.ListAsync(Reader.AccountId, "housing.partner.read", new ListRead([.. Awaited.Select(a => a.Nomination.HouseholdId)]), Cancel);
        AddCrumb(Text["partner.title"], "/partner");
        AddCrumb(Text["housing.title"]);
    }
}
