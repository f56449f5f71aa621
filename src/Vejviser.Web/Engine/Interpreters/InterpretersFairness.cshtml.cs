using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Fairness;
using Vejviser.Core.Engine.Interpreters;
using Vejviser.Web.Engine.Fairness;

namespace Vejviser.Web.Engine.Interpreters;

/// <summary>Whether meetings in each language get their interpreter alike.</summary>
public sealed class InterpretersFairnessModel(EffectivePractices practices) : FairnessPage
{
    protected override string Key => "interpreters";

    protected override (string Address, string Title) Match => ("/interpreters", Text["interpreters.title"]);

    protected override Task<FairnessFigures> ReadAsync(VejviserDb db, DateOnly from, DateOnly today, CancellationToken cancel) => InterpreterFairness.ReadAsync(db, practices, from, today, cancel);
}
