using Microsoft.AspNetCore.Mvc;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Pairs;
using Vejviser.Core.Foundation.Access;
using Vejviser.Web.Engine.Fairness;

namespace Vejviser.Web.Engine.Pairs;

/// <summary>Whether a practice's volunteers are shared out alike; its file asks for the permission to export beside the page's own.</summary>
public sealed class PairsFairnessModel(PairPractices all, EffectivePractices practices, PairWords words, FairnessWords fairness) : PairsPage(all, practices, words)
{
    private readonly EffectivePractices effective = practices;

    [BindProperty(SupportsGet = true, Name = "year")]
    public int? Year { get; set; }

    public FairnessView View { get; private set; } = null!;

    public async Task OnGetAsync() => await ShowAsync();

    public async Task<IActionResult> OnGetExportAsync(string? format)
    {
        if (!Reader.May(Permissions.Export))
            return Forbid();
        await ShowAsync();
        return await fairness.FileAsync(View, format, Cancel);
    }

    private async Task ShowAsync()
    {
        ModelState.Clear();
        var address = Address + "/fairness";
        var figures = await PairFairness.ReadAsync(Db, effective, Practice, FairnessView.FirstOf(Year, Today), Today, Cancel);
        View = new FairnessView(Practice.Key, address, address + "?handler=Export&", figures, Today);
        AddCrumbs(Text["fairness.title"]);
    }
}
