using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Messages;

namespace Vejviser.Core.Engine.Plans.Road;

/// <summary>Appointments as running plans have them: the meetings that the practices' definitions date, without a room of their own.</summary>
public sealed class PlanAppointments(EffectivePractices practices, PlanLaw law, TimeProvider clock) : IAppointments
{
    public async Task<IReadOnlyList<Appointment>> OfAsync(VejviserDb db, AppointmentQuery query, CancellationToken cancel)
    {
        var ids = query.People.ToList();
        var people = await db.People.AsNoTracking().Where(p => ids.Contains(p.Id) && p.MergedIntoId == null).Select(p => new { p.Id, p.HouseholdId, p.Role }).ToListAsync(cancel);
        var homes = people.Select(p => p.HouseholdId).Distinct().ToList();
        var running = db.Plans.AsNoTracking().Where(p => p.State == PlanState.Running && homes.Contains(p.HouseholdId));
        var plans = await ReadHousehold.Plans(db, running).ToListAsync(cancel);
        var homeOf = await running.ToDictionaryAsync(p => p.Id, p => p.HouseholdId, cancel);
        var tasks = (await db.BareLines(db.PlanTasks.AsNoTracking().Where(t => running.Any(p => p.Id == t.PlanId))).ToListAsync(cancel)).ToLookup(t => t.PlanId);
        var (calendar, today) = (await law.CalendarAsync(db, cancel), DateOnly.FromDateTime(Foundation.Common.TimeZones.ToDanish(clock.GetUtcNow().UtcDateTime)));
        var found = new List<Appointment>();
        foreach (var plan in plans)
        {
            var definition = await practices.OfAsync(db, plan.VersionId, cancel);
            foreach (var person in people.Where(p => p.HouseholdId == homeOf[plan.Id] && (plan.PersonId is null || plan.PersonId == p.Id)))
            {
                var theirs = tasks[plan.Id].Where(t => t.PersonId is null || t.PersonId == person.Id).ToList();
                found.AddRange(from meeting in PlanCalendar.Meetings(plan, definition, theirs, today, calendar)
                               where meeting.Date >= query.From && meeting.Date <= query.To
                               let said = definition.Meetings.First(m => m.Id == meeting.Meeting)
                               where PlanCalendar.IsAsked(said, person.Role)
                               select Of(meeting, said, definition, person.Id, person.HouseholdId));
            }
        }

        return [.. found.OrderBy(a => a.Date).ThenBy(a => a.At).ThenBy(a => a.Key, StringComparer.Ordinal)];
    }

    private static Appointment Of(RoadEvent meeting, PracticeMeeting said, PracticeDefinition definition, Guid personId, Guid householdId) => new(
        $"{meeting.PlanId:N}-{said.Id}-{meeting.Date:yyyyMMdd}", definition.Id,
        Foundation.Common.Texts.Languages.ToDictionary(l => l, l => definition.TextsIn(l).Meetings[said.Id].Title, StringComparer.Ordinal),
        personId, householdId, meeting.Date, meeting.At, meeting.Minutes,
        said.Room switch { MeetingRoom.Online => AppointmentPlace.Online, MeetingRoom.Home => AppointmentPlace.Home, MeetingRoom.Phone => AppointmentPlace.Phone, _ => AppointmentPlace.OnSite });
}
