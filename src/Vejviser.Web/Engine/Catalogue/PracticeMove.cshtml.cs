using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Web.Engine.Catalogue;

/// <summary>Lets running plans follow the newest version: first what it changes, plan by plan, then the move.</summary>
public sealed class PracticeMoveModel(EffectivePractices practices, PlanLaw law, PreviewPlanMigration preview, MovePlansToVersion move) : PracticePage(practices, law)
{
    public MigrationPreview Preview { get; private set; } = null!;

    public DifferenceList? Differences { get; private set; }

    /// <summary>What the plans' households are called, those the reader may see.</summary>
    public IReadOnlyDictionary<Guid, string> Households { get; private set; } = new Dictionary<Guid, string>();

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostAsync(string token)
    {
        if (!await LoadAsync() || Versions.Count == 0)
            return NotFound();
        var moved = await move.RunAsync(new MovePlansToVersionInput(new PlanMigrationInput(Versions[0].Id), token), Audit("plans.move-to-version"), Cancel);
        if (moved.IsSuccess)
        {
            Tell(Text.Count("practices.moved", moved.Value.Plans));
            return LocalRedirect($"/practices/{Practice}");
        }

        TellFailure(moved.Failure);
        return await ShowAsync();
    }

    private async Task<IActionResult> ShowAsync()
    {
        if ((Original is null && !await LoadAsync()) || Versions.Count == 0)
            return NotFound();
        var seen = await preview.RunAsync(new PlanMigrationInput(Versions[0].Id), Cancel);
        if (!seen.IsSuccess)
            return NotFound();
        Preview = seen.Value;
        var ids = Preview.Plans.Select(p => p.HouseholdId).ToList();
        Households = await Db.Households.AsNoTracking().VisibleTo(Db, Reader, Clock.Now()).Where(h => ids.Contains(h.Id))
            .ToDictionaryAsync(h => h.Id, h => h.Reference ?? h.Name, Cancel);
        var first = await Db.Plans.AsNoTracking().Where(p => p.Practice == Practice && p.EndedAt == null && p.PracticeVersionId != Versions[0].Id)
            .GroupBy(p => p.PracticeVersionId).OrderByDescending(g => g.Count()).Select(g => (Guid?)g.Key).FirstOrDefaultAsync(Cancel);
        Differences = Versions.FirstOrDefault(v => v.Id == first) is { } from ? new DifferenceList(await OfAsync(from), Definition, this) : null;
        AddCrumb(Texts.Title, $"/practices/{Practice}");
        AddCrumb(Text["practices.move"]);
        return Page();
    }
}
