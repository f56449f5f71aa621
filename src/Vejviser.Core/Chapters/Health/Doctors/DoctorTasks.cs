using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Foundation.Audit;

namespace Vejviser.Core.Chapters.Health.Doctors;

/// <summary>Tasks of the practice that a fact has done.</summary>
internal static class DoctorTasks
{
    /// <summary>Closes them in the context; the caller saves.</summary>
    public static async Task<IReadOnlyList<AuditSubject>> CloseAsync(VejviserDb db, IReadOnlyCollection<Guid> people, Expression<Func<PlanTask, bool>> which, AuditContext audit, CancellationToken cancel)
    {
        var tasks = await db.PlanTasks.Where(t => t.Practice == DoctorPolicy.Practice && t.State == TaskState.Open && db.Plans.Any(p => p.Id == t.PlanId && p.State == PlanState.Running && people.Contains(p.PersonId!.Value)))
            .Where(which).ToListAsync(cancel);
        foreach (var task in tasks)
        {
            (task.State, task.ClosedAt, task.ClosedBy) = (TaskState.Done, audit.At, audit.Actor);
            task.Version++;
        }

        return tasks.ConvertAll(t => new AuditSubject(t.PersonId, t.HouseholdId, "plan-task", t.Id, TaskChange.StateDetails(t, TaskState.Open)));
    }
}
