using Vejviser.Core.Chapters.Health.Doctors;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Fairness;
using Vejviser.Web.Engine.Fairness;

namespace Vejviser.Web.Chapters.Health;

/// <summary>Whether doctors are shared out alike.</summary>
public sealed class DoctorsFairnessModel(EffectivePractices practices) : FairnessPage
{
    protected override string Key => "doctors";

    protected override (string Address, string Title) Match => ("/doctors", Text["doctors.title"]);

    protected override Task<FairnessFigures> ReadAsync(VejviserDb db, DateOnly from, DateOnly today, CancellationToken cancel) => DoctorFairness.ReadAsync(db, practices, from, today, cancel);
}
