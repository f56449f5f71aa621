using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Chapters.Housing.Homes;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.Organisation;
using Vejviser.Web.Foundation.People;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Chapters.Housing;

/// <summary>Areas, the associations' estates in them, and how many moved out last year: what the allocation meeting goes by.</summary>
public sealed class EstatesModel : VejviserPage
{
    public sealed record EstateLine(Estate Estate, string Association, string Area, bool IsListed, int Homes, int Vacant);

    public bool MayEdit => Reader.May(Permissions.HousingEdit);

    public IReadOnlyList<HousingArea> Areas { get; private set; } = [];

    public IReadOnlyList<EstateLine> Estates { get; private set; } = [];

    public IReadOnlyList<PartnerOrganisation> Associations { get; private set; } = [];

    public IReadOnlyList<AssociationYear> Years { get; private set; } = [];

    /// <summary>The years whose move-outs are shown and written, this one first.</summary>
    public IReadOnlyList<int> ShownYears => [Today.Year, Today.Year - 1, Today.Year - 2];

    public int? MoveOutsOf(Guid association, int year) => Years.FirstOrDefault(y => y.AssociationId == association && y.Year == year)?.MoveOuts;

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAreaAsync(Guid? area, string? name, int? work, bool listed, int? school, int? transport)
    {
        if (!MayEdit)
            return Forbid();
        return Unreadable.Tell(this) || work is null || school is null || transport is null
            ? await AgainAsync()
            : await ToldAsync(await ChangeArea.RunAsync(Db, new ChangeArea.Input(area, name, work.Value, listed, school.Value, transport.Value), Reader, Audit("housing.change-area"), Cancel));
    }

    public async Task<IActionResult> OnPostEstateAsync(Guid? estate, string? name, Guid? association, Guid? area, bool mixed)
    {
        if (!MayEdit)
            return Forbid();
        return Unreadable.Tell(this) ? await AgainAsync() : await ToldAsync(await ChangeEstate.RunAsync(Db, new ChangeEstate.Input(estate, name, association, area, mixed), Reader, Audit("housing.change-estate"), Cancel));
    }

    public async Task<IActionResult> OnPostMoveOutsAsync(Guid association, int year, int? count)
    {
        if (!MayEdit)
            return Forbid();
        return Unreadable.Tell(this) || count is null ? await AgainAsync() : await ToldAsync(await ChangeMoveOuts.RunAsync(Db, association, year, count.Value, Reader, Audit("housing.change-move-outs"), Cancel));
    }

    private async Task<IActionResult> AgainAsync()
    {
        if (ModelState.IsValid)
            ModelState.AddModelError("", Text["housing.figures-missing"]);
        await LoadAsync();
        return Page();
    }

    private async Task<IActionResult> ToldAsync<T>(Result<T> done)
    {
        if (done.IsSuccess)
        {
            Tell(Text["housing.saved"]);
            return LocalRedirect("/housing/estates");
        }

        TellFailure(done.Failure);
        await LoadAsync();
        return Page();
    }

    private async Task LoadAsync()
    {
        Db.ChangeTracker.Clear();
        Areas = await Db.HousingAreas.AsNoTracking().OrderBy(a => a.Name).ToListAsync(Cancel);
        Associations = await Db.PartnerOrganisations.AsNoTracking().Where(p => p.Kind == PartnerKind.HousingAssociation && !p.IsClosed).OrderBy(p => p.Name).ToListAsync(Cancel);
        Years = await Db.AssociationYears.AsNoTracking().ToListAsync(Cancel);
        Estates = await (from e in Db.Estates.AsNoTracking()
                         join p in Db.PartnerOrganisations on e.AssociationId equals p.Id
                         join a in Db.HousingAreas on e.AreaId equals a.Id
                         orderby p.Name, e.Name
                         select new EstateLine(
                             e, p.Name, a.Name, a.IsListed, Db.Dwellings.Count(d => d.EstateId == e.Id && !d.IsWithdrawn), Db.Dwellings.Count(d => d.EstateId == e.Id && !d.IsWithdrawn && !Db.Leases.Any(l => l.HeldDwellingId == d.Id))))
            .ToListAsync(Cancel);
        AddCrumb(Text["housing.title"], "/housing");
        AddCrumb(Text["housing.tab.estates"]);
    }
}
