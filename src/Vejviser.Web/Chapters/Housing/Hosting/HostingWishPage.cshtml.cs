using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Chapters.Housing.Homes;
using Vejviser.Core.Chapters.Housing.Hosting;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.People;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Chapters.Housing.Hosting;

/// <summary>What a household in the practice wishes of a host's home, in so far as it decides with whom it can live.</summary>
public sealed class HostingWishPageModel(HostingWords words, ReadAudit reads) : VejviserPage
{
    [FromRoute]
    public Guid Id { get; set; }

    public HostingWords Words => words;

    public string Label { get; private set; } = "";

    /// <summary>The household's name where the reader works with it; else null.</summary>
    public string? Name { get; private set; }

    public HostingWish Wish { get; private set; } = null!;

    public int Version { get; private set; }

    public IReadOnlyList<HousingArea> Areas { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(bool smokes, bool avoidsPets, Togetherness together, Guid? area, int version)
    {
        var saved = await ChangeWish.RunAsync(Db, new ChangeWish.Input(Id, smokes, avoidsPets, together, area, version), Reader, Audit("hosting.change-wish"), Cancel);
        if (saved.IsSuccess)
        {
            Tell(Text["hosting.wish.saved"]);
            return LocalRedirect($"/housing/hosts/proposal#g-{Id:N}");
        }

        TellFailure(saved.Failure);
        return await LoadAsync() ? Page() : NotFound();
    }

    private async Task<bool> LoadAsync()
    {
        Db.ChangeTracker.Clear();
        if (await Db.Households.AsNoTracking().Where(h => h.Id == Id && Db.Plans.Any(p => p.HouseholdId == h.Id && p.Practice == HostingRules.Practice)).Select(h => new { h.Reference }).SingleOrDefaultAsync(Cancel) is not { } household)
            return false;
        Label = CaseLabels.OfHousehold(Id, household.Reference);
        Name = await Db.Households.VisibleTo(Db, Reader, Clock.Now()).Where(h => h.Id == Id).Select(h => h.Name).SingleOrDefaultAsync(Cancel);
        Wish = await Db.HostingWishes.AsNoTracking().SingleOrDefaultAsync(w => w.HouseholdId == Id, Cancel) ?? new HostingWish { HouseholdId = Id };
        Version = Wish.Version;
        Areas = await Db.HousingAreas.AsNoTracking().Where(a => !a.IsListed).OrderBy(a => a.Name).ToListAsync(Cancel);
        await reads.HouseholdAsync(Reader.AccountId, "hosting.wish.read", Id, Cancel);
        AddCrumb(Text["housing.title"], "/housing");
        AddCrumb(Text["hosting.title"], "/housing/hosts");
        AddCrumb(Text["hosting.proposal.title"], "/housing/hosts/proposal");
        AddCrumb(Label);
        return true;
    }
}
