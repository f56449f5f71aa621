using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Foundation.Audit;

namespace Vejviser.Core.Chapters.Transition.Allocations;

/// <summary>The reception plan of each household that arrives by file.</summary>
public static class ReceptionPlans
{
    public const string Practice = "reception-plan";

    /// <summary>
    /// Starts the plan by the municipality's newest version. A municipality that has not adopted the practice adopts it as the catalogue
    /// has it with its first file: nobody arrives without a plan.
    /// </summary>
    public static StartReceptionPlans Starting(EffectivePractices practices, PlanLaw law) => async (db, arrived, audit, cancel) =>
    {
        var subjects = new List<AuditSubject>();
        var version = await EffectivePractices.NewestAsync(db, Practice, cancel);
        if (version is null)
        {
            var asInCatalogue = new PracticeChanges { CatalogueVersion = practices.Catalogue.Find(Practice)!.Version };
            version = new PracticeVersion { Practice = Practice, Number = 1, Changes = asInCatalogue.ToJson(), PublishedAt = audit.At, PublishedBy = audit.Actor };
            db.PracticeVersions.Add(version);
            subjects.Add(new AuditSubject(Entity: "practice-version", EntityId: version.Id));
        }

        var builder = await PlanBuilder.LoadAsync(db, practices, law, version, cancel);
        foreach (var (household, people) in arrived.Select(a => (a.Household, a.People)))
        {
            var plan = builder.Build(household, people, audit.At);
            plan.AddTo(db);
            subjects.Add(new AuditSubject(HouseholdId: household.Id, Entity: "plan", EntityId: plan.Plan.Id));
        }

        return subjects;
    };
}
