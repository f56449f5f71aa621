using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Messages;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.Law;

namespace Vejviser.Core.Engine.Plans.Road;

/// <summary>A meeting that a running plan dates for one person; nobody has booked it.</summary>
public sealed record Proposal(RoadEvent Event, PracticeDefinition Definition, PracticeMeeting Meeting, Guid PersonId, Guid HouseholdId);

/// <summary>A running plan, as far as it tells whether it may ask somebody to something: an index holds as much.</summary>
public sealed record RunningPlan(Guid Id, Guid HouseholdId, Guid VersionId, PracticeDefinition Definition);

/// <summary>Running plans, and which of them may ask somebody to something in the days asked for.</summary>
public sealed record PlansNear(ILookup<Guid, RunningPlan> Running, IReadOnlySet<Guid> Near);

/// <summary>
/// What running plans propose: the meetings that the practices' definitions date, without a room of their own. Which plans of the whole municipality may ask somebody to something on a day is shared by those who ask for more than a
/// hundred households (ADR 0022); the plans themselves are read anew each time, so that nothing stands there that is no longer so.
/// </summary>
public sealed class PlanProposals(EffectivePractices practices, PlanLaw law, DatabaseAddress address, TimeProvider clock)
{
    private readonly SharedAnswers<(DateOnly From, DateOnly To, DateOnly Today), PlansNear> found = new(Sharing.Standing, clock, Sharing.TimesItsCost, Sharing.Patience);

    /// <summary>The running plans of the households that the query asks for, whole or for some of their people; of more households too where it asks for many.</summary>
    public async Task<PlansNear> NearAsync(VejviserDb db, AppointmentQuery query, CancellationToken cancel)
    {
        // Nothing is reckoned further ahead, whatever day is asked for.
        var (today, homes) = (clock.Today(), query.HouseholdsAsked.ToList());
        var last = today.AddDays(PlanCalendar.DaysAhead);
        var days = query with { From = query.From > today ? query.From : today, To = query.To < last ? query.To : last };
        if (days.From > days.To)
            return new PlansNear((await RunningAsync(db, db.Plans.Where(p => homes.Contains(p.HouseholdId)), cancel)).ToLookup(p => p.HouseholdId), new HashSet<Guid>());
        return query.IsShared
            ? await found.ReadAsync((days.From, days.To, today), () => FindForAllAsync(days, today), cancel)
            : await FindAsync(db, db.Plans.Where(p => homes.Contains(p.HouseholdId)), days, today, cancel);
    }

    private async Task<PlansNear> FindForAllAsync(AppointmentQuery days, DateOnly today)
    {
        await using var db = Databases.Open(address);
        return await FindAsync(db, db.Plans, days, today, CancellationToken.None);
    }

    private async Task<PlansNear> FindAsync(VejviserDb db, IQueryable<Plan> plans, AppointmentQuery days, DateOnly today, CancellationToken cancel)
    {
        var running = await RunningAsync(db, plans, cancel);
        var near = await NearAsync(db, running, days, today, await law.CalendarAsync(db, cancel), cancel);
        return new PlansNear(running.ToLookup(p => p.HouseholdId), near);
    }

    private async Task<List<RunningPlan>> RunningAsync(VejviserDb db, IQueryable<Plan> plans, CancellationToken cancel)
    {
        // By an index that holds as much.
        var rows = await plans.Where(p => p.State == PlanState.Running).Select(p => new { p.Id, p.HouseholdId, p.PracticeVersionId }).ToListAsync(cancel);
        var definitions = new Dictionary<Guid, PracticeDefinition>();
        foreach (var version in rows.Select(p => p.PracticeVersionId).Distinct())
            definitions[version] = await practices.OfAsync(db, version, cancel);
        return rows.ConvertAll(p => new RunningPlan(p.Id, p.HouseholdId, p.PracticeVersionId, definitions[p.PracticeVersionId]));
    }

    /// <param name="plans">As <see cref="NearAsync(VejviserDb, AppointmentQuery, CancellationToken)"/> gives them for the same query.</param>
    public async Task<IReadOnlyList<Proposal>> OfAsync(VejviserDb db, AppointmentQuery query, PlansNear plans, CancellationToken cancel)
    {
        var near = query.HouseholdsAsked.SelectMany(h => plans.Running[h]).Where(p => plans.Near.Contains(p.Id)).ToDictionary(p => p.Id);
        if (near.Count == 0)
            return [];
        var (calendar, today, asked) = (await law.CalendarAsync(db, cancel), clock.Today(), near.Keys.ToList());
        var anew = await ReadHousehold.Plans(db, db.Plans.AsNoTracking().Where(p => asked.Contains(p.Id))).ToListAsync(cancel);
        var ofNear = db.PlanTasks.AsNoTracking().Where(t => asked.Contains(t.PlanId));
        var lasts = (await ofNear.GroupBy(t => new { t.PlanId, t.PersonId }).Select(g => new { g.Key.PlanId, g.Key.PersonId, Last = g.Max(t => t.Due) }).ToListAsync(cancel)).ToLookup(t => t.PlanId);
        var ofMeetings = near.Values.SelectMany(p => p.Definition.Meetings).Select(m => m.Step).OfType<string>().Distinct().ToList();
        var steps = (await ofNear.Where(t => t.State != TaskState.Skipped && ofMeetings.Contains(t.Step)).Select(t => new { t.PlanId, t.PersonId, t.Step }).ToListAsync(cancel)).ToLookup(t => t.PlanId);
        var people = await query.PeopleInAsync(db, near.Values.Select(p => p.HouseholdId), cancel);
        var found = new List<Proposal>();
        foreach (var plan in anew)
        {
            var (definition, household) = (near[plan.Id].Definition, near[plan.Id].HouseholdId);
            foreach (var person in people[household].Where(p => plan.PersonId is null || plan.PersonId == p.Id))
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

    /// <summary>
    /// Of a thousand plans the few that may ask somebody to something in the query's days: of a plan whose meetings are dated from anchors, only where one of those stands on a day that tells.
    /// </summary>
    private static async Task<HashSet<Guid>> NearAsync(
        VejviserDb db, List<RunningPlan> running, AppointmentQuery query, DateOnly today, WorkdayCalendar calendar, CancellationToken cancel)
    {
        var asking = running.DistinctBy(p => p.VersionId).Where(p => PlanCalendar.MayAsk(p.Definition)).ToDictionary(p => p.VersionId, p => PlanCalendar.AnchorsFor(p.Definition, query.From, query.To, calendar));
        var may = running.Where(p => asking.ContainsKey(p.VersionId)).ToLookup(p => asking[p.VersionId] is null);
        var dated = may[false].Select(p => p.Id).ToList();
        var telling = asking.Values.OfType<IReadOnlyList<(string Anchor, DateOnly First, DateOnly Last)>>().SelectMany(a => a).ToList();
        var names = telling.Select(a => a.Anchor).Distinct().ToList();
        var days = telling.SelectMany(a => Enumerable.Range(0, a.Last.DayNumber - a.First.DayNumber + 1).Select(a.First.AddDays)).Distinct().ToList();
        // Which day belongs to which anchor of which practice is told apart below. A name that is joined with nothing is no key: a plan's anchors are read in one go, not looked for by each name.
        var told = await db.PlanAnchors.Where(a => dated.Contains(a.PlanId) && days.Contains(a.Date) && names.Contains(a.Name + "")).Select(a => a.PlanId).ToHashSetAsync(cancel);
        var plans = may[true].Concat(may[false].Where(p => told.Contains(p.Id))).ToDictionary(p => p.Id);
        var ids = plans.Keys.ToList();
        var anchors = (await db.PlanAnchors.Where(a => ids.Contains(a.PlanId)).Select(a => new { a.PlanId, a.Name, a.Date }).ToListAsync(cancel)).ToLookup(a => a.PlanId);
        var found = plans.Values.Select(p => (Plan: p, Anchors: anchors[p.Id].ToDictionary(a => a.Name, a => a.Date))).ToList();
        var unsaid = found.Where(p => !p.Anchors.ContainsKey(Anchor.Start)).Select(p => p.Plan.Id).ToList();
        var started = unsaid.Count == 0 ? [] : await db.Plans.Where(p => unsaid.Contains(p.Id)).Select(p => new { p.Id, p.StartedAt }).ToDictionaryAsync(p => p.Id, p => TimeZones.DayOf(p.StartedAt), cancel);
        return found.Where(p => PlanCalendar.MayMeet(p.Plan.Definition, p.Anchors, started.GetValueOrDefault(p.Plan.Id, p.Anchors.GetValueOrDefault(Anchor.Start)), query.From, query.To, today, calendar))
            .Select(p => p.Plan.Id).ToHashSet();
    }
}
