using System.Net;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Foundation.Access;
using Vejviser.Testing;
using Vejviser.Web.Tests.Engine.Plans;

namespace Vejviser.Web.Tests.Chapters.Reception;

[Trait("Run", "Quick")]
public sealed class ArrivalsTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/arrivals", Permissions.PlansRead)]
    [InlineData("/arrivals/export?format=csv", Permissions.Export)]
    [InlineData("/job-ready", Permissions.PlansRead)]
    [InlineData("/job-ready/export?format=csv", Permissions.Export)]
    public async Task Get_WithoutPermission_IsForbidden(string path, string permission)
    {
        await using var app = await VejviserApp.StartAsync();
        await app.WithoutAsync("Modtagelse", permission);
        var mette = await app.SignInAsync(RoadWorld.Mette);
        Assert.Equal(HttpStatusCode.Forbidden, (await mette.GetAsync(path)).Status);
    }

    [Fact]
    public async Task Get_NobodyComing_SaysWhatToDoNext()
    {
        await using var app = await VejviserApp.StartAsync();
        var mette = await app.SignInAsync(RoadWorld.Mette);
        Assert.Equal("/import", (await mette.GetAsync("/arrivals")).One(".empty a").GetAttribute("href"));
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Get_Coming_SaysHowReadyWhatIsMissingAndWhoHasIt(DatabaseKind kind)
    {
        await using var app = await VejviserApp.StartAsync(kind);
        var (household, plan) = await app.RunningAsync();
        await app.DoneAsync([(await app.TaskAsync(plan, "open-case")).Id]);
        var mette = await app.SignInAsync(RoadWorld.Mette);

        var page = await mette.GetAsync("/arrivals");
        Assert.Contains("Amal Haddad", page.One($"#h-{household.Id}").TextContent, StringComparison.Ordinal);
        Assert.Matches("1 af \\d\\d opgaver", page.Texts($"#h-{household.Id} .arrivals-done").Single());
        var missing = page.Texts($"#h-{household.Id} .arrivals-missing li");
        Assert.Equal(3, missing.Count);
        Assert.Contains("Modtageenheden", missing[0], StringComparison.Ordinal);
        Assert.Contains("Forsinket", missing[0], StringComparison.Ordinal);
        Assert.Contains("4 personer: 37, 40, 7, 2 år", string.Join(' ', page.Texts($"#h-{household.Id} .arrivals-who p")), StringComparison.Ordinal);
        Assert.Contains(household.Id.ToString(), Assert.Single(await app.AuditAsync("arrivals.read")).Details, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_HouseholdOfOthers_IsNotThere()
    {
        await using var app = await VejviserApp.StartAsync();
        await app.FamilyAsync(arrival: new DateOnly(2026, 3, 9));
        var peter = await app.SignInAsync(RoadWorld.Peter);
        Assert.DoesNotContain("Haddad", (await peter.GetAsync("/arrivals")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_ProtectedNameWithoutTheCompartment_ShowsTheReference()
    {
        await using var app = await VejviserApp.StartAsync();
        await app.RunningAsync(isProtected: true);
        var chief = await app.SignInAsync(RoadWorld.Chief);
        var page = await chief.GetAsync("/arrivals");
        Assert.DoesNotContain("Haddad", page.Body, StringComparison.Ordinal);
        Assert.Contains("H2026-900001", page.One(".arrivals-card h3").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_TakeoverMissing_StandsUnderDateMissing()
    {
        await using var app = await VejviserApp.StartAsync();
        var household = await app.FamilyAsync(allocation: new DateOnly(2026, 2, 1));
        var mette = await app.SignInAsync(RoadWorld.Mette);
        var page = await mette.GetAsync("/arrivals?show=undated");
        Assert.Equal($"/households/{household.Id}/takeover", page.One($"#h-{household.Id} dd a").GetAttribute("href"));
        Assert.Empty((await mette.GetAsync("/arrivals")).Page.QuerySelectorAll(".arrivals-card"));
    }

    [Theory]
    [InlineData("centre=Centre+Nord", 1)]
    [InlineData("centre=Elsewhere", 0)]
    [InlineData("language=ar", 1)]
    [InlineData("language=uk", 0)]
    public async Task Get_Filter_Narrows(string filter, int expected)
    {
        await using var app = await VejviserApp.StartAsync();
        await app.FamilyAsync(arrival: new DateOnly(2026, 3, 9));
        var mette = await app.SignInAsync(RoadWorld.Mette);
        Assert.Equal(expected, (await mette.GetAsync($"/arrivals?{filter}")).Page.QuerySelectorAll(".arrivals-card").Length);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task PostArrived_AnotherDayThanAgreed_MovesOpenTasksAndIsAudited(DatabaseKind kind)
    {
        await using var app = await VejviserApp.StartAsync(kind);
        var (household, plan) = await app.RunningAsync();
        app.Clock.Advance(TimeSpan.FromDays(14));
        var mette = await app.SignInAsync(RoadWorld.Mette);
        var board = await mette.GetAsync("/arrivals");

        var after = await mette.SubmitAndFollowAsync(board.Form("/arrivals?handler=Arrived"), ("day", "2026-03-16"));

        Assert.NotNull(after.Told);
        await using var db = app.Open();
        var now = await db.Households.SingleAsync(h => h.Id == household.Id, Cancel);
        Assert.Equal((true, new DateOnly(2026, 3, 16)), (now.HasArrived, now.ArrivalDate));
        Assert.Equal(new DateOnly(2026, 3, 16), (await app.TaskAsync(plan, "keys-and-home")).Due);
        Assert.Single(await app.AuditAsync("reception.mark-arrived"), e => e.Entity == "household");
        Assert.Contains("Amal Haddad", (await mette.GetAsync("/arrivals?show=arrived")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PostArrived_DayAfterToday_ChangesNothing()
    {
        await using var app = await VejviserApp.StartAsync();
        var (household, _) = await app.RunningAsync();
        app.Clock.Advance(TimeSpan.FromDays(7));
        var mette = await app.SignInAsync(RoadWorld.Mette);
        var page = await mette.SubmitAsync((await mette.GetAsync("/arrivals")).Form("/arrivals?handler=Arrived"), ("day", "2026-03-20"));
        Assert.Contains("efter i dag", page.Failures, StringComparison.Ordinal);
        await using var db = app.Open();
        Assert.False((await db.Households.SingleAsync(h => h.Id == household.Id, Cancel)).HasArrived);
    }

    [Fact]
    public async Task Export_FormulaAsName_StaysText()
    {
        await using var app = await VejviserApp.StartAsync();
        await app.FamilyAsync("=1+1 Haddad", new DateOnly(2026, 3, 9));
        var mette = await app.SignInAsync(RoadWorld.Mette);
        var csv = await mette.GetAsync("/arrivals/export?format=csv");
        Assert.DoesNotContain(csv.Body.Split('\n').SelectMany(l => l.Split(';')), cell => cell.TrimStart('"').StartsWith('='));
        Assert.Contains("=1+1 Haddad", csv.Body, StringComparison.Ordinal);
        Assert.Single(await app.AuditAsync("arrivals.export"));
        Assert.Equal(HttpStatusCode.BadRequest, (await mette.GetAsync("/arrivals/export?format=pdf")).Status);
    }
}
