using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Access;

namespace Vejviser.Core.Engine.Plans.Road;

/// <summary>A task on somebody's way into what they are to start in, and whose it is by the practice.</summary>
/// <param name="Partner">The practice's partner who does it; null where the municipality does.</param>
/// <param name="Role">Who sees to it in the municipality.</param>
public sealed record StartTask(Guid Id, string Step, TaskState State, DateOnly? Due, DateTime? ClosedAt, string? Partner, string Role);

/// <summary>What one person is to start in, and how far it is.</summary>
/// <param name="Offer">The start's id in the definition.</param>
/// <param name="Deadline">The last day by the practice's own rule, whatever day was agreed.</param>
/// <param name="Needs">Such as the bus card; none where the offer needs nothing.</param>
public sealed record StartLine(
    Guid PlanId, Guid HouseholdId, string Household, string? Reference, MemberLine Person, string Offer, DateOnly? Deadline, StartTask Start, StartTask Place, IReadOnlyList<StartTask> Needs)
{
    /// <summary>Somebody of the household is protected: no name of it is shown to who may not see such names.</summary>
    public bool IsProtected { get; init; }

    public bool HasStarted => Start.State == TaskState.Done;

    public bool IsLateOn(DateOnly today) => Start.State is TaskState.Open && today > Deadline;

    /// <summary>The first thing on the way that is not done: whose it is has to act.</summary>
    public StartTask Missing => new[] { Place }.Concat(Needs).FirstOrDefault(t => t.State == TaskState.Open) ?? Start;
}

/// <summary>What each person in a practice is to start in, those who are late first, then by deadline.</summary>
public static class ReadStarts
{
    public static async Task<IReadOnlyList<StartLine>> RunAsync(VejviserDb db, EffectivePractices practices, PlanLaw law, Reader who, string practice, DateTime now, DateOnly today, CancellationToken cancel)
    {
        var visible = db.Households.VisibleTo(db, who, now).Select(h => h.Id);
        var plans = await db.Plans.AsNoTracking().Include(p => p.Anchors).Where(p => p.Practice == practice && p.State == PlanState.Running && visible.Contains(p.HouseholdId)).ToListAsync(cancel);
        var (ids, homes, calendar) = (plans.ConvertAll(p => p.Id), plans.Select(p => p.HouseholdId).Distinct().ToList(), await law.CalendarAsync(db, cancel));
        var tasks = (await db.PlanTasks.AsNoTracking().Where(t => ids.Contains(t.PlanId) && t.PersonId != null).OrderBy(t => t.Order).ToListAsync(cancel)).ToLookup(t => t.PlanId);
        var households = await db.Households.AsNoTracking().Where(h => homes.Contains(h.Id)).ToDictionaryAsync(h => h.Id, cancel);
        var found = new List<StartLine>();
        foreach (var plan in plans)
        {
            var definition = await practices.OfAsync(db, plan.PracticeVersionId, cancel);
            var anchors = plan.Anchors.ToDictionary(a => a.Name, a => a.Date);
            var members = (await ReadHousehold.MembersAsync(db, plan.HouseholdId, cancel)).ToDictionary(m => m.Id);
            foreach (var own in tasks[plan.Id].GroupBy(t => t.PersonId!.Value).Where(g => members.ContainsKey(g.Key)))
                foreach (var start in definition.Starts)
                    if (Of(own, definition, start.Start) is { } first && Of(own, definition, start.Place) is { } place)
                        found.Add(new StartLine(
                            plan.Id, plan.HouseholdId, households[plan.HouseholdId].Name, households[plan.HouseholdId].Reference, members[own.Key], start.Id,
                            definition.FindStep(start.Start)!.Due.Compute(anchors, calendar), first, place, [.. start.Needs.Select(n => Of(own, definition, n)).OfType<StartTask>()])
                        {
                            IsProtected = members.Values.Any(m => m.IsProtected),
                        });
        }

        return [.. found.OrderByDescending(l => l.IsLateOn(today)).ThenBy(l => l.HasStarted).ThenBy(l => l.Deadline).ThenBy(l => l.Household, StringComparer.CurrentCulture).ThenByDescending(l => l.Person.AgeOn(today))];
    }

    private static StartTask? Of(IEnumerable<PlanTask> own, PracticeDefinition definition, string step) => own.FirstOrDefault(t => t.Step == step) is { } task
        ? new StartTask(task.Id, step, task.State, task.Due, task.ClosedAt, definition.FindStep(step)?.Partner, task.OwnerRole)
        : null;
}
