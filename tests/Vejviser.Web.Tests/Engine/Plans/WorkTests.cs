using System.Net;
using Vejviser.Testing;

namespace Vejviser.Web.Tests.Engine.Plans;

[Trait("Run", "Quick")]
public sealed class WorkTests
{
    private const string Mette = "mette.holm@havneby.example";

    // Monday 2 March 2026: Sunday is 6 days away.
    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Get_Mine_StandsInSectionsByDueDay(DatabaseKind kind)
    {
        await using var app = await VejviserApp.StartAsync(kind);
        var town = await WorkTown.BuildAsync(app);
        foreach (var due in new int?[] { -3, 0, 6, 7, null })
            await town.TaskAsync("Yousef Al-Khatib", due, account: "mette.holm");
        await town.TaskAsync("Yousef Al-Khatib", -1, account: "peter.lund", unit: "Boligteamet");
        using var mette = await app.SignInAsync(Mette);

        var page = await mette.GetAsync("/");

        Assert.Equal(["For sent (1)", "I dag (1)", "Denne uge (1)", "Senere (1)", "Venter på en dato (1)"], page.Texts("h2.work-head"));
        Assert.Equal(5, page.Page.QuerySelectorAll("[data-row]").Length);
        Assert.Contains("3 dage for sent", page.Texts("[data-row]")[0], StringComparison.Ordinal);
        Assert.Contains("Yousef Al-Khatib", page.Texts("[data-row] bdi")[0], StringComparison.Ordinal);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Get_ManyTasks_PagesByDayWithoutLossOrRepeat(DatabaseKind kind)
    {
        await using var app = await VejviserApp.StartAsync(kind);
        var town = await WorkTown.BuildAsync(app);
        var all = new List<Guid>();
        for (var i = 0; i < 53; i++)
            all.Add((await town.TaskAsync("Yousef Al-Khatib", i % 7 == 0 ? null : i % 5, account: "mette.holm")).Id);
        using var mette = await app.SignInAsync(Mette);

        var first = await mette.GetAsync("/");
        var second = await mette.GetAsync(first.One("a[rel=next]").GetAttribute("href")!);

        var shown = first.Page.QuerySelectorAll("[data-row]").Concat(second.Page.QuerySelectorAll("[data-row]")).Select(r => Guid.Parse(r.Id![2..])).ToList();
        Assert.Equal(all.Order(), shown.Order());
        Assert.Empty(second.Page.QuerySelectorAll("a[rel=next]"));
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Get_Filters_NarrowRowsAndCounts(DatabaseKind kind)
    {
        await using var app = await VejviserApp.StartAsync(kind);
        var town = await WorkTown.BuildAsync(app);
        var home = await town.TaskAsync("Yousef Al-Khatib", 1, account: "mette.holm", area: "housing", blocks: ["job-ready"]);
        await town.TaskAsync("Mariam Haddad", 1, account: "mette.holm", area: "employment");
        await town.TaskAsync("Mariam Haddad", 1, unit: "Modtageenheden");
        using var mette = await app.SignInAsync(Mette);

        var byArea = await mette.GetAsync("/?area=housing");
        var byHousehold = await mette.GetAsync($"/?household={home.HouseholdId}&area=employment");
        var byTeam = await mette.GetAsync($"/?team={await town.UnitAsync("Modtageenheden")}");

        Assert.Equal($"t-{home.Id}", byArea.One("[data-row]").Id);
        Assert.Contains("Stopper: Klar til job", byArea.Texts(".chip")[0], StringComparison.Ordinal);
        Assert.Equal("1", byArea.One(".work-counts .count-this-week").TextContent);
        Assert.Empty(byHousehold.Page.QuerySelectorAll("[data-row]"));
        Assert.Equal(3, byTeam.Page.QuerySelectorAll("[data-row]").Length);
    }

    [Fact]
    public async Task Get_AnotherTeam_IsForbidden()
    {
        await using var app = await VejviserApp.StartAsync();
        var town = await WorkTown.BuildAsync(app);
        using var mette = await app.SignInAsync(Mette);

        foreach (var address in new[] { "/", "/work/people", "/work/export?format=csv" })
            Assert.Equal(HttpStatusCode.Forbidden, (await mette.GetAsync($"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}team={await town.UnitAsync("Boligteamet")}")).Status);
    }

    [Fact]
    public async Task Get_NothingToDo_SaysWhatNext()
    {
        await using var app = await VejviserApp.StartAsync();
        using var mette = await app.SignInAsync(Mette);

        var page = await mette.GetAsync("/");

        Assert.Contains("Du har ingen åbne opgaver.", page.One(".empty").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_NotSignedIn_AsksToSignIn()
    {
        await using var app = await VejviserApp.StartAsync();
        foreach (var address in new[] { "/", "/work/people", "/work/export", "/account/calendar", $"/tasks/{Guid.CreateVersion7()}" })
            Assert.StartsWith("/sign-in", (await app.Visit().GetAsync(address)).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_WritesOneReadRow()
    {
        await using var app = await VejviserApp.StartAsync();
        var town = await WorkTown.BuildAsync(app);
        var task = await town.TaskAsync("Yousef Al-Khatib", 0, account: "mette.holm");
        using var mette = await app.SignInAsync(Mette);

        await mette.GetAsync("/?area=reception");

        var read = Assert.Single(await app.AuditAsync("work.read"));
        Assert.Contains(task.HouseholdId.ToString(), read.Details, StringComparison.Ordinal);
        Assert.Contains("\"filter\":\"area\"", read.Details, StringComparison.Ordinal);
        Assert.DoesNotContain("Yousef", read.Details, StringComparison.Ordinal);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task People_SearchedByName_LeadsToTheirTasksById(DatabaseKind kind)
    {
        await using var app = await VejviserApp.StartAsync(kind);
        var town = await WorkTown.BuildAsync(app);
        var task = await town.TaskAsync("Yousef Al-Khatib", 0, account: "mette.holm");
        await town.TaskAsync("Mariam Haddad", 0, account: "mette.holm");
        using var mette = await app.SignInAsync(Mette);

        var all = await mette.GetAsync("/work/people");
        var found = await mette.SubmitAsync(all.Form(), ("Name", "khatib"));

        Assert.Equal(["Mariam Haddad", "Yousef Al-Khatib"], all.Texts(".people-pick bdi"));
        Assert.Equal($"/?household={task.HouseholdId}", found.One(".people-pick a").GetAttribute("href"));
    }

    [Theory]
    [InlineData("csv", "text/csv; charset=utf-8")]
    [InlineData("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")]
    public async Task Export_Mine_GivesFileAndAuditRows(string format, string contentType)
    {
        await using var app = await VejviserApp.StartAsync();
        var town = await WorkTown.BuildAsync(app);
        var task = await town.TaskAsync("Yousef Al-Khatib", -2, account: "mette.holm", step: "own", ownTitle: "=HYPERLINK(\"http://x\")");
        using var mette = await app.SignInAsync(Mette);

        var file = await mette.GetAsync($"/work/export?format={format}");

        Assert.Equal(contentType, file.Headers["Content-Type"]);
        Assert.StartsWith("attachment", file.Headers["Content-Disposition"], StringComparison.Ordinal);
        if (format == "csv")
        {
            Assert.DoesNotContain(";=", file.Body, StringComparison.Ordinal);
            Assert.DoesNotContain("\n=", file.Body, StringComparison.Ordinal);
            Assert.Contains("Yousef Al-Khatib;", file.Body, StringComparison.Ordinal);
        }

        Assert.Equal(task.HouseholdId, Assert.Single(await app.AuditAsync("work.export")).HouseholdId);
    }

    [Fact]
    public async Task Export_UnknownFormat_IsNotFound_AndWithoutPermissionForbidden()
    {
        await using var app = await VejviserApp.StartAsync();
        using var mette = await app.SignInAsync(Mette);
        using var lars = await app.SignInAsync("lars.dam@havneby.example");

        Assert.Equal(HttpStatusCode.NotFound, (await mette.GetAsync("/work/export?format=exe")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await lars.GetAsync("/work/export?format=csv")).Status);
    }
}
