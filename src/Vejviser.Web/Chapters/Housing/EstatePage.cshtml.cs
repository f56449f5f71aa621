using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Chapters.Housing.Cases;
using Vejviser.Core.Chapters.Housing.Homes;
using Vejviser.Core.Chapters.Housing.Letting;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Plans.Road;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.People;
using Vejviser.Web.Foundation.People;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Chapters.Housing;

/// <summary>One estate: its homes, who lives there where it is an integration-supporting one, and what has been rung about.</summary>
public sealed class EstatePageModel(EffectivePractices practices, HousingWords words, LetMixedHome let, ReportCase report) : VejviserPage
{
    /// <param name="Lease">Null where it is vacant.</param>
    public sealed record HomeLine(Dwelling Home, Lease? Lease, string? Label);

    [FromRoute]
    public Guid Id { get; set; }

    public HousingWords Words => words;

    public bool MayEdit => Reader.May(Permissions.HousingEdit);

    public bool MayDecide => Reader.May(Permissions.HousingDecide);

    public Estate Estate { get; private set; } = null!;

    public string Association { get; private set; } = "";

    public HousingArea Area { get; private set; } = null!;

    public IReadOnlyList<HomeLine> Homes { get; private set; } = [];

    public MixedRules Rules { get; private set; } = null!;

    public EstateMix Mix { get; private set; } = null!;

    public IReadOnlyList<CaseLine> Cases { get; private set; } = [];

    public IReadOnlyList<StaffMember> Staff { get; private set; } = [];

    /// <summary>The association's users.</summary>
    public IReadOnlyList<StaffMember> Contacts { get; private set; } = [];

    /// <summary>Single newcomers who wait.</summary>
    public IReadOnlyList<(Guid Id, string Label)> Waiting { get; private set; } = [];

    public ReportCaseInput Reported { get; private set; } = new(HousingCaseKind.Hotline, null, null, null, null, null);

    public IEnumerable<HomeLine> Vacant => Homes.Where(h => h.Lease is null && !h.Home.IsWithdrawn);

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string? name, Guid? association, Guid? area, bool mixed) => MayEdit
        ? await ToldAsync(await ChangeEstate.RunAsync(Db, new ChangeEstate.Input(Id, name, association, area, mixed), Reader, Audit("housing.change-estate"), Cancel), "housing.saved") : Forbid();

    /// <param name="home">A vacant home of the estate.</param>
    /// <param name="tenant">A household's id, or <c>student</c>.</param>
    public async Task<IActionResult> OnPostLetAsync(Guid home, string? tenant)
    {
        if (!MayDecide)
            return Forbid();
        if (tenant != "student" && !Guid.TryParse(tenant, out _))
            return await ToldAsync<Done>(Failure.Of("housing.unknown-household"), "");
        return await ToldAsync(await let.RunAsync(new LetMixedHomeInput(home, tenant == "student" ? null : Guid.Parse(tenant!)), Reader, Audit("housing.let-mixed"), Cancel), "housing.mix.let");
    }

    public async Task<IActionResult> OnPostEndAsync(Guid lease) => MayEdit ? await ToldAsync(await EndLease.RunAsync(Db, lease, Reader, Audit("housing.end-lease"), Cancel), "housing.lease-ended-told") : Forbid();

    public async Task<IActionResult> OnPostReportAsync(HousingCaseKind kind, string? what, string? reportedBy, Guid? owner, Guid? contact)
    {
        if (!MayEdit)
            return Forbid();
        Reported = new ReportCaseInput(Enum.IsDefined(kind) ? kind : HousingCaseKind.Hotline, Id, what, reportedBy, owner, contact);
        return Unreadable.Tell(this) ? await OnGetAsync() : await ToldAsync(await report.RunAsync(Reported, Reader, Audit("housing.report-case"), Cancel), "housing.case.reported");
    }

    public async Task<IActionResult> OnPostAnswerAsync(Guid @case, string? answer, bool close) =>
        MayEdit ? await ToldAsync(await AnswerCase.RunAsync(Db, @case, answer, close, Reader, Audit("housing.answer-case"), Cancel), "housing.case.answered") : Forbid();

    private async Task<IActionResult> ToldAsync<T>(Result<T> done, string told)
    {
        if (done.IsSuccess)
        {
            Tell(Text[told]);
            return LocalRedirect($"/housing/estates/{Id}");
        }

        TellFailure(done.Failure);
        return await OnGetAsync();
    }

    private async Task<bool> LoadAsync()
    {
        Db.ChangeTracker.Clear();
        if (await Db.Estates.AsNoTracking().SingleOrDefaultAsync(e => e.Id == Id, Cancel) is not { } estate)
            return false;
        Estate = estate;
        Association = await Db.PartnerOrganisations.Where(p => p.Id == estate.AssociationId).Select(p => p.Name).SingleAsync(Cancel);
        Area = await Db.HousingAreas.AsNoTracking().SingleAsync(a => a.Id == estate.AreaId, Cancel);
        var homes = await (from d in Db.Dwellings.AsNoTracking()
                           where d.EstateId == Id
                           orderby d.Address
                           select new { Home = d, Lease = Db.Leases.FirstOrDefault(l => l.HeldDwellingId == d.Id) }).ToListAsync(Cancel);
        var tenants = homes.Select(h => h.Lease?.HouseholdId).OfType<Guid>().ToList();
        var references = await Db.Households.AsNoTracking().Where(h => tenants.Contains(h.Id)).ToDictionaryAsync(h => h.Id, h => h.Reference, Cancel);
        Homes = [.. homes.Select(h => new HomeLine(h.Home, h.Lease, h.Lease?.HouseholdId is { } tenant ? CaseLabels.OfHousehold(tenant, references.GetValueOrDefault(tenant)) : null))];
        Rules = await MixedRules.LoadAsync(Db, practices, Cancel);
        Mix = await EstateMix.ReadAsync(Db, Id, Rules, Cancel);
        Cases = await CaseList.ReadAsync(Db, Id, null, isOpenOnly: false, Cancel);
        if (MayEdit)
        {
            Staff = await ReadStaff.RunAsync(Db, Cancel);
            Contacts = await Db.Users.AsNoTracking().Where(a => a.PartnerId == estate.AssociationId && !a.IsClosed).OrderBy(a => a.DisplayName).Select(a => new StaffMember(a.Id, a.DisplayName)).ToListAsync(Cancel);
        }

        if (MayDecide && estate.IsIntegrationSupporting)
            Waiting = [.. (await (from n in Db.HousingNeeds.AsNoTracking()
                                  where n.IsWaiting && Db.People.Count(p => p.HouseholdId == n.HouseholdId && p.MergedIntoId == null) == 1
                                  join h in Db.Households on n.HouseholdId equals h.Id
                                  orderby n.WaitingSince
                                  select new { h.Id, h.Reference }).ToListAsync(Cancel)).Select(h => (h.Id, CaseLabels.OfHousehold(h.Id, h.Reference)))];
        AddCrumb(Text["housing.title"], "/housing");
        AddCrumb(Text["housing.tab.estates"], "/housing/estates");
        AddCrumb(estate.Name);
        return true;
    }
}
