using Microsoft.EntityFrameworkCore;
using Vejviser.Bench.Hosts;
using Vejviser.Bench.Load;
using Vejviser.Bench.Seeding;
using Vejviser.Core.Data;

namespace Vejviser.Bench.Figures;

/// <summary>The pages of meetings, courses, interpreters and messages under 32 clients, and the newcomers' and the partners' own.</summary>
internal static class ContactPages
{
    public static async Task<IEnumerable<Figure>> RunAsync(string database, Settings settings, string? only = null)
    {
        var address = DatabaseAddress.Parse(database);
        var leaders = await Employee.InRoleAsync(address, "Leder", settings.Clients);
        var staff = (await Employee.InRoleAsync(address, "Modtagelse", settings.Clients / 2)).Concat(leaders.Take(settings.Clients / 2)).ToList();
        await using var server = await ServerProcess.StartAsync(Peer.Product, database);
        var all = await ListPages.SignInAsync(server.Address, Enumerable.Range(0, settings.Clients).Select(i => staff[i % staff.Count]));
        var managers = await ListPages.SignInAsync(server.Address, Enumerable.Range(0, settings.Clients).Select(i => leaders[i % leaders.Count]));
        var newcomers = new List<string>();
        foreach (var n in Enumerable.Range(0, settings.Clients))
            newcomers.Add(await Session.SignInNewcomerAsync(server.Address, ContactTown.Link(n), ContactTown.Code));
        var partner = new List<string>();
        foreach (var n in Enumerable.Range(0, settings.Clients))
            partner.Add(await Session.SignInAsync(server.Address, ContactTown.Email(n % 4), Staff.Password));
        var centre = await ListPages.SignInAsync(server.Address, Enumerable.Repeat(new Employee(Guid.Empty, ContactTown.Email(0)), settings.Clients));
        var s = await SamplesAsync(address, settings.Clients);
        var pages = new (string Name, List<string> Cookies, Func<int, string> Path)[]
        {
            ("Meetings", all, _ => "/meetings"),
            ("Meetings, all", all, _ => "/meetings?whose=all"),
            ("Meeting", managers, i => $"/meetings/{s.Meetings[i]}"),
            ("New meeting", all, i => $"/meetings/new?household={s.Homes[i]}"),
            ("Rooms", all, _ => "/rooms"),
            ("Meetings of a practice", all, _ => "/practices/dialogue-based-reception/meetings"),
            ("Courses", all, _ => "/courses"),
            ("Course", managers, i => $"/courses/{s.Courses[i % s.Courses.Count]}"),
            ("Session of a course", managers, i => $"/courses/{s.Sessions[i % s.Sessions.Count].Course}/sessions/{s.Sessions[i % s.Sessions.Count].Meeting}"),
            ("Week of courses", all, _ => "/courses/week"),
            ("Progress card", all, i => $"/people/{s.People[i]}/card"),
            ("Interpreters", managers, _ => "/interpreters"),
            ("Register of interpreters", managers, _ => "/interpreters/register"),
            ("Interpreter", managers, i => $"/interpreters/register/{s.Interpreters[i]}"),
            ("Interpreter of a meeting", managers, i => $"/meetings/{s.Wanted[i]}/interpreter"),
            ("Messages", all, _ => "/messages"),
            ("Messages, sent", all, _ => "/messages?show=sent"),
            ("Calls", all, _ => "/messages/calls"),
            ("Questions", all, _ => "/messages/questions"),
            ("Handovers", all, _ => "/handovers"),
            ("Templates", managers, _ => "/messages/templates"),
            ("Contact with a person", all, i => $"/people/{s.People[i]}/contact"),
            ("Time line of areas", managers, _ => "/time-line"),
            ("Newcomer: road", newcomers, _ => "/my/road"),
            ("Newcomer: appointments", newcomers, _ => "/my/appointments"),
            ("Newcomer: offers", newcomers, _ => "/my/offers"),
            ("Newcomer: consents", newcomers, _ => "/my/consents"),
            ("Newcomer: questions", newcomers, _ => "/my/questions"),
            ("Newcomer: people", newcomers, _ => "/my/people"),
            ("Newcomer: papers", newcomers, _ => "/my/documents"),
            ("Partner", partner, _ => "/partner"),
            ("Partner: courses", centre, _ => "/partner/courses"),
        };
        return await ListPages.AllAsync(server, settings, only, pages);
    }

    private static async Task<Samples> SamplesAsync(DatabaseAddress address, int count)
    {
        await using var db = Databases.Open(address);
        var ahead = db.Meetings.Where(m => m.HouseholdId != null && m.Day > BenchClock.Today).OrderBy(m => m.StartsAt).ThenBy(m => m.Id);
        var current = db.Courses.Where(c => c.FirstDay < BenchClock.Today && c.LastDay > BenchClock.Today).OrderBy(c => c.Id);
        return new Samples(
            await ahead.Take(count).Select(m => m.Id).ToListAsync(),
            await ahead.Take(count).Select(m => m.HouseholdId!.Value).ToListAsync(),
            await current.Take(count).Select(c => c.Id).ToListAsync(),
            [.. (await db.CourseSessions.Where(x => current.Any(c => c.Id == x.CourseId) && x.Number == 1).OrderBy(x => x.CourseId).Take(count).Select(x => new { x.CourseId, x.MeetingId }).ToListAsync()).Select(x => (x.CourseId, x.MeetingId))],
            await db.People.Where(p => p.BirthYear < BenchClock.Today.Year - 20).OrderByDescending(p => p.Id).Take(count).Select(p => p.Id).ToListAsync(),
            await db.Interpreters.OrderBy(i => i.Id).Take(count).Select(i => i.Id).ToListAsync(),
            await ahead.Where(m => db.InterpreterBookings.Any(b => b.MeetingId == m.Id)).Take(count).Select(m => m.Id).ToListAsync());
    }

    private sealed record Samples(List<Guid> Meetings, List<Guid> Homes, List<Guid> Courses, List<(Guid Course, Guid Meeting)> Sessions, List<Guid> People, List<Guid> Interpreters, List<Guid> Wanted);
}
