using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;

namespace Vejviser.Core.Engine.Plans;

/// <summary>Carries a revision out on tracked tasks, loaded with what they block; the caller saves.</summary>
internal static class PlanReviser
{
    /// <summary>Loads what a shift to another law revises, and revises it.</summary>
    public static async Task ReviseAsync(VejviserDb db, EffectivePractices practices, PlanLaw law, PlanShift shift, CancellationToken cancel)
    {
        var plan = shift.Plan;
        var tasks = await db.PlanTasks.Include(t => t.Blocks).Where(t => t.PlanId == plan.Id).ToListAsync(cancel);
        var revision = await PlanRevision.ForShiftAsync(db, law, shift, tasks, cancel);
        var version = await db.PracticeVersions.AsNoTracking().SingleAsync(v => v.Id == plan.PracticeVersionId, cancel);
        await ApplyAsync(db, await PlanBuilder.LoadAsync(db, practices, law, version, cancel), plan, revision, cancel);
    }

    public static async Task ApplyAsync(VejviserDb db, PlanBuilder builder, Plan plan, PlanRevision revision, CancellationToken cancel)
    {
        db.PlanTasks.RemoveRange(revision.Removed);
        var added = revision.Added.Select(a => builder.TaskOf(plan, a)).ToList();
        db.PlanTasks.AddRange(added);
        foreach (var (task, wanted) in revision.Kept)
            Follow(builder, task, wanted);
        var owners = added.Concat(revision.Kept.Select(k => k.Task)).Select(t => (t.OwnerUnitId, t.OwnerAccountId)).Distinct();
        await TaskAccess.GiveAsync(db, plan.HouseholdId, owners, cancel);
    }

    /// <summary>An open task takes date and owner of the definition; a date set by hand stays, and so does an owner while the role is the same.</summary>
    private static void Follow(PlanBuilder builder, PlanTask task, ComputedTask wanted)
    {
        foreach (var gone in task.Blocks.Where(b => !wanted.Step.Blocks.Contains(b.Goal)).ToList())
            task.Blocks.Remove(gone);
        foreach (var goal in wanted.Step.Blocks.Where(g => task.Blocks.TrueForAll(b => b.Goal != g)))
            task.Blocks.Add(new PlanTaskBlock { TaskId = task.Id, Goal = goal });
        var before = (task.Due, task.OwnerRole, task.Order, task.NotKnown, task.OwnTitle);
        task.Order = wanted.Order;
        task.OwnTitle = null;
        if (task.State == TaskState.Open)
        {
            task.NotKnown = PlanBuilder.NotKnown(wanted);
            if (!task.IsPinned)
                task.Due = wanted.Due;
            if (task.OwnerRole != wanted.Step.Owner)
            {
                task.OwnerRole = wanted.Step.Owner;
                builder.GiveToRole(task);
            }
        }

        if (before != (task.Due, task.OwnerRole, task.Order, task.NotKnown, task.OwnTitle))
            task.Version++;
    }
}
