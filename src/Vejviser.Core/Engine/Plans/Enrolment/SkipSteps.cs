using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Audit;

namespace Vejviser.Core.Engine.Plans.Enrolment;

/// <summary>Skips open steps of another practice that the same people run: what they bring along need not be done again.</summary>
public sealed class SkipSteps : IPlanEffect
{
    public EffectKind Kind => EffectKind.SkipSteps;

    public async Task<IReadOnlyCollection<AuditSubject>> ApplyAsync(VejviserDb db, PlanEvent happened, AuditContext audit, CancellationToken cancel)
    {
        var (plan, effect) = happened;
        var tasks = await db.PlanTasks
            .Where(t => t.HouseholdId == plan.HouseholdId && t.Practice == effect.Practice && (t.State == TaskState.Open || t.State == TaskState.Resting) && effect.Steps.Contains(t.Step))
            .Where(t => plan.PersonId == null || t.PersonId == null || t.PersonId == plan.PersonId)
            .ToListAsync(cancel);
        Skip(tasks, plan.Practice, audit);
        return [.. tasks.Select(t => new AuditSubject(t.PersonId, t.HouseholdId, "plan-task", t.Id, AuditDetails.Of(("step", t.Step), ("skipped-by", plan.Practice))))];
    }

    internal static void Skip(IEnumerable<PlanTask> tasks, string practice, AuditContext audit)
    {
        foreach (var task in tasks)
        {
            (task.State, task.ClosedAt, task.ClosedBy, task.SkipReason) = (TaskState.Skipped, audit.At, audit.Actor, SkipReasons.GivenBy(practice));
            task.Version++;
        }
    }
}
