using System.Net;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Foundation.Access;
using Vejviser.Testing;

namespace Vejviser.Web.Tests.Engine.Plans.Enrolment;

public sealed class PlanTests
{
    [Fact]
    public async Task Get_WithoutPermission_IsForbidden()
    {
        await using var app = await VejviserApp.StartAsync();
        await app.TakeUpAsync(EnrolTown.Packages);
        var plan = await app.EnrolAsync(await app.HeadAsync());
        await app.WithoutAsync("Modtagelse", Permissions.PlansRead);
        var mette = await app.SignInAsync(RoadWorld.Mette);
        Assert.Equal(HttpStatusCode.Forbidden, (await mette.GetAsync($"/plans/{plan}")).Status);
    }

    [Fact]
    public async Task Get_UnknownId_IsNotFound()
    {
        await using var app = await VejviserApp.StartAsync();
        var mette = await app.SignInAsync(RoadWorld.Mette);
        Assert.Equal(HttpStatusCode.NotFound, (await mette.GetAsync($"/plans/{Guid.CreateVersion7()}")).Status);
    }

    [Fact]
    public async Task Get_PlanOfOthers_LeadsToBreakingTheGlassOrIsNotThere()
    {
        await using var app = await VejviserApp.StartAsync();
        await app.TakeUpAsync(EnrolTown.Packages);
        var plan = await app.EnrolAsync(await app.HeadAsync());
        var peter = await app.SignInAsync(RoadWorld.Peter);
        Assert.StartsWith("/break-glass?", (await peter.GetAsync($"/plans/{plan}")).Location, StringComparison.Ordinal);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Get_Running_ShowsWhoDatesTasksMeetingsOutcomesAndHistory(DatabaseKind kind)
    {
        await using var app = await VejviserApp.StartAsync(kind);
        await app.TakeUpAsync(EnrolTown.Packages);
        var head = await app.HeadAsync();
        var plan = await app.EnrolAsync(head);
        var mette = await app.SignInAsync(RoadWorld.Mette);

        var page = await mette.GetAsync($"/plans/{plan}");

        Assert.Contains("Praksissens ejer", page.One("#who").ParentElement!.TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(page.Page.QuerySelectorAll(".road-task"));
        Assert.Contains("man. 9. mar. kl. 09.00", page.Texts(".enrol-dates li")[0], StringComparison.Ordinal);
        Assert.NotEmpty(page.Page.QuerySelectorAll(".enrol-outcomes > li"));
        Assert.Contains(page.Texts(".enrol-history li"), h => h.Contains("Tilmeldt", StringComparison.Ordinal));
        Assert.Equal(plan, Assert.Single(await app.AuditAsync("plans.read")).EntityId);
        Assert.Contains((await mette.GetAsync($"/people/{head.Id}")).Page.QuerySelectorAll(".road-plans a"), a => a.GetAttribute("href") == $"/plans/{plan}");
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task PostPauseThenResume_TasksRestAreNotLateAndGoOn(DatabaseKind kind)
    {
        await using var app = await VejviserApp.StartAsync(kind);
        await app.TakeUpAsync(EnrolTown.Packages);
        var plan = await app.EnrolAsync(await app.HeadAsync());
        var mette = await app.SignInAsync(RoadWorld.Mette);
        var page = await mette.GetAsync($"/plans/{plan}");

        var refused = await mette.SubmitAsync(page.Form($"/plans/{plan}?handler=Pause"), ("Until", "2026-02-01"));
        Assert.Contains("efter i dag", refused.Failures, StringComparison.Ordinal);
        var paused = await mette.SubmitAndFollowAsync(refused.Form($"/plans/{plan}?handler=Pause"), ("Until", "2026-04-01"));
        Assert.Contains("På pause", paused.Page.QuerySelector(".page-head")!.TextContent, StringComparison.Ordinal);
        await using (var db = app.Open())
            Assert.True(await db.PlanTasks.Where(t => t.PlanId == plan).AllAsync(t => t.State == TaskState.Resting, EnrolTown.Cancel));
        app.Clock.Advance(TimeSpan.FromDays(40));
        mette = await app.SignInAsync(RoadWorld.Mette);
        var resting = await mette.GetAsync($"/plans/{plan}");
        Assert.Empty(resting.Page.QuerySelectorAll(".road-task .chip-late"));
        var task = resting.Page.QuerySelector(".road-task-what a")!.GetAttribute("href")!;
        Assert.Contains("hviler", (await mette.GetAsync(task)).Page.QuerySelector(".task-state")!.TextContent, StringComparison.OrdinalIgnoreCase);

        await mette.SubmitAsync(resting.Form($"/plans/{plan}?handler=Resume"));

        Assert.Equal(PlanState.Running, (await app.PlanAsync(plan)).State);
        Assert.Equal(["plans.pause", "plans.resume"], (await app.AuditAsync()).Where(e => e.EntityId == plan && e.Action is "plans.pause" or "plans.resume").Select(e => e.Action));
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task PostBreakOff_WithReason_EndsAndGivesTheSeatToWhoWaited(DatabaseKind kind)
    {
        await using var app = await VejviserApp.StartAsync(kind);
        await app.TakeUpAsync(EnrolTown.Support, ("seats", 1));
        var (first, second) = (await app.HeadAsync(), await app.HeadAsync("Nour Salem", "H2026-900002"));
        await app.ConsentAsync(first, "information-to-support-centre");
        await app.ConsentAsync(second, "information-to-support-centre");
        var (running, waiting) = (await app.EnrolAsync(first, EnrolTown.Support), await app.EnrolAsync(second, EnrolTown.Support));
        var mette = await app.SignInAsync(RoadWorld.Mette);
        var page = await mette.GetAsync($"/plans/{running}");

        var refused = await mette.SubmitAsync(page.Form("#break-off"), ("Reason", "bored"));
        Assert.NotEmpty(refused.Failures);
        var ended = await mette.SubmitAndFollowAsync(refused.Form("#break-off"), ("Reason", "moved"), ("Note", "Flyttet til Aarhus"));

        Assert.Contains("Flyttet til Aarhus", ended.Body, StringComparison.Ordinal);
        Assert.Equal((PlanState.BrokenOff, "moved"), ((await app.PlanAsync(running)).State, (await app.PlanAsync(running)).EndReason));
        Assert.Equal(PlanState.Running, (await app.PlanAsync(waiting)).State);
        var closed = (await mette.GetAsync($"/plans/{running}")).Texts(".road-task").First(t => t.Contains("Sprunget over", StringComparison.Ordinal));
        Assert.Contains("Forløbet sluttede, før opgaven blev gjort", closed, StringComparison.Ordinal);
        Assert.DoesNotContain("\u0001", (await mette.GetAsync($"/plans/{running}")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PostReopen_BrokenOff_RunsAgain()
    {
        await using var app = await VejviserApp.StartAsync();
        await app.TakeUpAsync(EnrolTown.Packages);
        var plan = await app.EnrolAsync(await app.HeadAsync());
        var mette = await app.SignInAsync(RoadWorld.Mette);
        await mette.SubmitAsync((await mette.GetAsync($"/plans/{plan}")).Form("#break-off"), ("Reason", "moved"));

        await mette.SubmitAsync((await mette.GetAsync($"/plans/{plan}")).Form($"/plans/{plan}?handler=Reopen"));

        Assert.Equal(PlanState.Running, (await app.PlanAsync(plan)).State);
    }

    [Fact]
    public async Task PostMoveOn_ToWhatThePracticeNames_Ends()
    {
        await using var app = await VejviserApp.StartAsync();
        await app.TakeUpAsync(EnrolTown.Packages);
        var plan = await app.EnrolAsync(await app.HeadAsync());
        var mette = await app.SignInAsync(RoadWorld.Mette);

        await mette.SubmitAsync((await mette.GetAsync($"/plans/{plan}")).Form($"/plans/{plan}?handler=MoveOn"), ("Next", "employer-partnership"));

        Assert.Equal((PlanState.MovedOn, "employer-partnership"), ((await app.PlanAsync(plan)).State, (await app.PlanAsync(plan)).MovedOnTo));
    }

    [Fact]
    public async Task PostComplete_StepsStillOpen_IsNotOffered()
    {
        await using var app = await VejviserApp.StartAsync();
        await app.TakeUpAsync(EnrolTown.Packages);
        var plan = await app.EnrolAsync(await app.HeadAsync());
        var mette = await app.SignInAsync(RoadWorld.Mette);

        var page = await mette.GetAsync($"/plans/{plan}");

        Assert.DoesNotContain(page.Page.QuerySelectorAll("form"), f => f.GetAttribute("action") == $"/plans/{plan}?handler=Complete");
        Assert.NotEmpty(page.Page.QuerySelectorAll(".enrol-change ul a"));
    }

    [Fact]
    public async Task PostOutcome_YesThenTakenBack_IsKeptAndRemoved()
    {
        await using var app = await VejviserApp.StartAsync();
        await app.TakeUpAsync(EnrolTown.Packages);
        var plan = await app.EnrolAsync(await app.HeadAsync());
        var mette = await app.SignInAsync(RoadWorld.Mette);

        var said = await mette.SubmitAndFollowAsync((await mette.GetAsync($"/plans/{plan}")).Form("#outcome-in-work"), ("answer", "yes"), ("on", "2026-03-01"));
        await using (var db = app.Open())
            Assert.Equal((true, new DateOnly(2026, 3, 1)), await db.PlanOutcomes.Select(o => ValueTuple.Create(o.IsYes, o.On)).SingleAsync(EnrolTown.Cancel));
        var refused = await mette.SubmitAsync(said.Form("#outcome-in-work"), ("answer", "no"), ("on", "2027-03-01"));
        Assert.Contains("fremtiden", refused.Failures, StringComparison.Ordinal);
        await mette.SubmitAsync((await mette.GetAsync($"/plans/{plan}")).Form("#outcome-in-work"), ("answer", ""));

        await using (var db = app.Open())
            Assert.False(await db.PlanOutcomes.AnyAsync(EnrolTown.Cancel));
    }

    [Fact]
    public async Task Post_WithoutEdit_IsForbidden()
    {
        await using var app = await VejviserApp.StartAsync();
        await app.TakeUpAsync(EnrolTown.Packages);
        var plan = await app.EnrolAsync(await app.HeadAsync());
        var mette = await app.SignInAsync(RoadWorld.Mette);
        var form = (await mette.GetAsync($"/plans/{plan}")).Form("#break-off");
        await app.WithoutAsync("Modtagelse", Permissions.PlansEdit);

        Assert.Equal(HttpStatusCode.Forbidden, (await mette.SubmitAsync(form, ("Reason", "moved"))).Status);
    }

    [Fact]
    public async Task Get_StepThatAPartnerDoes_NamesThePartnerWithTheOneWhoSeesToIt()
    {
        await using var app = await VejviserApp.StartAsync();
        await app.TakeUpAsync("online-danish");
        var plan = await app.EnrolAsync(await app.HeadAsync(), "online-danish");
        var mette = await app.SignInAsync(RoadWorld.Mette);
        await using var db = app.Open();
        var task = await db.PlanTasks.Where(t => t.PlanId == plan && t.Step == "own-situation").Select(t => t.Id).SingleAsync(EnrolTown.Cancel);

        var line = (await mette.GetAsync($"/plans/{plan}")).One($"#t-{task} .road-task-what p").TextContent.Trim();
        var facts = (await mette.GetAsync($"/tasks/{task}")).One(".facts").TextContent;
        var step = (await mette.GetAsync("/practices/online-danish")).One("#s-own-situation").TextContent;

        Assert.StartsWith("Sprogcentret · ", line, StringComparison.Ordinal);
        Assert.Matches(@"Udføres af\s+Sprogcentret", facts);
        Assert.Contains("Sprogcentret. Lærer sørger for, at det sker.", step, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_MeetingOfAStep_IsHeldUntilTheStepIsSkipped()
    {
        await using var app = await VejviserApp.StartAsync();
        await app.TakeUpAsync(EnrolTown.Support);
        var head = await app.HeadAsync();
        await app.ConsentAsync(head, "information-to-support-centre");
        var plan = await app.EnrolAsync(head, EnrolTown.Support);
        var mette = await app.SignInAsync(RoadWorld.Mette);
        await using var db = app.Open();
        var task = await db.PlanTasks.Where(t => t.PlanId == plan && t.Step == "children-talk").Select(t => t.Id).SingleAsync(EnrolTown.Cancel);
        Assert.Contains((await mette.GetAsync($"/plans/{plan}")).Texts(".enrol-dates li"), m => m.Contains("Familiesamtale", StringComparison.Ordinal));

        await mette.SubmitAsync((await mette.GetAsync($"/tasks/{task}")).Form($"/tasks/{task}?handler=Skip"), ("Reason", "Forældrene vil ikke"));

        Assert.DoesNotContain((await mette.GetAsync($"/plans/{plan}")).Texts(".enrol-dates li"), m => m.Contains("Familiesamtale", StringComparison.Ordinal));
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Dates_PreviewThenMove_TakesTasksAlong(DatabaseKind kind)
    {
        await using var app = await VejviserApp.StartAsync(kind);
        await app.TakeUpAsync(EnrolTown.Packages);
        var plan = await app.EnrolAsync(await app.HeadAsync());
        var mette = await app.SignInAsync(RoadWorld.Mette);

        var preview = await mette.GetAsync($"/plans/{plan}/dates?dates[start]=2026-04-06");
        Assert.NotEmpty(preview.Page.QuerySelectorAll("tbody tr"));
        Assert.Equal(new DateOnly(2026, 3, 9), (await app.PlanAsync(plan)).Anchors.Single(a => a.Name == "start").Date);
        var moved = await mette.SubmitAndFollowAsync(preview.Page.QuerySelectorAll("main form").OfType<AngleSharp.Html.Dom.IHtmlFormElement>().Single(f => f.Method == "post"));

        Assert.NotNull(moved.Told);
        Assert.Equal(new DateOnly(2026, 4, 6), (await app.PlanAsync(plan)).Anchors.Single(a => a.Name == "start").Date);
        Assert.Single(await app.AuditAsync("plans.reschedule"), e => e.EntityId == plan);
    }

    [Fact]
    public async Task Dates_WithoutPermissionUnknownOrEnded_AreClosed()
    {
        await using var app = await VejviserApp.StartAsync();
        await app.TakeUpAsync(EnrolTown.Packages);
        var plan = await app.EnrolAsync(await app.HeadAsync());
        var mette = await app.SignInAsync(RoadWorld.Mette);
        Assert.Equal(HttpStatusCode.NotFound, (await mette.GetAsync($"/plans/{Guid.CreateVersion7()}/dates")).Status);
        await mette.SubmitAsync((await mette.GetAsync($"/plans/{plan}")).Form("#break-off"), ("Reason", "moved"));
        Assert.Equal(HttpStatusCode.NotFound, (await mette.GetAsync($"/plans/{plan}/dates")).Status);
        await app.WithoutAsync("Modtagelse", Permissions.PlansEdit);
        Assert.Equal(HttpStatusCode.Forbidden, (await mette.GetAsync($"/plans/{plan}/dates")).Status);
    }
}
