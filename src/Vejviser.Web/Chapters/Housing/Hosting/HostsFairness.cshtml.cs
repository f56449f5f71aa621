using Vejviser.Core.Chapters.Housing.Hosting;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Fairness;
using Vejviser.Web.Engine.Fairness;

namespace Vejviser.Web.Chapters.Housing.Hosting;

/// <summary>Whether private hosts are shared out alike.</summary>
public sealed class HostsFairnessModel(EffectivePractices practices) : FairnessPage
{
    protected override string Key => "hosts";

    protected override (string Address, string Title) Match => ("/housing/hosts", Text["hosting.title"]);

    protected override Task<FairnessFigures> ReadAsync(VejviserDb db, DateOnly from, DateOnly today, CancellationToken cancel) => HostFairness.ReadAsync(db, practices, from, today, cancel);
}
