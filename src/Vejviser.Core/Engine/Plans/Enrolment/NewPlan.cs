using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.People;

namespace Vejviser.Core.Engine.Plans.Enrolment;

/// <summary>Puts a new plan into the context: with its seat and tasks, or in line. The caller saves.</summary>
internal static class NewPlan
{
    public static async Task<Plan> AddAsync(
        VejviserDb db, PlanBuilder builder, Household household, IReadOnlyList<Person> people, PlanStart start, SeatFound seat, PlanEffects effects, AuditContext audit, CancellationToken cancel)
    {
        if (seat.IsFull)
        {
            var waiting = builder.Wait(household, start, audit.At);
            db.Plans.Add(waiting);
            return waiting;
        }

        var built = builder.Build(household, people, start, audit.At);
        built.Plan.Seat = seat.Number;
        db.Plans.Add(built.Plan);
        db.PlanTasks.AddRange(built.Tasks);
        await TaskAccess.GiveAsync(db, household.Id, built.Tasks.Select(t => (t.OwnerUnitId, t.OwnerAccountId)), cancel);
        await effects.SkipWhatOthersGaveAsync(db, built.Plan, built.Tasks, audit, cancel);
        return built.Plan;
    }
}
