using Microsoft.AspNetCore.Mvc;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Foundation.Audit;

namespace Vejviser.Web.Engine.Plans;

/// <summary>What each person in a practice is to start in, by when, and whose it is where they have not.</summary>
public sealed class PracticeStartsModel(EffectivePractices practices, PlanLaw law, ReadAudit reads) : PracticeStartsPage(practices, law)
{
    public async Task<IActionResult> OnGetAsync()
    {
        if (!await LoadAsync())
            return NotFound();
        await reads.ListAsync(Reader.AccountId, "starts.read", Noted, Cancel);
        AddCrumb(Text["nav.practices"], "/practices");
        AddCrumb(Texts.Title, $"/practices/{Practice}");
        AddCrumb(Text["starts.title"]);
        return Page();
    }
}
