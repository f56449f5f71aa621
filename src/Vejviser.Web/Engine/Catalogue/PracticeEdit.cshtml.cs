using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Catalogue.Own;
using Vejviser.Core.Foundation.People;

namespace Vejviser.Web.Engine.Catalogue;

/// <summary>The next version of a practice of the municipality's own.</summary>
public sealed class PracticeEditModel(EffectivePractices practices, ConsentPurposes purposes, WriteOwnPractice write) : OwnPracticePage(practices, purposes)
{
    private readonly EffectivePractices practices = practices;

    [FromRoute]
    public string Practice { get; set; } = "";

    /// <summary>The version that was opened.</summary>
    [BindProperty]
    public int Version { get; set; }

    public string Title { get; private set; } = "";

    /// <summary>False where the practice says more than the form can show.</summary>
    public bool FitsTheForm { get; private set; } = true;

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await FindAsync())
            return NotFound();
        if (await write.OpenAsync(Practice, Cancel) is { } opened)
            (Draft, Version) = opened;
        else
            FitsTheForm = false;
        return Show();
    }

    public async Task<IActionResult> OnPostAsync(string? @do)
    {
        if (!await FindAsync())
            return NotFound();
        if (@do != "save")
        {
            Do(@do);
            return Show();
        }

        if (await SaveAsync(write, new WriteOwnPracticeInput(Draft, Practice, Version)) is null)
            return Show();
        Tell(Text["practices.own.was-changed"]);
        return LocalRedirect($"/practices/{Practice}");
    }

    private async Task<bool> FindAsync()
    {
        if (practices.Catalogue.Find(Practice) is not null || await practices.FindAsync(Db, Practice, Cancel) is not { } definition)
            return false;
        Title = definition.TextsIn(Text.Language).Title;
        return true;
    }

    private PageResult Show()
    {
        AddCrumb(Text["nav.practices"], "/practices");
        AddCrumb(Title, $"/practices/{Practice}");
        AddCrumb(Text["practices.own.edit"]);
        return Page();
    }
}
