using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Messages;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.Law;

namespace Vejviser.Core.Engine.Plans.Road;

/// <summary>A meeting that a running plan dates for one person; nobody has booked it.</summary>
public sealed record Proposal(RoadEvent Event, PracticeDefinition Definition, PracticeMeeting Meeting, Guid PersonId, Guid HouseholdId);

/// <summary>What running plans propose: the meetings that the practices' definitions date, without a room of their own.</summary>
public sealed class PlanProposals(EffectivePractices practices, PlanLaw law, TimeProvider clock)
{
    public async Task<IReadOnlyList<Proposal>> OfAsync(VejviserDb db, AppointmentQuery query, CancellationToken cancel)
    {
        var ids = query.People.ToList();
        var people = await db.People.AsNoTracking().Where(p => ids.Contains(p.Id) && p.MergedIntoId == null).Select(p => new { p.Id, p.HouseholdId, p.Role }).ToListAsync(cancel);
        var homes = people.Select(p => p.HouseholdId).Distinct().ToList();
        var running = db.Plans.AsNoTracking().Where(p => p.State == PlanState.Running && homes.Contains(p.HouseholdId));
        var (calendar, today) = (await law.CalendarAsync(db, cancel), clock.Today());
        var brief = await running.Select(p => new BriefPlan(p.Id, p.HouseholdId, p.PracticeVersionId, p.StartedAt)).ToListAsync(cancel);
        var definitions = new Dictionary<Guid, PracticeDefinition>();
        foreach (var version in brief.Select(p => p.VersionId).Distinct())
            definitions[version] = await practices.OfAsync(db, version, cancel);
        brief.RemoveAll(p => !PlanCalendar.MayAsk(definitions[p.VersionId]));
        var near = await NearAsync(db, running, brief, definitions, query, today, calendar, cancel);
        var (plans, homeOf) = (await ReadHousehold.Plans(db, db.Plans.AsNoTracking().Where(p => near.Contains(p.Id))).ToListAsync(cancel), brief.ToDictionary(p => p.Id, p => p.HouseholdId));
        var ofNear = db.PlanTasks.AsNoTracking().Where(t => near.Contains(t.PlanId));
        var lasts = (await ofNear.GroupBy(t => new { t.PlanId, t.PersonId }).Select(g => new { g.Key.PlanId, g.Key.PersonId, Last = g.Max(t => t.Due) }).ToListAsync(cancel)).ToLookup(t => t.PlanId);
        var asked = plans.SelectMany(p => definitions[p.VersionId].Meetings).Select(m => m.Step).OfType<string>().Distinct().ToList();
        var steps = (await ofNear.Where(t => t.State != TaskState.Skipped && asked.Contains(t.Step)).Select(t => new { t.PlanId, t.PersonId, t.Step }).ToListAsync(cancel)).ToLookup(t => t.PlanId);
        var found = new List<Proposal>();
        foreach (var plan in plans)
        {
            var definition = definitions[plan.VersionId];
            foreach (var person in people.Where(p => p.HouseholdId == homeOf[plan.Id] && (plan.PersonId is null || plan.PersonId == p.Id)))
            {
                var reach = new PlanReach(
                    lasts[plan.Id].Where(t => t.PersonId is null || t.PersonId == person.Id).Max(t => t.Last),
                    steps[plan.Id].Where(t => t.PersonId is null || t.PersonId == person.Id).Select(t => t.Step).ToHashSet(StringComparer.Ordinal));
                found.AddRange(from proposed in PlanCalendar.Meetings(plan, definition, reach, today, calendar)
                               where proposed.Date >= query.From && proposed.Date <= query.To
                               let said = definition.Meetings.First(m => m.Id == proposed.Meeting)
                               where PlanCalendar.IsAsked(said, person.Role)
                               select new Proposal(proposed, definition, said, person.Id, person.HouseholdId));
            }
        }

        return found;
    }

    /// <summary>Of a thousand plans the few that may ask somebody to something in the query's days: read as narrowly as that is told.</summary>
    private static async Task<List<Guid>> NearAsync(
        VejviserDb db, IQueryable<Plan> running, List<BriefPlan> plans, Dictionary<Guid, PracticeDefinition> definitions, AppointmentQuery query, DateOnly today, WorkdayCalendar calendar, CancellationToken cancel)
    {
        var names = plans.Select(p => p.VersionId).Distinct().SelectMany(v => definitions[v].Meetings).Select(m => m.Due?.Anchor).OfType<string>().Append(Anchor.Start).Distinct().ToList();
        var anchors = (await running.SelectMany(p => p.Anchors).Where(a => names.Contains(a.Name)).Select(a => new { a.PlanId, a.Name, a.Date }).ToListAsync(cancel)).ToLookup(a => a.PlanId);
        var from = query.From > today ? query.From : today;
        return [.. plans.Where(p => PlanCalendar.MayMeet(definitions[p.VersionId], anchors[p.Id].ToDictionary(a => a.Name, a => a.Date), p.StartedAt, from, query.To, today, calendar)).Select(p => p.Id)];
    }

    private sealed record BriefPlan(Guid Id, Guid HouseholdId, Guid VersionId, DateTime StartedAt);
}
