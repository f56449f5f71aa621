using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Engine.Plans;

/// <param name="PreviewToken">Of <see cref="MigrationPreview"/>: where a plan changed since, none is moved. Null moves what is there.</param>
public sealed record MovePlansToVersionInput(PlanMigrationInput Migration, string? PreviewToken = null);

public sealed record MovedPlans(int Plans, bool WereMovedBefore = false);

/// <summary>
/// Lets running plans follow another version: open tasks come, go, and change date and owner; what is done or skipped stays.
/// Failures: <c>practices.unknown-version</c>, <c>plans.changed-since-preview</c>.
/// </summary>
public sealed class MovePlansToVersion(VejviserDb db, EffectivePractices practices, PlanLaw law)
{
    public async Task<Result<MovedPlans>> RunAsync(MovePlansToVersionInput input, AuditContext audit, CancellationToken cancel = default)
    {
        if (await db.IsHandledAsync(audit, cancel))
            return new MovedPlans(0, WereMovedBefore: true);
        db.ChangeTracker.Clear();
        var loaded = await PlanMigrations.LoadAsync(db, practices, law, input.Migration, cancel);
        if (!loaded.IsSuccess)
            return loaded.Failure;
        var (builder, plans) = loaded.Value;
        if (input.PreviewToken is { } token && token != await loaded.Value.TokenAsync(db, input.Migration, cancel))
            return Failure.Of("plans.changed-since-preview");

        var subjects = new List<AuditSubject>();
        foreach (var migration in plans)
        {
            subjects.Add(Subject(migration, builder));
            KeepTitles(migration, builder.Definition);
            await PlanReviser.ApplyAsync(db, builder, migration.Plan, migration.Revision, cancel);
            Follow(migration, builder);
        }

        // Every task and plan carries its version: one that was changed since it was read stops the whole move.
        return await db.SaveAsync(audit, subjects, cancel) switch
        {
            SaveOutcome.Saved => new MovedPlans(plans.Count),
            SaveOutcome.AlreadyDone => new MovedPlans(0, WereMovedBefore: true),
            _ => Failure.Of("plans.changed-since-preview"),
        };
    }

    private static void Follow(PlanMigration migration, PlanBuilder builder)
    {
        var plan = migration.Plan;
        (plan.PracticeVersionId, plan.LawDate) = (builder.Version.Id, migration.LawDate);
        plan.Version++;
        plan.Anchors.RemoveAll(a => !migration.Anchors.ContainsKey(a.Name));
        foreach (var (name, date) in migration.Anchors)
        {
            if (plan.Anchors.Find(a => a.Name == name) is { } there)
                there.Date = date;
            else
                plan.Anchors.Add(new PlanAnchor { PlanId = plan.Id, Name = name, Date = date });
        }
    }

    /// <summary>A task that stays though the new version has no words for its step takes its old title along.</summary>
    private void KeepTitles(PlanMigration migration, PracticeDefinition after)
    {
        foreach (var task in migration.Tasks.Where(t => t.OwnTitle is null && !after.TextsIn("da").Steps.ContainsKey(t.Step) && !migration.Revision.Removed.Contains(t)))
        {
            task.OwnTitle = law.Title(migration.Before, task.Step, migration.Plan.LawDate, "da");
            task.Version++;
        }
    }

    private static AuditSubject Subject(PlanMigration migration, PlanBuilder builder) => new(
        HouseholdId: migration.Plan.HouseholdId, Entity: "plan", EntityId: migration.Plan.Id,
        Details: AuditDetails.Of(
            ("version", new[] { migration.Plan.PracticeVersionId, builder.Version.Id }),
            ("added", migration.Revision.Added.Count),
            ("removed", migration.Revision.Removed.Select(r => r.Step).ToList())));
}
