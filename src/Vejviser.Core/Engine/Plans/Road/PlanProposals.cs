using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Messages;
using Vejviser.Core.Foundation.Common;

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
        var definitions = new Dictionary<Guid, PracticeDefinition>();
        foreach (var version in await running.Select(p => p.PracticeVersionId).Distinct().ToListAsync(cancel))
            definitions[version] = await practices.OfAsync(db, version, cancel);
        var asking = definitions.Where(d => PlanCalendar.MayAsk(d.Value)).Select(d => d.Key).ToList();
        var plans = (await ReadHousehold.Plans(db, running.Where(p => asking.Contains(p.PracticeVersionId))).ToListAsync(cancel)).ConvertAll(p => (Plan: p, Definition: definitions[p.VersionId]));
        plans.RemoveAll(p => !PlanCalendar.MayMeet(p.Plan, p.Definition, query.From > today ? query.From : today, query.To, today, calendar));

        var near = plans.ConvertAll(p => p.Plan.Id);
        var homeOf = await running.Where(p => near.Contains(p.Id)).Select(p => new { p.Id, p.HouseholdId }).ToDictionaryAsync(p => p.Id, p => p.HouseholdId, cancel);
        var ofNear = db.PlanTasks.AsNoTracking().Where(t => near.Contains(t.PlanId));
        var lasts = (await ofNear.GroupBy(t => new { t.PlanId, t.PersonId }).Select(g => new { g.Key.PlanId, g.Key.PersonId, Last = g.Max(t => t.Due) }).ToListAsync(cancel)).ToLookup(t => t.PlanId);
        var asked = plans.SelectMany(p => p.Definition.Meetings).Select(m => m.Step).OfType<string>().Distinct().ToList();
        var steps = (await ofNear.Where(t => t.State != TaskState.Skipped && asked.Contains(t.Step)).Select(t => new { t.PlanId, t.PersonId, t.Step }).ToListAsync(cancel)).ToLookup(t => t.PlanId);
        var found = new List<Proposal>();
        foreach (var (plan, definition) in plans)
        {
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
}
