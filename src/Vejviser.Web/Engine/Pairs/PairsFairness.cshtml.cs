using Microsoft.AspNetCore.Mvc;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Pairs;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Common;
using Vejviser.Web.Engine.Fairness;

namespace Vejviser.Web.Engine.Pairs;

/// <summary>Whether a practice's volunteers are shared out alike; its file asks for the permission to export beside the page's own.</summary>
public sealed class PairsFairnessModel(PairPractices all, EffectivePractices practices, PairWords words, FairnessWords fairness, FairnessShare share) : PairsPage(all, practices, words)
{
    private readonly EffectivePractices effective = practices;

    [BindProperty(SupportsGet = true, Name = "year")]
    public int? Year { get; set; }

    public FairnessView View { get; private set; } = null!;

    public async Task OnGetAsync()
    {
        var (practice, from, today) = (Practice, First, Today);
        Show(await share.ReadAsync(practice.Key, from, db => PairFairness.ReadAsync(db, effective, practice, from, today, CancellationToken.None), Cancel));
    }

    public async Task<IActionResult> OnGetExportAsync(string? format)
    {
        if (!Reader.May(Permissions.Export))
            return Forbid();
        Show(new CountedFairness(await PairFairness.ReadAsync(Db, effective, Practice, First, Today, Cancel), Clock.Now()));
        return await fairness.FileAsync(View, format, Cancel);
    }

    private DateOnly First => FairnessView.FirstOf(Year, Today);

    private void Show(CountedFairness counted)
    {
        ModelState.Clear();
        var address = Address + "/fairness";
        View = new FairnessView(Practice.Key, address, address + "?handler=Export&", counted.Figures, counted.At, Today);
        AddCrumbs(Text["fairness.title"]);
    }
}
