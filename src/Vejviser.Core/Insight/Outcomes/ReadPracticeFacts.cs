using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Insight.Outcomes;

/// <summary>Reads what the measures of a practice count, and nothing they do not.</summary>
internal static class ReadPracticeFacts
{
    public static async Task<PracticeFacts> RunAsync(VejviserDb db, PracticeDefinition definition, int? targetGroup, CancellationToken cancel)
    {
        var id = definition.Id;
        var counted = definition.Measures.SelectMany(m => new[] { m.Numerator, m.Denominator }).OfType<Countable>().ToList();
        var plans = await db.Plans.AsNoTracking().Where(p => p.Practice == id).Select(p => new { p.Id, p.State, p.StartedAt, p.EndedAt, IsSeated = p.State != PlanState.Waiting }).ToListAsync(cancel);
        var outcomes = counted.OfType<Countable.WithOutcome>().Any()
            ? await db.PlanOutcomes.AsNoTracking().Where(o => db.Plans.Any(p => p.Id == o.PlanId && p.Practice == id)).Select(o => new MeasuredOutcome(o.PlanId, o.Outcome, o.IsYes, o.On)).ToListAsync(cancel)
            : [];
        var offers = counted.OfType<Countable.Offers>().Any()
            ? await db.Offers.AsNoTracking().Where(o => o.Practice == id).Select(o => new MeasuredOffer(o.Answer, o.OfferedOn, o.AnsweredOn)).ToListAsync(cancel)
            : [];
        return new PracticeFacts(
            [.. plans.Select(p => new MeasuredPlan(p.Id, p.State, p.IsSeated ? TimeZones.DayOf(p.StartedAt) : null, Day(p.EndedAt)))],
            outcomes.ToLookup(o => o.PlanId),
            (await StepsAsync(db, id, [.. counted.OfType<Countable.StepDone>().Select(s => s.Step)], cancel)).ToLookup(s => s.PlanId),
            (await GoalsAsync(db, id, [.. counted.OfType<Countable.GoalReached>().Select(g => g.Goal)], cancel)).ToLookup(g => g.PlanId),
            offers,
            targetGroup);
    }

    private static async Task<IEnumerable<MeasuredStep>> StepsAsync(VejviserDb db, string practice, List<string> steps, CancellationToken cancel)
    {
        if (steps.Count == 0)
            return [];
        var rows = await db.PlanTasks.AsNoTracking().Where(t => t.Practice == practice && steps.Contains(t.Step) && t.State == TaskState.Done)
            .Select(t => new { t.PlanId, t.Step, t.State, t.Due, t.ClosedAt }).ToListAsync(cancel);
        return rows.Select(t => new MeasuredStep(t.PlanId, t.Step, t.State, t.Due, Day(t.ClosedAt)));
    }

    private static async Task<IEnumerable<MeasuredGoal>> GoalsAsync(VejviserDb db, string practice, List<string> goals, CancellationToken cancel)
    {
        if (goals.Count == 0)
            return [];
        var rows = await (from b in db.PlanTaskBlocks.AsNoTracking()
                          join t in db.PlanTasks.AsNoTracking() on b.TaskId equals t.Id
                          where goals.Contains(b.Goal) && t.Practice == practice
                          group t by new { t.PlanId, b.Goal } into g
                          select new { g.Key.PlanId, g.Key.Goal, Open = g.Count(t => t.State == TaskState.Open || t.State == TaskState.Resting), Last = g.Max(t => t.ClosedAt) }).ToListAsync(cancel);
        return rows.Select(g => new MeasuredGoal(g.PlanId, g.Goal, g.Open, Day(g.Last)));
    }

    private static DateOnly? Day(DateTime? at) => at is { } instant ? TimeZones.DayOf(instant) : null;
}
