using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Audit;

namespace Vejviser.Core.Engine.Plans.Enrolment;

/// <summary>Gives free seats to those who have waited longest: their plans get dates and tasks by the newest version.</summary>
internal static class FillSeats
{
    /// <returns>The practices that somebody left because their plan began.</returns>
    public static async Task<IReadOnlyCollection<string>> RunAsync(VejviserDb db, EffectivePractices practices, PlanLaw law, PlanEffects effects, string practice, AuditContext audit, CancellationToken cancel)
    {
        if (!await db.Plans.AnyAsync(p => p.Practice == practice && p.State == PlanState.Waiting, cancel)
            || await PlanBuilder.LoadAsync(db, practices, law, practice, cancel) is not { } builder)
            return [];
        var begun = false;
        while (await Seats.NextAsync(db, builder.Definition, cancel) is var (plan, seat))
        {
            var household = await db.Households.SingleAsync(h => h.Id == plan.HouseholdId, cancel);
            var people = await db.People.Where(p => p.HouseholdId == household.Id && p.MergedIntoId == null).ToListAsync(cancel);
            var built = builder.Begin(plan, household, people, Dates(builder.Definition, plan, audit.Day), audit.At);
            begun = true;
            plan.Seat = seat;
            plan.Version++;
            db.PlanTasks.AddRange(built.Tasks);
            await TaskAccess.GiveAsync(db, household.Id, built.Tasks.Select(t => (t.OwnerUnitId, t.OwnerAccountId)), cancel);
            await effects.SkipWhatOthersGaveAsync(db, plan, built.Tasks, audit, cancel);
            var subjects = (AuditSubject[])[PlanChange.Subject(plan, PlanChange.States(PlanState.Waiting, PlanState.Running)), .. await effects.ApplyAsync(db, plan, builder.Definition, EffectOn.Started, audit, cancel)];
            await db.SaveAsync(audit with { Action = "plans.seat-next", Actor = null, CommandId = null, Reason = null }, subjects, cancel);
        }

        return begun ? builder.Definition.EndedOn(EffectOn.Started) : [];
    }

    /// <summary>A start that has passed while the plan waited is today.</summary>
    private static Dictionary<string, DateOnly> Dates(PracticeDefinition definition, Plan plan, DateOnly today)
    {
        var dates = PlanAnchors.With(new Dictionary<string, DateOnly>(), definition, plan);
        if (dates.TryGetValue(Anchor.Start, out var start) && start < today)
            dates[Anchor.Start] = today;
        return dates;
    }
}
