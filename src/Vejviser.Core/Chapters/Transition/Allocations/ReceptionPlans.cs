using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Foundation.Audit;

namespace Vejviser.Core.Chapters.Transition.Allocations;

/// <summary>The reception plan of each household that arrives by file.</summary>
public sealed class ReceptionPlans(EffectivePractices practices, PlanLaw law)
{
    private const string Practice = "reception-plan";

    /// <summary>As <see cref="StartReceptionPlans"/> has it. A municipality that has not taken the practice up does so with its first household, as the catalogue has it.</summary>
    public async Task<StartedPlans> StartAsync(VejviserDb db, IReadOnlyList<NewHousehold> arrived, AuditContext audit, CancellationToken cancel)
    {
        var subjects = new List<AuditSubject>(arrived.Count + 1);
        var version = await EffectivePractices.NewestAsync(db, Practice, cancel) ?? TakeUp(db, audit, subjects);
        var builder = await PlanBuilder.LoadAsync(db, practices, law, version, cancel);
        var plans = new List<BuiltPlan>(arrived.Count);
        foreach (var (household, people, _, _) in arrived)
        {
            var built = builder.Build(household, people, audit.At);
            plans.Add(built);
            subjects.Add(new AuditSubject(
                HouseholdId: household.Id, Entity: "plan", EntityId: built.Plan.Id,
                Details: AuditDetails.Of(("practice", Practice), ("version", version.Number), ("tasks", built.Tasks.Count))));
        }

        return new StartedPlans(subjects, plans);
    }

    private PracticeVersion TakeUp(VejviserDb db, AuditContext audit, List<AuditSubject> subjects)
    {
        var definition = practices.Catalogue.Find(Practice) ?? throw new InvalidOperationException($"The catalogue has no {Practice}.");
        var version = new PracticeVersion
        {
            Practice = Practice, Number = 1, Changes = (PracticeChanges.None with { CatalogueVersion = definition.Version }).ToJson(), PublishedAt = audit.At, PublishedBy = audit.Actor,
        };
        db.PracticeVersions.Add(version);
        subjects.Add(new AuditSubject(Entity: "practice-version", EntityId: version.Id, Details: AuditDetails.Of(("practice", Practice), ("number", version.Number))));
        return version;
    }
}
