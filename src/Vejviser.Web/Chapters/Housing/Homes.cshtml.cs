using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Chapters.Housing.Homes;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Organisation;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Chapters.Housing;

/// <summary>The homes, filtered and paged.</summary>
public sealed class HomesModel(HousingWords words) : VejviserPage
{
    [BindProperty(SupportsGet = true, Name = "")]
    public HomesQuery Query { get; set; } = new();

    public HousingWords Words => words;

    public bool MayEdit => Reader.May(Permissions.HousingEdit);

    public IReadOnlyList<DwellingLine> Homes { get; private set; } = [];

    public int Count { get; private set; }

    public bool HasNext => Query.PageNumber * DwellingList.PageSize < Count;

    /// <summary>There are no homes at all, whatever is filtered.</summary>
    public bool IsEmpty { get; private set; }

    public IReadOnlyList<PartnerOrganisation> Associations { get; private set; } = [];

    public IReadOnlyList<HousingArea> Areas { get; private set; } = [];

    public async Task OnGetAsync()
    {
        ModelState.Clear();
        var filter = Query.ToFilter();
        (Homes, Count) = (await DwellingList.ReadAsync(Db, filter, Query.PageNumber, DwellingList.PageSize, Cancel), await DwellingList.CountAsync(Db, filter, Cancel));
        IsEmpty = Count == 0 && !await Db.Dwellings.AnyAsync(Cancel);
        Associations = await Db.PartnerOrganisations.AsNoTracking().Where(p => p.Kind == PartnerKind.HousingAssociation).OrderBy(p => p.Name).ToListAsync(Cancel);
        Areas = await Db.HousingAreas.AsNoTracking().OrderBy(a => a.Name).ToListAsync(Cancel);
        AddCrumb(Text["housing.title"]);
    }
}
