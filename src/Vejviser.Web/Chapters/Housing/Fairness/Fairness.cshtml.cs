using Microsoft.AspNetCore.Mvc;
using Vejviser.Core.Chapters.Housing.Fairness;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Law;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Chapters.Housing.Fairness;

/// <summary>Whether homes are shared out alike: waiting, share placed and rent burden by language, sex and family size. Small groups are not shown, nor what would tell about them.</summary>
public sealed class FairnessModel(EffectivePractices practices, LawBook law, FairnessWords words) : VejviserPage
{
    private const int YearsBack = 5;

    [BindProperty(SupportsGet = true, Name = "year")]
    public int? Year { get; set; }

    public FairnessFigures Figures { get; private set; } = null!;

    public string Name(FairnessBy by, FairnessGroup group) => words.Name(by, group);

    public async Task OnGetAsync()
    {
        ModelState.Clear();
        var year = Year is { } asked && asked <= Today.Year && asked > Today.Year - YearsBack ? asked : Today.Year;
        Figures = await FairnessFigures.ReadAsync(Db, practices, law, new DateOnly(year, 1, 1), Today, Cancel);
        AddCrumb(Text["housing.title"], "/housing");
        AddCrumb(Text["housing.tab.needs"], "/housing/needs");
        AddCrumb(Text["housing.fairness.title"]);
    }
}
