using System.Net;
using AngleSharp.Html.Dom;
using Ical.Net;
using Microsoft.EntityFrameworkCore;
using Vejviser.Testing;

namespace Vejviser.Web.Tests.Engine.Plans;

public sealed class FeedTests
{
    private const string Mette = "mette.holm@havneby.example";

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Feed_OwnOpenTasks_NamesNobodyAndNoHealth(DatabaseKind kind)
    {
        await using var app = await VejviserApp.StartAsync(kind);
        var town = await WorkTown.BuildAsync(app);
        var task = await town.TaskAsync("Yousef Al-Khatib", 3, account: "mette.holm");
        await town.TaskAsync("Yousef Al-Khatib", 4, account: "mette.holm", area: "health", step: "health-offer-to-all");
        await town.TaskAsync("Yousef Al-Khatib", 5, account: "mette.holm", step: "own", ownTitle: "Ring til Yousef om diabetes");
        await town.TaskAsync("Yousef Al-Khatib", null, account: "mette.holm");
        await town.TaskAsync("Yousef Al-Khatib", 3, account: "peter.lund", unit: "Boligteamet");
        using var mette = await app.SignInAsync(Mette);
        var address = await MakeAsync(mette);

        var feed = await app.Visit().GetAsync(address);

        Assert.Equal("text/calendar; charset=utf-8", feed.Headers["Content-Type"]);
        var events = Calendar.Load(feed.Body)!.Events.OrderBy(e => e.Start!.Value).ToList();
        Assert.Equal(3, events.Count);
        Assert.True(events[0].IsAllDay);
        Assert.Equal(new DateTime(2026, 3, 5, 0, 0, 0, DateTimeKind.Unspecified), events[0].Start!.Value);
        Assert.EndsWith("· H2026-000001", events[0].Summary, StringComparison.Ordinal);
        Assert.EndsWith($"/tasks/{task.Id}", events[0].Url!.ToString(), StringComparison.Ordinal);
        Assert.All(events.Skip(1), e => Assert.Equal("Opgave · H2026-000001", e.Summary));
        foreach (var secret in new[] { "Yousef", "Khatib", "diabetes", "helbred" })
            Assert.DoesNotContain(secret, feed.Body, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Feed_Unchanged_Answers304ByItsTag()
    {
        await using var app = await VejviserApp.StartAsync();
        var town = await WorkTown.BuildAsync(app);
        await town.TaskAsync("Yousef Al-Khatib", 3, account: "mette.holm");
        using var mette = await app.SignInAsync(Mette);
        var address = await MakeAsync(mette);
        using var poller = app.Visit();
        var first = await poller.GetAsync(address);
        poller.Client.DefaultRequestHeaders.Add("If-None-Match", first.Headers["ETag"]);

        var unchanged = await poller.GetAsync(address);
        await town.TaskAsync("Yousef Al-Khatib", 4, account: "mette.holm");
        var changed = await poller.GetAsync(address);

        Assert.Equal((HttpStatusCode.NotModified, HttpStatusCode.OK), (unchanged.Status, changed.Status));
        Assert.Empty(unchanged.Body);
    }

    [Fact]
    public async Task Feed_RevokedUnknownOrClosedAccount_IsNotFound()
    {
        await using var app = await VejviserApp.StartAsync();
        using var mette = await app.SignInAsync(Mette);
        var (revoked, closed) = (await MakeAsync(mette), await MakeAsync(mette));
        var page = await mette.GetAsync("/account/calendar");
        var form = (IHtmlFormElement)page.Page.QuerySelector("main form[action*=Revoke]")!;

        var told = await mette.SubmitAndFollowAsync(form);
        Assert.Contains("lukket", told.Told, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await app.Visit().GetAsync(revoked)).Status);
        Assert.Equal(HttpStatusCode.OK, (await app.Visit().GetAsync(closed)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await app.Visit().GetAsync("/calendar/guess.ics")).Status);

        await using var db = app.Open();
        await db.Users.Where(a => a.Email == Mette).ExecuteUpdateAsync(s => s.SetProperty(a => a.IsClosed, true), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, (await app.Visit().GetAsync(closed)).Status);
    }

    [Fact]
    public async Task Feed_MadeAndRevoked_LeaveAuditRowsAndNoSecret()
    {
        await using var app = await VejviserApp.StartAsync();
        using var mette = await app.SignInAsync(Mette);
        var address = await MakeAsync(mette);
        await app.Visit().GetAsync(address);
        var page = await mette.GetAsync("/account/calendar");
        await mette.SubmitAsync(page.Form("/account/calendar?handler=Revoke"));

        Assert.Single(await app.AuditAsync("calendar.create-feed"));
        Assert.Single(await app.AuditAsync("calendar.revoke-feed"));
        Assert.DoesNotContain(address.Split('/')[^1][..40], page.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(await app.AuditAsync(), e => e.Action.StartsWith("feed", StringComparison.Ordinal) || e.Details?.Contains("ics", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task Make_DoubleClickOrTooMany_IsRefused()
    {
        await using var app = await VejviserApp.StartAsync();
        using var mette = await app.SignInAsync(Mette);
        var page = await mette.GetAsync("/account/calendar");

        await mette.SubmitAsync(page.Form("#make-feed"));
        Assert.Contains("vises kun én gang", (await mette.SubmitAsync(page.Form("#make-feed"))).Failures, StringComparison.Ordinal);
        for (var more = 0; more < 4; more++)
            await MakeAsync(mette);
        var sixth = await mette.SubmitAsync((await mette.GetAsync("/account/calendar")).Form("#make-feed"));

        Assert.Contains("5 åbne adresser", sixth.Failures, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Revoke_SomebodyElses_IsNotFound()
    {
        await using var app = await VejviserApp.StartAsync();
        using var mette = await app.SignInAsync(Mette);
        using var peter = await app.SignInAsync("peter.lund@havneby.example");
        await MakeAsync(peter);
        await MakeAsync(mette);
        await using var db = app.Open();
        var hers = await app.AccountAsync(Mette);
        var feed = await db.CalendarFeeds.SingleAsync(f => f.AccountId == hers.Id, TestContext.Current.CancellationToken);

        var page = await peter.GetAsync("/account/calendar");
        var answer = await peter.SubmitAsync(page.Form("/account/calendar?handler=Revoke"), ("feed", feed.Id.ToString()));

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
    }

    [Fact]
    public async Task Feed_AskedTooOften_IsHeldBack()
    {
        await using var app = await VejviserApp.StartAsync(configure: b => b.Configuration["Calendar:RequestsPerMinute"] = "2");
        using var poller = app.Visit();

        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 3; i++)
            answers.Add((await poller.GetAsync("/calendar/guess.ics")).Status);

        Assert.Equal([HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.TooManyRequests], answers);
    }

    private static async Task<string> MakeAsync(Visitor visitor)
    {
        var made = await visitor.SubmitAsync((await visitor.GetAsync("/account/calendar")).Form("#make-feed"));
        return new Uri(made.One("#address").GetAttribute("value")!).AbsolutePath;
    }
}
