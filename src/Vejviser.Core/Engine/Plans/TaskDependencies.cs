using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;

namespace Vejviser.Core.Engine.Plans;

/// <summary>A task that stands open before another can be finished.</summary>
public sealed record OpenDependency(Guid TaskId, string Step, Guid? PersonId);

public static class TaskDependencies
{
    /// <summary>
    /// The open tasks of the same plan that <paramref name="task"/> waits for: of a person's task the same person's and the household's, of the
    /// household's task everybody's.
    /// </summary>
    public static async Task<IReadOnlyList<OpenDependency>> OpenAsync(VejviserDb db, PlanTask task, PracticeDefinition definition, CancellationToken cancel)
    {
        if (definition.FindStep(task.Step)?.After is not { Count: > 0 } after)
            return [];
        return await db.PlanTasks
            .Where(t => t.PlanId == task.PlanId && (t.State == TaskState.Open || t.State == TaskState.Resting) && after.Contains(t.Step))
            .Where(t => task.PersonId == null || t.PersonId == null || t.PersonId == task.PersonId)
            .OrderBy(t => t.Order)
            .Select(t => new OpenDependency(t.Id, t.Step, t.PersonId))
            .ToListAsync(cancel);
    }
}
