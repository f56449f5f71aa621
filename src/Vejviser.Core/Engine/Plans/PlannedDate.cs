using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;

namespace Vejviser.Core.Engine.Plans;

/// <summary>The date the plan gives a task as its anchors stand now.</summary>
internal static class PlannedDate
{
    /// <summary>The task's own date stays where the plan's version has no such step.</summary>
    public static async Task<DateOnly?> OfAsync(VejviserDb db, EffectivePractices practices, PlanLaw law, PlanTask task, CancellationToken cancel)
    {
        if ((await practices.OfPlanAsync(db, task.PlanId, cancel)).FindStep(task.Step) is not { } step)
            return task.Due;
        var anchors = await db.PlanAnchors.Where(a => a.PlanId == task.PlanId).ToDictionaryAsync(a => a.Name, a => a.Date, cancel);
        return step.Due.Compute(anchors, await law.CalendarAsync(db, cancel));
    }
}
