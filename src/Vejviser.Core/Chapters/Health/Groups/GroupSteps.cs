using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Chapters.Health.Groups;

/// <summary>A step that is the whole group's: it stands in everybody's plan and is done once.</summary>
/// <param name="Open">Plans in which it is open.</param>
public sealed record GroupStep(string Step, DateOnly? Due, int Open, int Done, bool NeedsNote);

/// <summary>The steps of a formed group: room, food, leaflets, invitation, the evaluations midway and at the end; done for all of it at once. Failures: <c>groups.forbidden</c>, <c>groups.unknown-group</c>, <c>groups.unknown-step</c>, and those of <see cref="CompleteTask"/>.</summary>
public sealed class GroupSteps(VejviserDb db, EffectivePractices practices, CompleteTask complete)
{
    public async Task<IReadOnlyList<GroupStep>> ReadAsync(Guid course, CancellationToken cancel)
    {
        var definition = (await practices.InUseAsync(db, GroupPolicy.Practice, cancel))!;
        var steps = definition.Steps.Where(s => GroupPolicy.GroupPhases.Contains(s.Phase)).ToList();
        var tasks = (await Tasks(course).AsNoTracking().Select(t => new { t.Step, t.Due, t.State }).ToListAsync(cancel)).ToLookup(t => t.Step);
        return [.. steps.Where(s => tasks[s.Id].Any()).Select(s => new GroupStep(s.Id, tasks[s.Id].Min(t => t.Due), tasks[s.Id].Count(t => t.State == TaskState.Open), tasks[s.Id].Count(t => t.State == TaskState.Done), s.IsEvidenceRequired))];
    }

    public async Task<Result<int>> FinishAsync(Guid course, string step, string? note, Reader who, AuditContext audit, CancellationToken cancel)
    {
        if (!who.May(Permissions.HealthEdit))
            return Failure.Of("groups.forbidden");
        if (!await db.GroupCourses.AnyAsync(g => g.CourseId == course, cancel))
            return Failure.Of("groups.unknown-group");
        if ((await practices.InUseAsync(db, GroupPolicy.Practice, cancel))!.FindStep(step) is not { } found || !GroupPolicy.GroupPhases.Contains(found.Phase))
            return Failure.Of("groups.unknown-step");
        var open = await Tasks(course).Where(t => t.Step == step && t.State == TaskState.Open).OrderBy(t => t.Id).Select(t => t.Id).ToListAsync(cancel);
        await using var all = await db.Database.BeginTransactionAsync(cancel);
        foreach (var task in open)
        {
            var done = await complete.RunAsync(new CompleteTaskInput(task, note), audit with { CommandId = null }, cancel);
            if (!done.IsSuccess)
                return done.Failure;
        }

        await all.CommitAsync(cancel);
        return open.Count;
    }

    private IQueryable<PlanTask> Tasks(Guid course) => db.PlanTasks.Where(t => t.Practice == GroupPolicy.Practice
        && db.Plans.Any(p => p.Id == t.PlanId && db.CoursePlaces.Any(c => c.CourseId == course && c.PersonId == p.PersonId && c.LeftOn == null)));
}
