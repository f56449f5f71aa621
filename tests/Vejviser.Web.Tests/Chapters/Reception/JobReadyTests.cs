using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Foundation.People;
using Vejviser.Testing;
using Vejviser.Web.Tests.Engine.Plans;

namespace Vejviser.Web.Tests.Chapters.Reception;

[Trait("Run", "Quick")]
public sealed class JobReadyTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Get_OneAdultDone_SaysWhoIsReadyAndWhatStopsTheOther(DatabaseKind kind)
    {
        await using var app = await VejviserApp.StartAsync(kind);
        var (household, plan) = await app.RunningAsync();
        var (amal, sami) = await AdultsAsync(app, household);
        await using (var db = app.Open())
        {
            await app.DoneAsync(await db.PlanTasks
                .Where(t => t.PlanId == plan && t.Blocks.Any(b => b.Goal == "job-ready") && !(t.PersonId == sami.Id && t.Step == "bank-account"))
                .Select(t => t.Id).ToListAsync(Cancel));
        }

        var mette = await app.SignInAsync(RoadWorld.Mette);
        var page = await mette.GetAsync("/job-ready");

        Assert.Contains("uge 2", page.One("h1").TextContent, StringComparison.Ordinal);
        Assert.Equal(["2 voksne i alt", "1 er klar", "1 er ikke klar", "0 stoppes af en forsinket opgave"], page.Texts(".road-counts li"));
        var people = page.Texts(".job-ready-people > li");
        Assert.Equal("Amal Haddad Klar", people[0]);
        Assert.StartsWith("Sami Haddad Stoppes af 1 opgave Åbn bankkonto", people[1], StringComparison.Ordinal);
        Assert.StartsWith("Åbn bankkonto", Assert.Single(page.Texts("tbody tr")), StringComparison.Ordinal);
        // The goal: Friday of the second whole week after Monday 9 March 2026.
        Assert.Contains("27. mar", page.One("section h2.arrivals-week").TextContent, StringComparison.Ordinal);
        Assert.Contains(amal.Id.ToString(), Assert.Single(await app.AuditAsync("job-ready.read")).Details, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_ChildWithoutDayCare_StopsBothParents()
    {
        await using var app = await VejviserApp.StartAsync();
        var (_, plan) = await app.RunningAsync();
        await using (var db = app.Open())
            await app.DoneAsync(await db.PlanTasks.Where(t => t.PlanId == plan && t.Step != "day-care-start").Select(t => t.Id).ToListAsync(Cancel));
        var mette = await app.SignInAsync(RoadWorld.Mette);
        var people = (await mette.GetAsync("/job-ready")).Texts(".job-ready-people > li");
        Assert.Equal(2, people.Count);
        Assert.All(people, p => Assert.Contains("Stoppes af 1 opgave", p, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Get_GoalOutsideTheWeeks_IsNotShown()
    {
        await using var app = await VejviserApp.StartAsync();
        await app.RunningAsync();
        var mette = await app.SignInAsync(RoadWorld.Mette);
        Assert.NotNull((await mette.GetAsync("/job-ready?ahead=1")).Page.QuerySelector(".empty"));
        Assert.Null((await mette.GetAsync("/job-ready?ahead=4")).Page.QuerySelector(".empty"));
    }

    [Fact]
    public async Task Get_SecondPage_HasTheSameFiguresAndTheRestOfTheHouseholds()
    {
        await using var app = await VejviserApp.StartAsync();
        const int households = 26;
        await app.AdoptAsync();
        for (var i = 0; i < households; i++)
            await app.StartAsync(await app.FamilyAsync(arrival: new DateOnly(2026, 3, 9), takeover: new DateOnly(2026, 3, 2), allocation: new DateOnly(2026, 1, 12), reference: $"H2026-9001{i:00}"));
        var mette = await app.SignInAsync(RoadWorld.Mette);
        var (first, second) = (await mette.GetAsync("/job-ready"), await mette.GetAsync("/job-ready?page-number=2"));
        Assert.Equal(25, first.Texts(".job-ready-card").Count);
        Assert.Single(second.Texts(".job-ready-card"));
        Assert.Equal("52 voksne i alt", first.Texts(".road-counts li")[0]);
        Assert.Equal(first.Texts(".road-counts li"), second.Texts(".road-counts li"));
        Assert.Equal("/job-ready?page-number=2", first.One("nav a[rel=next]").GetAttribute("href"));
        Assert.Equal(["Side 1", "Side 2"], [first.One("nav:has(> a[rel=next]) > span").TextContent, second.One("nav:has(> a[rel=prev]) > span").TextContent]);
        Assert.Empty(second.Page.QuerySelectorAll("a[rel=next]"));
    }

    [Fact]
    public async Task Export_Csv_HasARowForEachStop()
    {
        await using var app = await VejviserApp.StartAsync();
        await app.RunningAsync();
        var mette = await app.SignInAsync(RoadWorld.Mette);
        var csv = await mette.GetAsync("/job-ready/export?format=csv");
        Assert.Contains(csv.Body.Split('\n'), l => l.Contains("Sami Haddad", StringComparison.Ordinal) && l.Contains("bankkonto", StringComparison.Ordinal));
        Assert.Single(await app.AuditAsync("job-ready.export"));
    }

    private static async Task<(Person Amal, Person Sami)> AdultsAsync(VejviserApp app, Household household)
    {
        await using var db = app.Open();
        var people = await db.People.Where(p => p.HouseholdId == household.Id).OrderBy(p => p.Role).ToListAsync(Cancel);
        return (people[0], people[1]);
    }
}
