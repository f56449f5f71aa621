using System.Net;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Foundation.Access;
using Vejviser.Testing;

namespace Vejviser.Web.Tests.Engine.Plans.Enrolment;

public sealed class PracticePeopleTests
{
    private const string Address = $"/practices/{EnrolTown.Packages}/people";

    [Fact]
    public async Task Get_WithoutPermission_IsForbidden()
    {
        await using var app = await VejviserApp.StartAsync();
        await app.WithoutAsync("Modtagelse", Permissions.PlansRead);
        await app.WithoutAsync("Fagmedarbejder", Permissions.PlansRead);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await app.SignInAsync(RoadWorld.Mette)).GetAsync(Address)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await app.SignInAsync("lars.dam@havneby.example")).GetAsync($"{Address}/export?format=csv")).Status);
    }

    [Fact]
    public async Task Get_UnknownPractice_IsNotFound()
    {
        await using var app = await VejviserApp.StartAsync();
        var mette = await app.SignInAsync(RoadWorld.Mette);
        Assert.Equal(HttpStatusCode.NotFound, (await mette.GetAsync("/practices/no-such/people")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await mette.GetAsync("/practices/no-such/people/export?format=csv")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await mette.GetAsync($"{Address}/export?format=pdf")).Status);
    }

    [Fact]
    public async Task Get_Nobody_SaysWhatToDo()
    {
        await using var app = await VejviserApp.StartAsync();
        await app.TakeUpAsync(EnrolTown.Packages);
        Assert.NotNull((await (await app.SignInAsync(RoadWorld.Mette)).GetAsync(Address)).Page.QuerySelector(".empty"));
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Get_EachState_ShowsThoseAndHowTheOthersLeft(DatabaseKind kind)
    {
        await using var app = await VejviserApp.StartAsync(kind);
        await app.TakeUpAsync(EnrolTown.Packages);
        var people = new[] { await app.HeadAsync(), await app.HeadAsync("Nour Salem", "H2026-900002"), await app.HeadAsync("Olena Koval", "H2026-900003") };
        var plans = new List<Guid>();
        foreach (var person in people)
            plans.Add(await app.EnrolAsync(person));
        var mette = await app.SignInAsync(RoadWorld.Mette);
        await mette.SubmitAsync((await mette.GetAsync($"/plans/{plans[1]}")).Form($"/plans/{plans[1]}?handler=Pause"));
        await mette.SubmitAsync((await mette.GetAsync($"/plans/{plans[2]}")).Form("#break-off"), ("Reason", "got-work"));

        var running = await mette.GetAsync(Address);
        Assert.Equal(["I gang 1", "I kø 0", "På pause 1", "Sluttet 1"], running.Texts(".page-tabs a"));
        Assert.Equal(["Amal Haddad"], running.Texts("tbody th"));
        Assert.Equal(["Nour Salem"], (await mette.GetAsync($"{Address}?show=paused")).Texts("tbody th"));
        var ended = await mette.GetAsync($"{Address}?show=ended");
        Assert.Contains("Afbrudt · ", ended.Texts("tbody tr")[0], StringComparison.Ordinal);
        Assert.NotNull((await mette.GetAsync($"{Address}?show=ended&how=completed")).Page.QuerySelector(".empty"));
        Assert.NotNull((await mette.GetAsync($"{Address}?contact={(await app.AccountAsync(RoadWorld.Mette)).Id}")).Page.QuerySelector(".empty"));
        Assert.Contains(people[0].Id.ToString(), (await app.AuditAsync("practice-people.read"))[0].Details, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Get_Waiting_StandsInTheOrderTheyCame(DatabaseKind kind)
    {
        await using var app = await VejviserApp.StartAsync(kind);
        await app.TakeUpAsync(EnrolTown.Support, ("seats", 0));
        foreach (var (name, reference) in new[] { ("Amal Haddad", "H2026-900001"), ("Nour Salem", "H2026-900002"), ("Olena Koval", "H2026-900003") })
        {
            var person = await app.HeadAsync(name, reference);
            await app.ConsentAsync(person, "information-to-support-centre");
            await app.EnrolAsync(person, EnrolTown.Support);
        }

        var page = await (await app.SignInAsync(RoadWorld.Mette)).GetAsync($"/practices/{EnrolTown.Support}/people?show=waiting");

        Assert.Equal(["1 Amal Haddad", "2 Nour Salem", "3 Olena Koval"], page.Page.QuerySelectorAll("tbody tr").Select(r => $"{r.Children[0].TextContent.Trim()} {r.Children[1].TextContent.Trim()}"));
    }

    [Fact]
    public async Task Get_WhoMayNotSeeThem_SeesAndCountsNobody()
    {
        await using var app = await VejviserApp.StartAsync();
        await app.TakeUpAsync(EnrolTown.Packages);
        await app.EnrolAsync(await app.HeadAsync());

        var page = await (await app.SignInAsync(RoadWorld.Peter)).GetAsync(Address);

        Assert.Equal("I gang 0", page.Texts(".page-tabs a")[0]);
        Assert.DoesNotContain("Haddad", page.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_ProtectedName_StandsAsItsReference()
    {
        await using var app = await VejviserApp.StartAsync();
        await app.TakeUpAsync(EnrolTown.Packages);
        await app.EnrolAsync(await app.HeadAsync(isProtected: true));
        var (chief, mette) = (await app.SignInAsync(RoadWorld.Chief), await app.SignInAsync(RoadWorld.Mette));
        Assert.Equal(["H2026-900001"], (await chief.GetAsync(Address)).Texts("tbody th"));
        Assert.DoesNotContain("Haddad", (await chief.GetAsync($"{Address}/export?format=csv")).Body, StringComparison.Ordinal);
        Assert.Equal(["Amal Haddad"], (await mette.GetAsync(Address)).Texts("tbody th"));
    }

    [Fact]
    public async Task Export_Csv_HoldsTheFilteredPeopleAndIsAudited()
    {
        await using var app = await VejviserApp.StartAsync();
        await app.TakeUpAsync(EnrolTown.Packages);
        await app.EnrolAsync(await app.HeadAsync());
        var mette = await app.SignInAsync(RoadWorld.Mette);

        var file = await mette.GetAsync($"{Address}/export?format=csv");

        Assert.StartsWith("text/csv", file.Headers["Content-Type"], StringComparison.Ordinal);
        Assert.Contains("Amal Haddad", file.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Haddad", (await mette.GetAsync($"{Address}/export?format=csv&show=ended")).Body, StringComparison.Ordinal);
        Assert.Equal(2, (await app.AuditAsync("practice-people.export")).Count);
        Assert.Equal(HttpStatusCode.OK, (await mette.GetAsync($"{Address}/export?format=xlsx")).Status);
    }

    [Fact]
    public async Task Get_MoreThanAPage_LeadsOn()
    {
        await using var app = await VejviserApp.StartAsync();
        await app.TakeUpAsync(EnrolTown.Packages);
        var head = await app.HeadAsync();
        await app.EnrolAsync(head);
        await using (var db = app.Open())
        {
            var version = await db.PracticeVersions.SingleAsync(EnrolTown.Cancel);
            db.Plans.AddRange(Enumerable.Range(0, 60).Select(i => new Plan
            {
                Practice = EnrolTown.Packages, PracticeVersionId = version.Id, HouseholdId = head.HouseholdId, PersonId = head.Id, State = PlanState.Completed,
                StartedAt = TestDatabase.Start.UtcDateTime.AddDays(-i), EndedAt = TestDatabase.Start.UtcDateTime, LawDate = new DateOnly(2026, 3, 2),
            }));
            await db.SaveAsync(new(null, "plans.enrol", TestDatabase.Start.UtcDateTime), new Vejviser.Core.Foundation.Audit.AuditSubject(Entity: "plan"), EnrolTown.Cancel);
        }

        var mette = await app.SignInAsync(RoadWorld.Mette);
        var first = await mette.GetAsync($"{Address}?show=ended");
        Assert.Equal(50, first.Page.QuerySelectorAll("tbody tr").Length);
        var second = await mette.GetAsync(first.One("a[rel=next]").GetAttribute("href")!);

        Assert.Equal(10, second.Page.QuerySelectorAll("tbody tr").Length);
        Assert.Empty(first.Page.QuerySelectorAll("tbody th a").Select(a => a.GetAttribute("href")).Intersect(second.Page.QuerySelectorAll("tbody th a").Select(a => a.GetAttribute("href"))));
    }
}
