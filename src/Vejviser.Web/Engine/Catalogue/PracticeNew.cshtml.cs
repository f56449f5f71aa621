using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Catalogue.Own;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.People;

namespace Vejviser.Web.Engine.Catalogue;

/// <summary>Writing a new practice.</summary>
public sealed class PracticeNewModel(EffectivePractices practices, ConsentPurposes purposes, WriteOwnPractice write, Texts texts) : OwnPracticePage(practices, purposes)
{
    public IActionResult OnGet()
    {
        Draft = Begin();
        return Show();
    }

    public async Task<IActionResult> OnPostAsync(string? @do)
    {
        if (@do != "save")
        {
            Do(@do);
            return Show();
        }

        if (await SaveAsync(write, new WriteOwnPracticeInput(Draft)) is not { } written)
            return Show();
        Tell(Text["practices.own.was-written"]);
        return LocalRedirect($"/practices/{written.Practice}");
    }

    /// <summary>What nearly every practice has.</summary>
    private PracticeDraft Begin() => new()
    {
        Phases = [new DraftNamed { Name = Words("phase") }],
        Steps = [new DraftStep()],
        Reasons = [.. new[] { "moved", "unwilling", "other" }.Select(r => new DraftNamed { Id = r, Name = Words($"reason-{r}") })],
        Measures = [new DraftMeasure()],
        Settings = [],
        CitizenChoice = Words("choice"),
    };

    private DraftWords Words(string key) => new() { Da = texts.Get("da", $"practices.own.begin.{key}"), En = texts.Get("en", $"practices.own.begin.{key}") };

    private PageResult Show()
    {
        AddCrumb(Text["nav.practices"], "/practices");
        AddCrumb(Text["practices.new"]);
        return Page();
    }
}
