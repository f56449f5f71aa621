using System.Net;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Insight;
using Vejviser.Testing;
using Vejviser.Web.Tests.Engine.Plans;

namespace Vejviser.Web.Tests.Insight;

public sealed class ManagersTests
{
    private const string Birgit = "birgit.storm@havneby.example";

    private static readonly DateTime Now = TestDatabase.Start.UtcDateTime;

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Get_Manager_SeesLateByTeamStepAndEmployee(DatabaseKind kind)
    {
        await using var app = await VejviserApp.StartAsync(kind);
        var town = await WorkTown.BuildAsync(app);
        await town.TaskAsync("Yousef Al-Khatib", -3, account: "mette.holm");
        await town.TaskAsync("Yousef Al-Khatib", 14, account: "mette.holm");
        await town.TaskAsync("Yousef Al-Khatib", 15, account: "mette.holm");
        await town.TaskAsync("Mariam Haddad", -1, unit: "Boligteamet", step: "open-case");
        await town.TaskAsync("Mariam Haddad", null, unit: null);
        using var birgit = await app.SignInAsync(Birgit);

        var page = await birgit.GetAsync("/managers");

        Assert.Equal(["Boligteamet 1 01-03-2026 1", "Modtageenheden 1 27-02-2026 3", "Ingen ansvarlig 0 1"], page.Texts("[aria-labelledby=team-title] tbody tr").OrderBy(t => t[0] == 'I').ThenBy(t => t, StringComparer.Ordinal));
        Assert.Equal(["Mette Holm 1 1 3"], page.Texts("[aria-labelledby=employee-title] tbody tr"));
        Assert.Equal(2, page.Texts("[aria-labelledby=step-title] tbody tr").Count);
        Assert.Equal(LateTrend.Weeks + 1, page.Page.QuerySelectorAll("#trend tbody tr").Length);
        Assert.DoesNotContain("Yousef", page.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_WithinHalfAMinute_SharesTheCountAndSaysItsTime_AfterItCountsAnew()
    {
        await using var app = await VejviserApp.StartAsync();
        var town = await WorkTown.BuildAsync(app);
        await town.TaskAsync("Yousef Al-Khatib", -3, account: "mette.holm");
        using var birgit = await app.SignInAsync(Birgit);
        var first = await birgit.GetAsync("/managers");
        await town.TaskAsync("Yousef Al-Khatib", -3, account: "mette.holm");
        app.Clock.Advance(TimeSpan.FromSeconds(10));
        var shared = await birgit.GetAsync("/managers");
        // Twice: on a busy machine the count of the half minute before may stand while this one is taken.
        app.Clock.Advance(2 * Sharing.Standing);
        var anew = await birgit.GetAsync("/managers");

        Assert.Equal(["1 opgave", "1 opgave"], first.Texts(".managers-figures dd"));
        Assert.Equal(["1 opgave", "1 opgave"], shared.Texts(".managers-figures dd"));
        Assert.Equal(["2 opgaver", "2 opgaver"], anew.Texts(".managers-figures dd"));
        Assert.Contains("Talt op 02-03-2026 kl. 09.01", anew.One(".lead").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Count_ManagersOfDifferentUnits_ShareNothing()
    {
        await using var app = await VejviserApp.StartAsync();
        var town = await WorkTown.BuildAsync(app);
        await town.TaskAsync("Yousef Al-Khatib", -1, unit: "Boligteamet");
        var housing = await town.UnitAsync("Boligteamet");
        var whole = Reader.System with { Grants = new Dictionary<string, IReadOnlySet<Guid>> { [Permissions.Managers] = new HashSet<Guid>() } };
        var part = Reader.System with { Grants = new Dictionary<string, IReadOnlySet<Guid>> { [Permissions.Managers] = new HashSet<Guid> { await town.UnitAsync("Modtageenheden") } } };
        var own = Reader.System with { Grants = new Dictionary<string, IReadOnlySet<Guid>> { [Permissions.Managers] = new HashSet<Guid> { housing } } };
        var counts = new CountWork(app.Database.Address, app.Clock);
        var cancel = TestContext.Current.CancellationToken;

        var open = new List<int>();
        foreach (var reader in new[] { whole, part, own })
            open.Add((await counts.ReadAsync(reader, cancel)).Load.Open);
        Assert.Equal([1, 0, 1], open);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Trend_CountsWhatWasOpenAndDueWhenTheWeekEnded(DatabaseKind kind)
    {
        await using var app = await VejviserApp.StartAsync(kind);
        var town = await WorkTown.BuildAsync(app);
        // Sundays before Monday 2 March 2026: 1 March, 22 February …
        await town.TaskAsync("Yousef Al-Khatib", -8, account: "mette.holm");
        await town.TaskAsync("Yousef Al-Khatib", -8, account: "mette.holm", state: TaskState.Done, closedAt: At(2026, 2, 24));
        await town.TaskAsync("Yousef Al-Khatib", -8, account: "mette.holm", state: TaskState.Done, closedAt: At(2026, 2, 20));
        await town.TaskAsync("Yousef Al-Khatib", -1, account: "mette.holm");

        await using var db = app.Open();
        var trend = await LateTrend.ReadAsync(db, Reader.System, Now, TestContext.Current.CancellationToken);

        Assert.Equal(new DateOnly(2025, 9, 7), trend.Points[0].Day);
        Assert.Equal([(new DateOnly(2026, 2, 15), 0), (new DateOnly(2026, 2, 22), 2), (new DateOnly(2026, 3, 1), 2), (new DateOnly(2026, 3, 2), 2)], trend.Points.TakeLast(4).Select(p => (p.Day, p.Late)));
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task OnTime_GoesByTheDanishDay(DatabaseKind kind)
    {
        await using var app = await VejviserApp.StartAsync(kind);
        var town = await WorkTown.BuildAsync(app);
        // Due 20 September 2025: 23.30 Danish summer time is in time, 00.30 is not, though UTC still says the 20th.
        var due = new DateOnly(2025, 9, 20).DayNumber - new DateOnly(2026, 3, 2).DayNumber;
        await town.TaskAsync("Yousef Al-Khatib", due, account: "mette.holm", state: TaskState.Done, closedAt: new DateTime(2025, 9, 20, 21, 30, 0, DateTimeKind.Utc));
        await town.TaskAsync("Yousef Al-Khatib", due, account: "mette.holm", state: TaskState.Done, closedAt: new DateTime(2025, 9, 20, 22, 30, 0, DateTimeKind.Utc));
        // Due 20 January 2026: winter time, so 22.30 UTC is still the 20th.
        await town.TaskAsync("Yousef Al-Khatib", due + 122, account: "mette.holm", state: TaskState.Done, closedAt: new DateTime(2026, 1, 20, 22, 30, 0, DateTimeKind.Utc));
        await town.TaskAsync("Yousef Al-Khatib", due + 122, account: "mette.holm", state: TaskState.Skipped, closedAt: new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc));

        await using var db = app.Open();
        var trend = await LateTrend.ReadAsync(db, Reader.System, Now, TestContext.Current.CancellationToken);

        Assert.Equal(new PhaseOnTime("reception-plan", "before-arrival", Done: 3, OnTime: 2), Assert.Single(trend.Phases));
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Scope_OneUnit_SeesThatUnitsTasksOnly(DatabaseKind kind)
    {
        await using var app = await VejviserApp.StartAsync(kind);
        var town = await WorkTown.BuildAsync(app);
        await town.TaskAsync("Yousef Al-Khatib", -1, unit: "Boligteamet");
        await town.TaskAsync("Yousef Al-Khatib", -1, unit: null, account: "peter.lund");
        await town.TaskAsync("Mariam Haddad", -1, unit: "Modtageenheden");
        var housing = await town.UnitAsync("Boligteamet");
        var reader = Reader.System with { AccountId = await town.AccountAsync("peter.lund"), UnitIds = [housing], Grants = new Dictionary<string, IReadOnlySet<Guid>> { [Permissions.Managers] = new HashSet<Guid> { housing } } };

        await using var db = app.Open();
        var load = await OpenLoad.ReadAsync(db, reader, DateOnly.FromDateTime(Now), TestContext.Current.CancellationToken);
        var late = await LateList.ReadAsync(db, reader, new LateFilter(), Now, DateOnly.FromDateTime(Now), 50, TestContext.Current.CancellationToken);

        Assert.Equal((2, 2), (load.Open, load.Late));
        Assert.Equal((2, 2), (late.Total, late.Rows.Count));
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Late_ByTeam_ListsAndPagesAndIsRead(DatabaseKind kind)
    {
        await using var app = await VejviserApp.StartAsync(kind);
        var town = await WorkTown.BuildAsync(app);
        for (var i = 0; i < 51; i++)
            await town.TaskAsync("Yousef Al-Khatib", -1 - i % 3, account: "mette.holm");
        await town.TaskAsync("Mariam Haddad", -1, unit: null);
        using var birgit = await app.SignInAsync(Birgit);

        var first = await birgit.GetAsync($"/managers/late?team={await town.UnitAsync("Modtageenheden")}");
        var second = await birgit.GetAsync(first.One("a[rel=next]").GetAttribute("href")!);
        var nobody = await birgit.GetAsync("/managers/late?team=none");

        Assert.Equal((50, 1), (first.Page.QuerySelectorAll("tbody tr").Length, second.Page.QuerySelectorAll("tbody tr").Length));
        Assert.Contains("51 opgaver", first.One(".lead").TextContent, StringComparison.Ordinal);
        Assert.Contains("Mariam Haddad", Assert.Single(nobody.Texts("tbody tr")), StringComparison.Ordinal);
        Assert.Equal(3, (await app.AuditAsync("managers.read")).Count);
    }

    [Fact]
    public async Task Late_HouseholdOutsideNeedToKnow_IsCountedNotNamed()
    {
        await using var app = await VejviserApp.StartAsync();
        var town = await WorkTown.BuildAsync(app);
        await town.TaskAsync("Yousef Al-Khatib", -1, unit: "Boligteamet");
        var reader = Reader.System with { Grants = new Dictionary<string, IReadOnlySet<Guid>> { [Permissions.Managers] = new HashSet<Guid>() } };

        await using var db = app.Open();
        var late = await LateList.ReadAsync(db, reader, new LateFilter(), Now, DateOnly.FromDateTime(Now), 50, TestContext.Current.CancellationToken);

        Assert.Empty(late.Rows);
        Assert.Equal((1, 1), (late.Total, late.Hidden));
    }

    [Fact]
    public async Task Get_WithoutPermission_IsForbidden_AndEmptyTownSaysSo()
    {
        await using var app = await VejviserApp.StartAsync();
        using var mette = await app.SignInAsync("mette.holm@havneby.example");
        using var birgit = await app.SignInAsync(Birgit);

        foreach (var address in new[] { "/managers", "/managers/late", "/managers/export?table=team&format=csv" })
            Assert.Equal(HttpStatusCode.Forbidden, (await mette.GetAsync(address)).Status);
        Assert.Contains("ingen opgaver endnu", (await birgit.GetAsync("/managers")).One(".empty").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("team")]
    [InlineData("step")]
    [InlineData("employee")]
    [InlineData("trend")]
    [InlineData("phase")]
    public async Task Export_EachTable_GivesCsvAndAuditRow(string table)
    {
        await using var app = await VejviserApp.StartAsync();
        var town = await WorkTown.BuildAsync(app);
        await town.TaskAsync("Yousef Al-Khatib", -1, account: "mette.holm");
        await town.TaskAsync("Yousef Al-Khatib", -1, account: "mette.holm", state: TaskState.Done, closedAt: At(2026, 2, 20));
        using var birgit = await app.SignInAsync(Birgit);

        var csv = await birgit.GetAsync($"/managers/export?table={table}&format=csv");

        Assert.StartsWith("text/csv", csv.Headers["Content-Type"], StringComparison.Ordinal);
        Assert.True(csv.Body.Trim().Split('\n').Length > 1, csv.Body);
        Assert.Contains(table, Assert.Single(await app.AuditAsync("managers.export")).Details, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await birgit.GetAsync("/managers/export?table=secrets&format=csv")).Status);
    }

    private static DateTime At(int year, int month, int day) => new(year, month, day, 9, 0, 0, DateTimeKind.Utc);
}
