using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Engine.Plans;

/// <param name="VersionId">The version to follow from now on.</param>
/// <param name="Plans">These running plans; null for all that follow another version of the practice.</param>
public sealed record PlanMigrationInput(Guid VersionId, IReadOnlyList<Guid>? Plans = null);

/// <summary>One plan on its way to another version: loaded, computed, nothing changed yet.</summary>
internal sealed record PlanMigration(
    Plan Plan, PracticeDefinition Before, IReadOnlyList<PlanTask> Tasks, PlanRevision Revision, Dictionary<string, DateOnly> Anchors, DateOnly LawDate);

/// <summary>The plans of a move between versions. Preview and move ask the same.</summary>
internal sealed record PlanMigrations(PlanBuilder Builder, IReadOnlyList<PlanMigration> Plans)
{
    public static async Task<Result<PlanMigrations>> LoadAsync(
        VejviserDb db, EffectivePractices practices, PlanLaw law, PlanMigrationInput input, CancellationToken cancel)
    {
        if (await db.PracticeVersions.AsNoTracking().SingleOrDefaultAsync(v => v.Id == input.VersionId, cancel) is not { } version)
            return Failure.Of("practices.unknown-version", ("version", input.VersionId));
        var builder = await PlanBuilder.LoadAsync(db, practices, law, version, cancel);
        var wanted = db.Plans.Include(p => p.Anchors).Where(p => p.Practice == version.Practice && p.EndedAt == null && p.State != PlanState.Waiting && p.PracticeVersionId != version.Id);
        if (input.Plans is { } some)
            wanted = wanted.Where(p => some.Contains(p.Id));
        var plans = await wanted.OrderBy(p => p.Id).ToListAsync(cancel);
        var ids = plans.Select(p => p.Id).ToList();
        var householdIds = plans.Select(p => p.HouseholdId).ToList();
        var tasks = (await db.PlanTasks.Include(t => t.Blocks).Where(t => ids.Contains(t.PlanId)).OrderBy(t => t.Order).ToListAsync(cancel)).ToLookup(t => t.PlanId);
        var households = await db.Households.AsNoTracking().Where(h => householdIds.Contains(h.Id)).ToDictionaryAsync(h => h.Id, cancel);
        var people = (await db.People.AsNoTracking().Where(p => householdIds.Contains(p.HouseholdId)).ToListAsync(cancel)).ToLookup(p => p.HouseholdId);
        var written = await PlanRevision.WrittenAsync(db, ids, cancel);
        var result = new List<PlanMigration>();
        foreach (var plan in plans)
        {
            var household = households[plan.HouseholdId];
            var anchors = PlanAnchors.Resolve(builder.Definition, PlanAnchors.With(PlanAnchors.Given(household), builder.Definition, plan), household.Basis, law.Anchor);
            var lawDate = PlanAnchors.LawDate(anchors, plan.LawDate);
            var computed = PlanComputation.Compute(builder.Definition, anchors, lawDate, HouseholdFacts.Of(household, people[household.Id]), builder.Calendar, plan.PersonId);
            var theirs = tasks[plan.Id].ToList();
            result.Add(new(plan, await practices.OfAsync(db, plan.PracticeVersionId, cancel), theirs, PlanRevision.Between(theirs, computed, written), anchors, lawDate));
        }

        return new PlanMigrations(builder, result);
    }

    public Task<string> TokenAsync(VejviserDb db, PlanMigrationInput input, CancellationToken cancel) =>
        PlanFingerprint.OfAsync(db, $"to {input.VersionId}", [.. Plans.Select(p => p.Plan.Id)], cancel);
}
