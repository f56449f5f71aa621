using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Foundation.Audit;

namespace Vejviser.Core.Engine.Plans;

/// <summary>Tasks that something registered elsewhere has done: a doctor given, a group formed. Nothing is asked that a person would be: the fact is the evidence.</summary>
public static class CloseByFact
{
    /// <summary>Closes the open ones of these in the context; the caller saves.</summary>
    /// <returns>What the audit notes of each.</returns>
    public static async Task<IReadOnlyList<AuditSubject>> RunAsync(IQueryable<PlanTask> tasks, AuditContext audit, CancellationToken cancel)
    {
        var open = await tasks.Where(t => t.State == TaskState.Open).ToListAsync(cancel);
        foreach (var task in open)
        {
            (task.State, task.ClosedAt, task.ClosedBy) = (TaskState.Done, audit.At, audit.Actor);
            task.Version++;
        }

        return open.ConvertAll(t => new AuditSubject(t.PersonId, t.HouseholdId, "plan-task", t.Id, TaskChange.StateDetails(t, TaskState.Open)));
    }
}
