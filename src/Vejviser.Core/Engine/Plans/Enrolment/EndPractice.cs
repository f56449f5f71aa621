using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Audit;

namespace Vejviser.Core.Engine.Plans.Enrolment;

/// <summary>Ends another practice of the same people: they have moved on to this one.</summary>
public sealed class EndPractice : IPlanEffect
{
    public EffectKind Kind => EffectKind.EndPractice;

    public async Task<IReadOnlyCollection<AuditSubject>> ApplyAsync(VejviserDb db, PlanEvent happened, AuditContext audit, CancellationToken cancel)
    {
        var (from, effect) = happened;
        var plans = await db.Plans
            .Where(p => p.HouseholdId == from.HouseholdId && p.Practice == effect.Practice && p.EndedAt == null && (from.PersonId == null || p.PersonId == null || p.PersonId == from.PersonId))
            .ToListAsync(cancel);
        var subjects = new List<AuditSubject>();
        foreach (var plan in plans)
        {
            var before = plan.State;
            EndPlan.Close(plan, await db.PlanTasks.Where(t => t.PlanId == plan.Id).ToListAsync(cancel), PlanState.MovedOn, audit);
            plan.MovedOnTo = from.Practice;
            plan.Version++;
            subjects.Add(PlanChange.Subject(plan, PlanChange.States(before, plan.State), ("to", from.Practice)));
        }

        return subjects;
    }
}
