using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Engine.Plans.Enrolment;

public sealed record ResumePlanInput(Guid PlanId);

/// <summary>
/// Lets a paused plan go on. Its own dates, the start and those given at enrolment, move by the days it stood still, and open tasks with
/// them; dates of the household and the law stay. Failures: <c>plans.unknown</c>, <c>plans.not-paused</c>.
/// </summary>
public sealed class ResumePlan(VejviserDb db, EffectivePractices practices, PlanLaw law)
{
    public Task<Result<Done>> RunAsync(ResumePlanInput input, AuditContext audit, CancellationToken cancel = default) =>
        PlanChange.RunAsync(db, input.PlanId, audit, p => DecideAsync(p, audit, cancel), cancel: cancel);

    private async Task<Result<IReadOnlyCollection<AuditSubject>>> DecideAsync(Plan plan, AuditContext audit, CancellationToken cancel)
    {
        if (plan is not { State: PlanState.Paused, PausedOn: { } from })
            return Failure.Of("plans.not-paused");
        var days = audit.Day.DayNumber - from.DayNumber;
        var definition = await practices.OfAsync(db, plan.PracticeVersionId, cancel);
        foreach (var anchor in plan.Anchors.Where(a => definition.FindAnchor(a.Name)?.Source == AnchorSource.Enrolment))
            anchor.Date = anchor.Date.AddDays(days);
        (plan.State, plan.PausedOn, plan.PausedUntil) = (PlanState.Running, null, null);

        var calendar = await law.CalendarAsync(db, cancel);
        var dates = PlanComputation.Dates(definition, plan.Anchors.ToDictionary(a => a.Name, a => a.Date), calendar);
        foreach (var task in await db.PlanTasks.Where(t => t.PlanId == plan.Id && t.State == TaskState.Resting).ToListAsync(cancel))
        {
            task.State = TaskState.Open;
            if (!task.IsPinned)
                task.Due = dates.TryGetValue(task.Step, out var due) ? due : task.Due;
            task.Version++;
        }

        return (AuditSubject[])[PlanChange.Subject(plan, PlanChange.States(PlanState.Paused, PlanState.Running), ("days", days))];
    }
}
