using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Meetings;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.Law;
using Vejviser.Core.Foundation.People;

namespace Vejviser.Core.Data.Seeding;

/// <summary>Three rooms, and the meetings of Havneby's next days, booked by the use case itself.</summary>
internal sealed class DemoMeetings(VejviserDb db, EffectivePractices practices, LawBook law, TimeProvider clock)
{
    private static readonly (string Name, int Seats)[] Rooms = [("Mødelokale 1", 12), ("Samtalerum A", 4), ("Samtalerum B", 4)];

    /// <summary>Title, workdays from today, time, minutes, room (none is by phone), the agenda.</summary>
    private static readonly (string Title, int Workdays, TimeOnly At, int Minutes, int? Room, string[] Agenda)[] Talks =
    [
        ("Opfølgning på planen", 0, new(13, 0), 45, 1, ["Hvad er gået godt", "Hvad mangler", "Næste skridt"]),
        ("Samtale om job og sprog", 1, new(9, 0), 60, 1, ["Danskuddannelse", "Praktik"]),
        ("Opringning om de første dage", 1, new(10, 30), 15, null, []),
        ("Samtale om skole og fritid", 2, new(10, 0), 45, 2, ["Skolestart", "Fritidspas"]),
        ("Opfølgning på planen", 3, new(9, 30), 45, 2, ["Bolig", "Økonomi"]),
    ];

    public async Task SeedAsync(CancellationToken cancel)
    {
        if (await db.Rooms.AnyAsync(cancel))
            return;
        var rooms = Rooms.Select(r => new Room { Name = r.Name, Seats = r.Seats }).ToList();
        db.Rooms.AddRange(rooms);
        await db.SaveAsync(Audit(null), [.. rooms.Select(r => new AuditSubject(Entity: "room", EntityId: r.Id))], cancel);

        var calendar = law.CalendarWith(await db.ClosingDays.Select(d => d.Date).ToHashSetAsync(cancel));
        var today = calendar.NextOrSame(clock.Today());
        var homes = await db.Households.AsNoTracking().Where(h => h.HasArrived && h.CaseWorkerId != null && h.ContactPersonId != null).OrderBy(h => h.Reference).Take(Talks.Length).ToListAsync(cancel);
        foreach (var (talk, home) in Talks.Zip(homes))
        {
            var people = await db.People.Where(p => p.HouseholdId == home.Id && (p.Role == HouseholdRole.Head || p.Role == HouseholdRole.Spouse || p.Role == HouseholdRole.Minor)).Select(p => p.Id).ToListAsync(cancel);
            var time = new MeetingTime(calendar.AddWorkdays(today, talk.Workdays), talk.At, talk.Minutes, talk.Room is null ? MeetingRoom.Phone : MeetingRoom.OnSite, talk.Room is { } room ? rooms[room].Id : null);
            var input = new BookMeetingInput(talk.Title, time, new MeetingGuestList([home.CaseWorkerId!.Value], people, []), home.Id) { Agenda = talk.Agenda };
            await BookAsync(input, home.CaseWorkerId.Value, cancel);
        }

        var staff = await db.Households.Where(h => h.CaseWorkerId != null).Select(h => h.CaseWorkerId!.Value).Distinct().ToListAsync(cancel);
        var weekly = new MeetingTime(calendar.AddWorkdays(today, 1), new TimeOnly(14, 0), 60, MeetingRoom.OnSite, rooms[0].Id);
        if (staff.Count > 0)
            await BookAsync(new BookMeetingInput("Teammøde", weekly, new MeetingGuestList(staff, [], []), Rule: "FREQ=WEEKLY;COUNT=4") { Agenda = ["Nye visiteringer", "Sager, der driller"] }, staff[0], cancel);
    }

    private async Task BookAsync(BookMeetingInput input, Guid by, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        var booked = await new BookMeeting(db, practices, law).RunAsync(input, Reader.System with { AccountId = by }, Audit(by), cancel);
        if (!booked.IsSuccess)
            throw new InvalidOperationException($"{input.Title} is not booked: {booked.Failure.Code}.");
    }

    private AuditContext Audit(Guid? by) => new(by, "demo.seed", clock.Now());
}
