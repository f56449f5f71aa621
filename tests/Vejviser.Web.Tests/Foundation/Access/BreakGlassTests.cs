using System.Net;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.People;
using Vejviser.Testing;

namespace Vejviser.Web.Tests.Foundation.Access;

public sealed class BreakGlassTests
{
    private const string Mette = "mette.holm@havneby.example";
    private const string Peter = "peter.lund@havneby.example";
    private const string Reason = "Udlejer ringer om en vandskade i lejligheden i nat.";

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task BreakGlass_WithAReason_OpensForADayIsAuditedAndSeenByTheCaseWorker(DatabaseKind kind)
    {
        await using var app = await VejviserApp.StartAsync(kind);
        var (household, person) = await ArrangeAsync(app);
        var peter = await app.SignInAsync(Peter);

        var page = await peter.GetAsync($"/break-glass?person={person}&returnUrl=/account");
        Assert.DoesNotContain("Rahimi", page.Body, StringComparison.Ordinal);
        Assert.Equal("/account", (await peter.SubmitAsync(page.Form(), ("Reason", Reason))).Location);

        var entry = Assert.Single(await app.AuditAsync("access.break-glass"));
        Assert.Equal((person, household, Reason), (entry.PersonId, entry.HouseholdId, entry.Reason));
        Assert.True(await SeesAsync(app));
        app.Clock.Advance(TimeSpan.FromHours(24));
        Assert.False(await SeesAsync(app));

        var mette = await app.SignInAsync(Mette);
        Assert.Single((await mette.GetAsync("/")).Page.QuerySelectorAll("main a[href='/break-glass/seen']"));
        var seen = await mette.GetAsync("/break-glass/seen");
        Assert.Contains(Reason, seen.Body, StringComparison.Ordinal);
        Assert.Equal(1, await CountAsync(app, Mette));
        await mette.SubmitAsync(seen.Form("/break-glass/seen"));
        Assert.Equal(0, await CountAsync(app, Mette));
        Assert.Equal(person, Assert.Single(await app.AuditAsync("access.acknowledge-break-glass")).PersonId);
    }

    [Theory]
    [InlineData("")]
    [InlineData("fordi")]
    public async Task BreakGlass_WithoutAProperReason_StaysClosed(string reason)
    {
        await using var app = await VejviserApp.StartAsync();
        var (_, person) = await ArrangeAsync(app);
        var peter = await app.SignInAsync(Peter);
        var answer = await peter.SubmitAsync((await peter.GetAsync($"/break-glass?person={person}")).Form(), ("Reason", reason));
        Assert.StartsWith("Skriv lidt mere om hvorfor, mindst 20 tegn", answer.Failures, StringComparison.Ordinal);
        Assert.False(await SeesAsync(app));
    }

    [Fact]
    public async Task BreakGlass_WithoutPermission_IsForbidden()
    {
        await using var app = await VejviserApp.StartAsync();
        var (_, person) = await ArrangeAsync(app);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await app.SignInAsync("birgit.storm@havneby.example")).GetAsync($"/break-glass?person={person}")).Status);
    }

    [Fact]
    public async Task BreakGlass_UnknownPerson_IsNotFound()
    {
        await using var app = await VejviserApp.StartAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.SignInAsync(Peter)).GetAsync($"/break-glass?person={Guid.CreateVersion7()}")).Status);
    }

    [Fact]
    public async Task BreakGlass_PersonOneWorksWith_GoesStraightThere()
    {
        await using var app = await VejviserApp.StartAsync();
        var (_, person) = await ArrangeAsync(app, Peter);
        Assert.Equal($"/people/{person}", (await (await app.SignInAsync(Peter)).GetAsync($"/break-glass?person={person}")).Location);
    }

    [Fact]
    public async Task Seen_AnothersPerson_IsNotListedAndCannotBeAcknowledged()
    {
        await using var app = await VejviserApp.StartAsync();
        var (_, person) = await ArrangeAsync(app);
        var peter = await app.SignInAsync(Peter);
        await peter.SubmitAsync((await peter.GetAsync($"/break-glass?person={person}")).Form(), ("Reason", Reason));
        await using var db = app.Open();
        var id = await db.BreakGlasses.Select(b => b.Id).SingleAsync(TestContext.Current.CancellationToken);

        var own = await peter.GetAsync("/break-glass/seen");
        Assert.DoesNotContain(Reason, own.Body, StringComparison.Ordinal);
        var mette = await app.SignInAsync(Mette);
        var form = (await mette.GetAsync("/break-glass/seen")).Form("/break-glass/seen");
        var account = (await peter.GetAsync("/account")).Form("/account?handler=SignOutEverywhere");
        account.SetAttribute("action", "/break-glass/seen");
        Assert.Equal(HttpStatusCode.NotFound, (await peter.SubmitAsync(account, ("id", id.ToString()))).Status);
        Assert.True((await mette.SubmitAsync(form)).IsRedirect);
    }

    private static async Task<(Guid Household, Guid Person)> ArrangeAsync(VejviserApp app, string caseWorker = Mette)
    {
        await using var db = app.Open();
        var household = new Household { Name = "Rahimi", CaseWorkerId = (await app.AccountAsync(caseWorker)).Id };
        var person = new Person { HouseholdId = household.Id, GivenName = "Laila", FamilyName = "Rahimi", SearchName = "laila rahimi" };
        db.AddRange(household, person);
        await db.SaveAsync(new AuditContext(null, "test.arrange", TestDatabase.Start.UtcDateTime), new AuditSubject(person.Id, household.Id), TestContext.Current.CancellationToken);
        return (household.Id, person.Id);
    }

    private static async Task<bool> SeesAsync(VejviserApp app)
    {
        await using var db = app.Open();
        using var reads = new PreparedReads(app.Database.Address);
        var reader = await LoadReader.RunAsync(reads, (await app.AccountAsync(Peter)).Id, null, TestContext.Current.CancellationToken);
        return await db.Households.VisibleTo(db, reader!, app.Clock.GetUtcNow().UtcDateTime).AnyAsync(h => h.Name == "Rahimi", TestContext.Current.CancellationToken);
    }

    private static async Task<int> CountAsync(VejviserApp app, string email)
    {
        using var reads = new PreparedReads(app.Database.Address);
        var reader = await LoadReader.RunAsync(reads, (await app.AccountAsync(email)).Id, null, TestContext.Current.CancellationToken);
        return await reads.AskAsync(BreakGlassesToSee.CountOf(reader!), TestContext.Current.CancellationToken);
    }
}
