using Microsoft.AspNetCore.Mvc;
using Vejviser.Core.Chapters.Housing.Allocation;
using Vejviser.Core.Chapters.Housing.Needs;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Law;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Chapters.Housing;

/// <summary>Who waits for a permanent home, longest first, with what each needs. Households stand by their number, not by name.</summary>
public sealed class NeedsModel(EffectivePractices practices, LawBook law, HousingWords words, CountMissing missing, ReadAudit reads) : VejviserPage
{
    public HousingWords Words => words;

    public bool MayEdit => Reader.May(Permissions.HousingEdit);

    public IReadOnlyList<WorkedOutNeed> Waiting { get; private set; } = [];

    /// <summary>Households without a permanent home who are not on the list yet; 0 for who may not put them there.</summary>
    public int Missing { get; private set; }

    public async Task OnGetAsync()
    {
        Waiting = await ReadNeeds.WaitingAsync(Db, practices, law, await ReadPolicy.InForceAsync(Db, Cancel), Today, Cancel);
        Missing = MayEdit ? await missing.RunAsync(Cancel) : 0;
        await reads.ListAsync(Reader.AccountId, "housing.needs.read", new ListRead([.. Waiting.Select(w => w.HouseholdId)]), Cancel);
        AddCrumb(Text["housing.title"], "/housing");
        AddCrumb(Text["housing.tab.needs"]);
    }

    public async Task<IActionResult> OnPostAllAsync()
    {
        if (!MayEdit)
            return Forbid();
        var put = await PutOnList.RunAsync(Db, Reader, Audit("housing.put-on-list"), Cancel);
        missing.Forget();
        if (put.IsSuccess)
            Tell(Text.Count("housing.needs.put", put.Value));
        return LocalRedirect("/housing/needs");
    }
}
