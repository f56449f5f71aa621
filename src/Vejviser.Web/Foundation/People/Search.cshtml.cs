using Microsoft.AspNetCore.Mvc;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.People;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Foundation.People;

/// <summary>The search's answer: by name, case or household reference, or, for those who may, by CPR number.</summary>
public sealed class SearchModel(ReadAudit reads) : VejviserPage
{
    public SearchView View { get; private set; } = SearchView.Empty;

    public IActionResult OnGet() => LocalRedirect("/people");

    public async Task<IActionResult> OnPostAsync(string? q, int nr = 1)
    {
        if (SearchPeople.LooksLikeCpr(q))
        {
            await ByCprAsync(q!);
            return Page();
        }

        if (string.IsNullOrWhiteSpace(q))
            return LocalRedirect("/people");
        View = SearchView.Of(q.Trim(), await SearchPeople.RunAsync(Db, Reader, Clock.Now(), q, nr, Cancel));
        await PeopleModel.NoteAsync(reads, View, Reader.AccountId, Cancel);
        return Page();
    }

    private async Task ByCprAsync(string typed)
    {
        var found = await FindByCpr.RunAsync(Db, Reader, Audit("people.search-cpr"), typed, Cancel);
        // What was typed is not shown again, on any outcome.
        ModelState.Clear();
        if (found.IsSuccess)
            View = SearchView.Of("", new PeopleFound(found.Value, found.Value.Count, 1)) with { ByCpr = true };
        else
            TellFailure(found.Failure);
    }
}
