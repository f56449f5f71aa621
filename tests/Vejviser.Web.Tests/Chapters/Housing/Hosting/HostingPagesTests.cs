using System.Net;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Chapters.Housing.Hosting;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Testing;
using Vejviser.Web.Tests.Engine.Plans.Enrolment;

namespace Vejviser.Web.Tests.Chapters.Housing.Hosting;

public sealed class HostingPagesTests
{
    private static readonly (string, string?)[] Filled = [("name", "Inger Toft"), ("address", "Fjordvej 12"), ("phone", "12 34 56 78"), ("rooms", "1"), ("people", "2"), ("from", "2026-03-02"), ("together", "NoMatter")];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/housing/hosts")]
    [InlineData("/housing/hosts/proposal")]
    [InlineData("/housing/fairness")]
    public async Task Page_WithoutThePermission_IsForbidden_AndOpensForHousing(string path)
    {
        await using var app = await VejviserApp.StartAsync();
        Assert.Equal(HttpStatusCode.Forbidden, (await (await app.SignInAsync("ulla.frost@havneby.example")).GetAsync(path)).Status);
        var page = await (await app.SignInAsync("peter.lund@havneby.example")).GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Single(page.Page.QuerySelectorAll("h1"));
    }

    [Theory]
    [InlineData("/housing/hosts/0193a3a0-0000-7000-8000-000000000000")]
    [InlineData("/housing/hosts/wishes/0193a3a0-0000-7000-8000-000000000000")]
    public async Task Page_UnknownId_IsNotFound(string path)
    {
        await using var app = await VejviserApp.StartAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.SignInAsync("peter.lund@havneby.example")).GetAsync(path)).Status);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Enquiry_SentTwice_IsOneAndSendsNothingToTheAddress(DatabaseKind kind)
    {
        await using var app = await VejviserApp.StartAsync(kind);
        await app.TakeUpAsync(HostingRules.Practice);
        var citizen = app.Visit();
        var form = (await citizen.GetAsync("/become-a-host")).Form("#enquiry-form");
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        (string, string?)[] fields = [.. Filled, ("email", "inger@example.com")];
        Assert.Equal("/become-a-host/thanks", (await citizen.SubmitAsync(form, fields)).Location);
        Assert.Equal("/become-a-host/thanks", (await citizen.SubmitAsync(form, fields)).Location);

        await using var db = app.Open();
        var host = await db.PrivateHosts.SingleAsync(Cancel);
        Assert.Equal(("Inger Toft", HostState.Enquired, new DateOnly(2026, 3, 4)), (host.Name, host.State, host.AnswerBy));
        Assert.False(await db.Messages.AnyAsync(Cancel));
        var row = Assert.Single(await app.AuditAsync("hosting.ask"));
        Assert.Null(row.ActorId);
        Assert.DoesNotContain("Inger", row.Details ?? "", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("website", "http://spam.example", null)]
    [InlineData("about", "Se www.spam.example", "uden links")]
    [InlineData("phone", "ring", "kan ikke være rigtigt")]
    [InlineData("rooms", "90", "Højst 10")]
    [InlineData("from", "2030-01-01", "det næste år")]
    [InlineData("name", " ", "dit navn")]
    [InlineData("shown", "forged", "stået åben længe")]
    public async Task Enquiry_TrapOrFault_TakesNothing(string field, string value, string? said)
    {
        await using var app = await VejviserApp.StartAsync();
        await app.TakeUpAsync(HostingRules.Practice);
        var citizen = app.Visit();
        var form = (await citizen.GetAsync("/become-a-host")).Form("#enquiry-form");
        app.Clock.Advance(TimeSpan.FromMinutes(1));

        var answer = await citizen.SubmitAsync(form, [.. Filled.Where(f => f.Item1 != field), (field, value)]);

        // Who falls into the trap is thanked and learns nothing.
        Assert.Equal(said is null, answer.IsRedirect);
        if (said is not null)
            Assert.Contains(said, answer.Failures, StringComparison.Ordinal);
        await using var db = app.Open();
        Assert.False(await db.PrivateHosts.AnyAsync(Cancel));
    }

    [Fact]
    public async Task Enquiry_SoonerThanAnybodyCanRead_IsShownAgainWithWhatWasWritten()
    {
        await using var app = await VejviserApp.StartAsync();
        await app.TakeUpAsync(HostingRules.Practice);
        var citizen = app.Visit();
        var answer = await citizen.SubmitAsync((await citizen.GetAsync("/become-a-host")).Form("#enquiry-form"), Filled);
        Assert.Contains("Vent et par sekunder", answer.Failures, StringComparison.Ordinal);
        Assert.Equal("Fjordvej 12", answer.One("#address").GetAttribute("value"));
    }

    [Fact]
    public async Task Enquiry_ManyFromOneAddress_AreStopped()
    {
        await using var app = await VejviserApp.StartAsync(args: ["--Hosts:MostAnHour", "2"]);
        await app.TakeUpAsync(HostingRules.Practice);
        var citizen = app.Visit();
        var form = (await citizen.GetAsync("/become-a-host")).Form("#enquiry-form");
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 3; i++)
            answers.Add((await citizen.SubmitAsync(form, Filled)).Status);
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.TooManyRequests], answers);
    }

    [Fact]
    public async Task Enquiry_PracticeNotInUse_IsClosed()
    {
        await using var app = await VejviserApp.StartAsync();
        var page = await app.Visit().GetAsync("/become-a-host");
        Assert.Empty(page.Page.QuerySelectorAll("#enquiry-form"));
        Assert.Single(page.Page.QuerySelectorAll(".empty"));
    }

    [Fact]
    public async Task OwnPage_WrongCodesThenRevoked_IsClosed()
    {
        await using var app = await VejviserApp.StartAsync();
        var peter = await app.SignInAsync("peter.lund@havneby.example");
        var host = await HostAsync(app);
        Assert.True((await app.Visit().GetAsync("/host")).IsRedirect);
        var (link, code) = await AccessAsync(peter, host);
        var mine = app.Visit();
        var form = (await mine.GetAsync(link)).Form("#code-form");
        Assert.Contains("passer ikke", (await mine.SubmitAsync(form, ("code", "00000000"))).Failures, StringComparison.Ordinal);
        Assert.Equal("/host", (await mine.SubmitAsync(form, ("code", code))).Location);
        Assert.Contains("Inger Toft", (await mine.GetAsync("/host")).Body, StringComparison.Ordinal);
        // A host is nobody elsewhere, and an employee nobody here.
        Assert.True((await mine.GetAsync("/housing/hosts")).IsRedirect);
        Assert.True((await peter.GetAsync("/host")).IsRedirect);

        await AccessAsync(peter, host);
        Assert.True((await mine.GetAsync("/host")).IsRedirect);
    }

    private static async Task<(string Link, string Code)> AccessAsync(Visitor peter, Guid host)
    {
        var given = await peter.SubmitAsync((await peter.GetAsync($"/housing/hosts/{host}")).Form("#access-form"));
        return (new Uri(given.One("#own-address").TextContent.Trim()).AbsolutePath, given.One("#own-code").TextContent.Trim());
    }

    private static async Task<Guid> HostAsync(VejviserApp app)
    {
        await using var db = app.Open();
        var now = TestDatabase.Start.UtcDateTime;
        var host = new PrivateHost { Name = "Inger Toft", Address = "Fjordvej 12", Phone = "12345678", Language = "da", Rooms = 1, PeopleMost = 2, From = new DateOnly(2026, 3, 2), Speaks = "da", ReceivedAt = now, AnswerBy = new DateOnly(2026, 3, 4), Version = 1 };
        db.Add(host);
        await db.SaveAsync(new AuditContext(null, "demo.seed", now), new AuditSubject(Entity: "private-host", EntityId: host.Id), Cancel);
        return host.Id;
    }
}
