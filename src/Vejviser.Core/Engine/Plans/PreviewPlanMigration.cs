using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Engine.Plans;

public sealed record TaskOwnerChange(Guid TaskId, string Step, Guid? PersonId, string FromRole, string ToRole);

/// <param name="Stays">Open tasks that are as they were.</param>
/// <param name="Closed">Done and skipped tasks, which stay.</param>
/// <param name="KeptForWhatIsWritten">Open tasks the version no longer has, kept for their ticks, comments or evidence.</param>
public sealed record PlanMigrationPreview(
    Guid PlanId, Guid HouseholdId, IReadOnlyList<TaskChangeOfPlan> Added, IReadOnlyList<TaskChangeOfPlan> Removed, IReadOnlyList<TaskMove> Moves,
    IReadOnlyList<TaskOwnerChange> OwnerChanges, int Stays, int Closed, int KeptForWhatIsWritten);

/// <param name="Differences">Between the version most of the plans follow and the new one.</param>
/// <param name="Token">For <see cref="MovePlansToVersion"/>.</param>
public sealed record MigrationPreview(string Token, IReadOnlyList<PracticeDifference> Differences, IReadOnlyList<PlanMigrationPreview> Plans);

/// <summary>What running plans would become under another version. Changes nothing. Failure: <c>practices.unknown-version</c>.</summary>
public sealed class PreviewPlanMigration(VejviserDb db, EffectivePractices practices, PlanLaw law)
{
    public async Task<Result<MigrationPreview>> RunAsync(PlanMigrationInput input, CancellationToken cancel = default)
    {
        var loaded = await PlanMigrations.LoadAsync(db, practices, law, input, cancel);
        if (!loaded.IsSuccess)
            return loaded.Failure;
        var plans = loaded.Value.Plans;
        var from = plans.GroupBy(p => p.Before).MaxBy(g => g.Count())?.Key;
        return new MigrationPreview(
            await loaded.Value.TokenAsync(db, input, cancel),
            from is null ? [] : PracticeDifference.Between(from, loaded.Value.Builder.Definition),
            [.. plans.Select(Of)]);
    }

    private static PlanMigrationPreview Of(PlanMigration plan)
    {
        var open = plan.Revision.Kept.Where(k => k.Task.State == TaskState.Open).ToList();
        var moves = open.Where(k => !k.Task.IsPinned && k.Task.Due != k.Wanted.Due)
            .Select(k => new TaskMove(k.Task.Id, k.Task.Step, k.Task.PersonId, k.Task.Due, k.Wanted.Due)).ToList();
        var owners = open.Where(k => k.Task.OwnerRole != k.Wanted.Step.Owner)
            .Select(k => new TaskOwnerChange(k.Task.Id, k.Task.Step, k.Task.PersonId, k.Task.OwnerRole, k.Wanted.Step.Owner)).ToList();
        var changed = moves.Select(m => m.TaskId).Concat(owners.Select(o => o.TaskId)).ToHashSet();
        var allOpen = plan.Tasks.Count(t => t.State == TaskState.Open);
        var ownOpen = plan.Tasks.Count(t => t.State == TaskState.Open && t.Step == Step.Own);
        return new PlanMigrationPreview(
            plan.Plan.Id, plan.Plan.HouseholdId,
            [.. plan.Revision.Added.Select(a => new TaskChangeOfPlan(null, a.Step.Id, a.PersonId, a.Due, a.Step.Owner))],
            [.. plan.Revision.Removed.Select(r => new TaskChangeOfPlan(r.Id, r.Step, r.PersonId, r.Due, r.OwnerRole))],
            moves, owners, open.Count - changed.Count + ownOpen, plan.Tasks.Count - allOpen,
            allOpen - ownOpen - open.Count - plan.Revision.Removed.Count);
    }
}
