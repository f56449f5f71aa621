using System.Net;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Engine.Meetings;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.People;
using Vejviser.Testing;
using Vejviser.Web.Tests.Engine.Plans;
using Vejviser.Web.Tests.Engine.Plans.Enrolment;

namespace Vejviser.Web.Tests.Engine.Meetings;

/// <summary>/meetings, /meetings/new, /meetings/{id}, the call list, the calendar file and /rooms.</summary>
public sealed class MeetingPagesTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/meetings", Permissions.MeetingsRead)]
    [InlineData("/messages/calls", Permissions.MessagesRead)]
    [InlineData("/meetings/new", Permissions.MeetingsEdit)]
    [InlineData("/rooms", Permissions.OrganisationRead)]
    public async Task Get_WithoutPermission_IsForbidden(string path, string permission)
    {
        await using var app = await VejviserApp.StartAsync();
        await app.WithoutAsync("Modtagelse", permission);
        using var mette = await app.SignInAsync(RoadWorld.Mette);
        Assert.Equal(HttpStatusCode.Forbidden, (await mette.GetAsync(path)).Status);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Book_FromThePersonsPage_StandsInTheListsAndOnTheRoad(DatabaseKind kind)
    {
        await using var app = await VejviserApp.StartAsync(kind);
        var head = await app.HeadAsync();
        using var mette = await app.SignInAsync(RoadWorld.Mette);
        Assert.NotNull((await mette.GetAsync($"/people/{head.Id}")).Page.QuerySelector($"a[href='/meetings/new?person={head.Id}']"));

        var meeting = await BookAsync(mette, head);

        Assert.Contains("Samtale", Assert.Single((await mette.GetAsync("/meetings")).Texts(".meeting-list li")), StringComparison.Ordinal);
        Assert.Contains("Samtale", Assert.Single((await mette.GetAsync($"/households/{head.HouseholdId}")).Texts(".household-meetings li")), StringComparison.Ordinal);
        Assert.NotNull((await mette.GetAsync($"/people/{head.Id}")).Page.QuerySelector($"a[href='{meeting}']"));
        Assert.Equal(head.Id, Assert.Single(await app.AuditAsync("meetings.book")).PersonId);
        Assert.Contains("Samtale", (await mette.GetAsync(meeting)).One("h1").TextContent, StringComparison.Ordinal);
        Assert.Equal(head.Id, (await app.AuditAsync("meetings.read"))[0].PersonId);
    }

    [Fact]
    public async Task Book_TakenOrClosedDay_SaysWhyAndKeepsWhatWasWritten()
    {
        await using var app = await VejviserApp.StartAsync();
        var head = await app.HeadAsync();
        using var mette = await app.SignInAsync(RoadWorld.Mette);
        await BookAsync(mette, head);
        var form = (await mette.GetAsync($"/meetings/new?person={head.Id}")).Form("#book");

        var taken = await mette.SubmitAsync(form, ("Form.Title", "Andet"), ("Form.Day", "2026-03-03"), ("Form.At", "10:30"));
        var closed = await mette.SubmitAsync(form, ("Form.Title", "Andet"), ("Form.Day", "2026-04-03"), ("Form.At", "10:30"));

        Assert.Contains("er optaget 03-03-2026 10.30", taken.Failures, StringComparison.Ordinal);
        Assert.Contains("03-03-2026 11.00", taken.Failures, StringComparison.Ordinal);
        Assert.Equal("Andet", taken.One("#book input[name='Form.Title']").GetAttribute("value"));
        Assert.Contains("Langfredag", closed.Failures, StringComparison.Ordinal);
        Assert.True((await mette.SubmitAsync(closed.Form("#book"), ("Form.Confirm", "true"))).IsRedirect);
    }

    [Fact]
    public async Task Meeting_FromAgendaToDecision_IsRunOnItsPage()
    {
        await using var app = await VejviserApp.StartAsync();
        var (household, _) = await app.RunningAsync();
        await using var db = app.Open();
        var head = await db.People.AsNoTracking().SingleAsync(p => p.HouseholdId == household.Id && p.Role == HouseholdRole.Head, Cancel);
        using var mette = await app.SignInAsync(RoadWorld.Mette);
        var at = await BookAsync(mette, head, day: "2026-03-02");
        var participant = await db.MeetingParticipants.Where(p => p.PersonId == head.Id).Select(p => p.Id).SingleAsync(Cancel);

        await mette.SubmitAsync((await mette.GetAsync(at)).Form("#add-point"), ("point", "Bolig"));
        await mette.SubmitAsync((await mette.GetAsync(at)).Form($"#answer-{participant}"), ("said", nameof(Invited.Coming)));
        var held = await mette.SubmitAndFollowAsync((await mette.GetAsync(at)).Form("#hold"), ($"attendance-{participant}", nameof(Attendance.NoShow)), ("minutes", "Kom ikke"));
        var decided = await mette.SubmitAndFollowAsync(held.Form("#decide"), ("decision", "Ring igen"), ("due", "2026-03-06"));

        Assert.Equal(["Bolig"], decided.Texts("section[aria-labelledby=agenda] li bdi"));
        Assert.Contains("Udeblevet", decided.One("section[aria-labelledby=participants]").TextContent, StringComparison.Ordinal);
        Assert.Contains("Ring igen", Assert.Single(decided.Texts("section[aria-labelledby=decisions] li")), StringComparison.Ordinal);
        Assert.Contains("Ring igen", (await mette.GetAsync("/")).Page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Meeting_MovedAndCancelled_FreesTheRoom()
    {
        await using var app = await VejviserApp.StartAsync();
        var head = await app.HeadAsync();
        using var admin = await app.SignInAsync("admin@havneby.example");
        Assert.NotNull((await admin.SubmitAndFollowAsync((await admin.GetAsync("/rooms")).Form("#room-new"), ("name", "Blå stue"), ("seats", "6"))).Told);
        await using var db = app.Open();
        var room = await db.Rooms.Select(r => r.Id).SingleAsync(Cancel);
        using var mette = await app.SignInAsync(RoadWorld.Mette);
        var at = await BookAsync(mette, head, room: room);

        var moved = await mette.SubmitAndFollowAsync((await mette.GetAsync(at)).Form("#move"), ("Form.At", "14:00"));
        var cancelled = await mette.SubmitAndFollowAsync(moved.Form("#cancel"), ("reason", "Syg"));

        Assert.Contains("14.00", moved.One("main .page-head p").TextContent, StringComparison.Ordinal);
        Assert.Contains("Aflyst: Syg", cancelled.One("main .page-head").TextContent, StringComparison.Ordinal);
        Assert.False(await db.MeetingSlots.AnyAsync(Cancel));
    }

    [Fact]
    public async Task Calls_Tomorrow_GiveNumberAndInterpreterButNoProtectedNumber()
    {
        await using var app = await VejviserApp.StartAsync();
        var (open, hidden) = (await app.HeadAsync(), await app.HeadAsync("Nora Saleh", "H2026-900002", isProtected: true));
        await using (var db = app.Open())
            await db.People.Where(p => p.Id == open.Id || p.Id == hidden.Id).ExecuteUpdateAsync(p => p.SetProperty(x => x.Phone, "+45 20 00 00 01"), Cancel);
        using (var mette = await app.SignInAsync(RoadWorld.Mette))
        {
            await BookAsync(mette, open);
            await BookAsync(mette, hidden, time: "12:00");
        }

        await app.WithoutAsync("Modtagelse", Permissions.ProtectedAddress);
        using var again = await app.SignInAsync(RoadWorld.Mette);

        var rows = (await again.GetAsync("/messages/calls")).Texts("tbody tr");

        Assert.Equal(2, rows.Count);
        Assert.Contains("Amal Haddad +45 20 00 00 01", rows[0], StringComparison.Ordinal);
        Assert.Contains("arabisk (tolk)", rows[0], StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Nora", rows[1], StringComparison.Ordinal);
        Assert.Contains("Beskyttet", rows[1], StringComparison.Ordinal);
        Assert.Contains(open.Id.ToString(), Assert.Single(await app.AuditAsync("messages.calls.read")).Details, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Calendar_OfAMeeting_NamesNobody()
    {
        await using var app = await VejviserApp.StartAsync();
        var head = await app.HeadAsync();
        using var mette = await app.SignInAsync(RoadWorld.Mette);
        var at = await BookAsync(mette, head);

        var file = await mette.GetAsync(at + "/meeting.ics");

        Assert.Contains("DTSTART:20260303T090000Z", file.Body, StringComparison.Ordinal);
        Assert.Contains("SUMMARY:Møde · H2026-900001", file.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Amal", file.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Samtale", file.Body, StringComparison.Ordinal);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Meeting_OutOfSight_IsNotFoundAndWhoTakesPartSeesNoNames(DatabaseKind kind)
    {
        await using var app = await VejviserApp.StartAsync(kind);
        var head = await app.HeadAsync();
        var peter = (await app.AccountAsync(RoadWorld.Peter)).Id;
        using var mette = await app.SignInAsync(RoadWorld.Mette);
        using var guest = await app.SignInAsync(RoadWorld.Peter);
        using var stranger = await app.SignInAsync("lars.dam@havneby.example");
        var at = await BookAsync(mette, head, staff: peter);

        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(at)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(at + "/meeting.ics")).Status);
        Assert.Empty((await stranger.GetAsync("/meetings?whose=all&when=month")).Texts(".meeting-list li"));
        var seen = await guest.GetAsync(at);
        Assert.Contains("En borger, du ikke arbejder med", seen.Page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Amal", seen.Page.Body.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Amal", (await guest.GetAsync("/meetings")).Page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Book_AMeetingOfAPlan_IsFilledInAndTakesThePlaceOfItsProposal(DatabaseKind kind)
    {
        await using var app = await VejviserApp.StartAsync(kind);
        await app.TakeUpAsync(EnrolTown.Packages);
        var head = await app.HeadAsync();
        var plan = await app.EnrolAsync(head);
        using var mette = await app.SignInAsync(RoadWorld.Mette);
        var before = await mette.GetAsync($"/plans/{plan}");
        var link = before.Page.QuerySelector(".enrol-dates a[href^='/meetings/new']")!.GetAttribute("href")!;

        var form = (await mette.GetAsync(link)).Form("#book");
        var title = form.QuerySelector("input[name='Form.Title']")!.GetAttribute("value");
        Assert.False(string.IsNullOrEmpty(title));
        var booked = await mette.SubmitAsync(form, ("Form.At", "09:00"));

        Assert.True(booked.IsRedirect, booked.Failures);
        var after = await mette.GetAsync($"/plans/{plan}");
        Assert.NotNull(after.Page.QuerySelector($".enrol-dates a[href='{booked.Location}']"));
        Assert.Equal(before.Page.QuerySelectorAll(".enrol-dates li").Length, after.Page.QuerySelectorAll(".enrol-dates li").Length);
        Assert.Null(after.Page.QuerySelector($".enrol-dates a[href='{link}']"));
    }

    /// <returns>The meeting's address.</returns>
    private static async Task<string> BookAsync(Visitor visitor, Person person, string day = "2026-03-03", string time = "10:00", Guid? room = null, Guid? staff = null)
    {
        var form = (await visitor.GetAsync($"/meetings/new?person={person.Id}")).Form("#book");
        var booked = await visitor.SubmitAsync(
            form, ("Form.Title", "Samtale"), ("Form.Day", day), ("Form.At", time), ("Form.Room", room?.ToString() ?? ""), staff is null ? ("unused", "") : ("Form.Staff", staff.ToString()));
        Assert.True(booked.IsRedirect, booked.Failures);
        return booked.Location!;
    }
}
