using Vejviser.Core.Chapters.Housing.Fairness;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Fairness;
using Vejviser.Core.Foundation.Law;
using Vejviser.Web.Engine.Fairness;

namespace Vejviser.Web.Chapters.Housing.Fairness;

/// <summary>Whether homes are shared out alike; the burden of rent beside.</summary>
public sealed class FairnessModel(EffectivePractices practices, LawBook law) : FairnessPage
{
    protected override string Key => "homes";

    protected override (string Address, string Title) Match => ("/housing", Text["housing.title"]);

    protected override Task<FairnessFigures> ReadAsync(VejviserDb db, DateOnly from, DateOnly today, CancellationToken cancel) => HousingFairness.ReadAsync(db, practices, law, from, today, cancel);
}
