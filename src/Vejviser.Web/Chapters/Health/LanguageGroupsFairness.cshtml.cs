using Vejviser.Core.Chapters.Health.Groups;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Fairness;
using Vejviser.Web.Engine.Fairness;

namespace Vejviser.Web.Chapters.Health;

/// <summary>Whether seats in groups of one language are shared out alike.</summary>
public sealed class LanguageGroupsFairnessModel(EffectivePractices practices) : FairnessPage
{
    protected override string Key => "groups";

    protected override (string Address, string Title) Match => ("/language-groups", Text["groups.title"]);

    protected override Task<FairnessFigures> ReadAsync(VejviserDb db, DateOnly from, DateOnly today, CancellationToken cancel) => GroupFairness.ReadAsync(db, practices, from, today, cancel);
}
