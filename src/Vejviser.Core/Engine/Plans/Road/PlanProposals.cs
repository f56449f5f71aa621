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
        var plans = await ReadHousehold.Plans(db, running).ToListAsync(cancel);
        var homeOf = await running.ToDictionaryAsync(p => p.Id, p => p.HouseholdId, cancel);
        var tasks = (await db.BareLines(db.PlanTasks.AsNoTracking().Where(t => running.Any(p => p.Id == t.PlanId))).ToListAsync(cancel)).ToLookup(t => t.PlanId);
        var (calendar, today) = (await law.CalendarAsync(db, cancel), clock.Today());
        var found = new List<Proposal>();
        foreach (var plan in plans)
        {
            var definition = await practices.OfAsync(db, plan.VersionId, cancel);
            foreach (var person in people.Where(p => p.HouseholdId == homeOf[plan.Id] && (plan.PersonId is null || plan.PersonId == p.Id)))
            {
                var theirs = tasks[plan.Id].Where(t => t.PersonId is null || t.PersonId == person.Id).ToList();
                found.AddRange(from proposed in PlanCalendar.Meetings(plan, definition, theirs, today, calendar)
                               where proposed.Date >= query.From && proposed.Date <= query.To
                               let said = definition.Meetings.First(m => m.Id == proposed.Meeting)
                               where PlanCalendar.IsAsked(said, person.Role)
                               select new Proposal(proposed, definition, said, person.Id, person.HouseholdId));
            }
        }

        return found;
    }
}
