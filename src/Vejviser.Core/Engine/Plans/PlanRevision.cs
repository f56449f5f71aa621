using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;

namespace Vejviser.Core.Engine.Plans;

/// <summary>
/// How a plan's tasks become those that are wanted now. What is done or skipped stays, and so does an open task that somebody has
/// ticked, commented or given evidence: nothing a person wrote is lost.
/// </summary>
internal sealed record PlanRevision(IReadOnlyList<ComputedTask> Added, IReadOnlyList<PlanTask> Removed, IReadOnlyList<(PlanTask Task, ComputedTask Wanted)> Kept)
{
    public static readonly PlanRevision None = new([], [], []);

    /// <param name="written">Ids of tasks that carry a tick, a comment or evidence.</param>
    public static PlanRevision Between(IReadOnlyList<PlanTask> tasks, IReadOnlyList<ComputedTask> wanted, IReadOnlySet<Guid> written)
    {
        var byKey = tasks.Where(t => t.Step != Step.Own).ToDictionary(t => (t.Step, t.PersonId));
        var wantedKeys = wanted.Select(w => (w.Step.Id, w.PersonId)).ToHashSet();
        return new PlanRevision(
            [.. wanted.Where(w => !byKey.ContainsKey((w.Step.Id, w.PersonId)))],
            [.. byKey.Where(t => t.Value.State == TaskState.Open && !wantedKeys.Contains(t.Key) && !written.Contains(t.Value.Id)).Select(t => t.Value)],
            [.. wanted.Where(w => byKey.ContainsKey((w.Step.Id, w.PersonId))).Select(w => (byKey[(w.Step.Id, w.PersonId)], w))]);
    }

    /// <summary>The revision that a new law date asks for.</summary>
    public static async Task<PlanRevision> ForShiftAsync(VejviserDb db, PlanLaw law, PlanShift shift, IReadOnlyList<PlanTask> tasks, CancellationToken cancel)
    {
        var wanted = await WantedAsync(db, law, shift.Plan, shift.Definition, shift.Anchors, shift.LawDate, cancel);
        return Between(tasks, wanted, await WrittenAsync(db, [shift.Plan.Id], cancel));
    }

    public static async Task<IReadOnlyList<ComputedTask>> WantedAsync(
        VejviserDb db, PlanLaw law, Plan plan, PracticeDefinition definition, IReadOnlyDictionary<string, DateOnly> anchors, DateOnly lawDate, CancellationToken cancel)
    {
        var household = await db.Households.AsNoTracking().SingleAsync(h => h.Id == plan.HouseholdId, cancel);
        var people = await db.People.AsNoTracking().Where(p => p.HouseholdId == plan.HouseholdId).ToListAsync(cancel);
        return PlanComputation.Compute(definition, anchors, lawDate, HouseholdFacts.Of(household, people), await law.CalendarAsync(db, cancel), plan.PersonId);
    }

    public static async Task<HashSet<Guid>> WrittenAsync(VejviserDb db, IReadOnlyCollection<Guid> plans, CancellationToken cancel) =>
        await db.PlanTasks
            .Where(t => plans.Contains(t.PlanId) && t.State == TaskState.Open)
            .Where(t => db.TaskTicks.Any(x => x.TaskId == t.Id) || db.TaskComments.Any(x => x.TaskId == t.Id) || db.TaskEvidence.Any(x => x.TaskId == t.Id))
            .Select(t => t.Id)
            .ToHashSetAsync(cancel);
}
