using Vejviser.Core.Data;

namespace Vejviser.Core.Engine.Plans;

/// <summary>What a shift does to a plan's tasks, one by one: for a preview.</summary>
internal static class PlanMoves
{
    public static async Task<PlanMove> OfAsync(VejviserDb db, PlanLaw law, PlanShift shift, IReadOnlyList<PlanTask> tasks, CancellationToken cancel)
    {
        var revision = shift.CrossesLaw ? await PlanRevision.ForShiftAsync(db, law, shift, tasks, cancel) : PlanRevision.None;
        var moves = new List<TaskMove>();
        var stays = new List<TaskStay>();
        foreach (var t in tasks.Where(t => !revision.Removed.Contains(t)))
        {
            if (shift.StaysBecause(t.State, t.IsPinned, t.Step, t.Due) is { } why)
                stays.Add(new(t.Id, t.Step, t.PersonId, t.Due, why));
            else
                moves.Add(new(t.Id, t.Step, t.PersonId, t.Due, shift.Dates[t.Step]));
        }

        return new PlanMove(
            shift.Plan.Id, shift.Plan.HouseholdId, shift.Plan.Practice, shift.Changes, moves, stays,
            [.. revision.Added.Select(a => new TaskChangeOfPlan(null, a.Step.Id, a.PersonId, a.Due, a.Step.Owner))],
            [.. revision.Removed.Select(r => new TaskChangeOfPlan(r.Id, r.Step, r.PersonId, r.Due, r.OwnerRole))]);
    }
}
