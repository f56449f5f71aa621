using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Foundation.Access;
using Vejviser.Testing;

namespace Vejviser.Web.Tests.Engine.Plans;

[Trait("Run", "Quick")]
public sealed class HouseholdTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Get_WithoutPermission_IsForbidden()
    {
        await using var app = await VejviserApp.StartAsync();
        var household = await app.FamilyAsync();
        await app.WithoutAsync("Modtagelse", Permissions.PlansRead);
        var mette = await app.SignInAsync(RoadWorld.Mette);
        Assert.Equal(HttpStatusCode.Forbidden, (await mette.GetAsync($"/households/{household.Id}")).Status);
    }

    [Fact]
    public async Task Get_UnknownId_IsNotFound()
    {
        await using var app = await VejviserApp.StartAsync();
        var mette = await app.SignInAsync(RoadWorld.Mette);
        Assert.Equal(HttpStatusCode.NotFound, (await mette.GetAsync($"/households/{Guid.CreateVersion7()}")).Status);
    }

    [Fact]
    public async Task Get_HouseholdOfOthers_LeadsToBreakingTheGlass()
    {
        await using var app = await VejviserApp.StartAsync();
        var household = await app.FamilyAsync();
        var peter = await app.SignInAsync(RoadWorld.Peter);
        Assert.StartsWith("/break-glass?", (await peter.GetAsync($"/households/{household.Id}")).Location, StringComparison.Ordinal);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Get_Running_ShowsFullPlanByPhaseAndIsAudited(DatabaseKind kind)
    {
        await using var app = await VejviserApp.StartAsync(kind);
        var (household, _) = await app.RunningAsync();
        var mette = await app.SignInAsync(RoadWorld.Mette);
        var page = await mette.GetAsync($"/households/{household.Id}");
        Assert.True(page.Page.QuerySelectorAll(".road-task").Length >= 60);
        Assert.Equal(5, page.Page.QuerySelectorAll(".road-phase").Length);
        Assert.All(page.Page.QuerySelectorAll(".road-task-what > p"), p => Assert.NotEmpty(p.TextContent.Trim()));
        Assert.Equal(household.Id, Assert.Single(await app.AuditAsync("households.read")).HouseholdId);
    }

    [Fact]
    public async Task PostFinish_InPlace_IsDoneByMeAndAudited()
    {
        await using var app = await VejviserApp.StartAsync();
        var (household, plan) = await app.RunningAsync();
        var task = await app.TaskAsync(plan, "name-advisor");
        var mette = await app.SignInAsync(RoadWorld.Mette);
        var home = await mette.GetAsync($"/households/{household.Id}");

        var done = await mette.SubmitAsync(FormOf(home, task), ("task", task.Id.ToString()));

        Assert.True(done.IsRedirect, done.Failures);
        var now = await app.TaskAsync(plan, "name-advisor");
        Assert.Equal((TaskState.Done, (await app.AccountAsync(RoadWorld.Mette)).Id), (now.State, now.ClosedBy));
        Assert.Single(await app.AuditAsync("plans.complete-task"), e => e.EntityId == task.Id);

        var again = await mette.GetAsync($"/households/{household.Id}");
        await mette.SubmitAsync(FormOf(again, task), ("task", task.Id.ToString()));
        Assert.Equal(TaskState.Open, (await app.TaskAsync(plan, "name-advisor")).State);
    }

    [Fact]
    public async Task PostFinish_WaitingForAnother_SaysForWhich()
    {
        await using var app = await VejviserApp.StartAsync();
        var (household, plan) = await app.RunningAsync();
        var task = await app.TaskAsync(plan, "handover-to-advisor");
        var mette = await app.SignInAsync(RoadWorld.Mette);
        var home = await mette.GetAsync($"/households/{household.Id}");
        // Another task's form is as good a form as its own: the rule is the server's.
        var other = await app.TaskAsync(plan, "name-advisor");
        var page = await mette.SubmitAsync(FormOf(home, other), ("task", task.Id.ToString()));
        Assert.NotEmpty(page.Failures);
        Assert.Equal(TaskState.Open, (await app.TaskAsync(plan, "handover-to-advisor")).State);
    }

    [Fact]
    public async Task PostFinish_TaskOfAnotherHousehold_IsNotFound()
    {
        await using var app = await VejviserApp.StartAsync();
        var (household, plan) = await app.RunningAsync();
        var stranger = await app.FamilyAsync("Olena Kovalenko", new DateOnly(2026, 3, 9), new DateOnly(2026, 3, 2), reference: "H2026-900002");
        var theirs = await app.TaskAsync(await app.StartAsync(stranger), "name-advisor");
        var mette = await app.SignInAsync(RoadWorld.Mette);
        var home = await mette.GetAsync($"/households/{household.Id}");
        var answer = await mette.SubmitAsync(FormOf(home, await app.TaskAsync(plan, "name-advisor")), ("task", theirs.Id.ToString()));
        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
    }

    [Fact]
    public async Task PostStaff_Chosen_BothSeeTheHousehold()
    {
        await using var app = await VejviserApp.StartAsync();
        var household = await app.FamilyAsync();
        var (mette, jonas) = (await app.SignInAsync(RoadWorld.Mette), await app.AccountAsync(RoadWorld.Jonas));
        var choose = await mette.GetAsync((await mette.GetAsync($"/households/{household.Id}")).One("#staff ~ p a[href$='/staff']").GetAttribute("href")!);
        await mette.SubmitAsync(choose.Form("#choose-staff"), ("contactPerson", jonas.Id.ToString()));
        var visitor = await app.SignInAsync(RoadWorld.Jonas);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync($"/households/{household.Id}")).Status);
        Assert.Single(await app.AuditAsync("plans.assign-staff"), e => e.HouseholdId == household.Id);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Takeover_DecisionOnTheFirst_IsAskedChosenAndMovesThePlan(DatabaseKind kind)
    {
        await using var app = await VejviserApp.StartAsync(kind);
        await app.AdoptAsync();
        var household = await app.FamilyAsync(allocation: new DateOnly(2026, 2, 1));
        var plan = await app.StartAsync(household);
        Assert.Null((await app.TaskAsync(plan, "keys-and-home")).Due);
        var mette = await app.SignInAsync(RoadWorld.Mette);
        var ask = await mette.GetAsync($"/households/{household.Id}/takeover");
        Assert.Equal(2, ask.Page.QuerySelectorAll("main input[type=radio]").Length);

        var form = ask.Form($"/households/{household.Id}/takeover?handler=Choose");
        Assert.Contains("Vælg en af dagene", (await mette.SubmitAsync(form, ("date", "2026-02-20"))).Failures, StringComparison.Ordinal);
        await mette.SubmitAsync((await mette.GetAsync($"/households/{household.Id}/takeover")).Form($"/households/{household.Id}/takeover?handler=Choose"), ("date", "2026-04-01"));

        await using var db = app.Open();
        var now = await db.Households.SingleAsync(h => h.Id == household.Id, Cancel);
        Assert.Equal((new DateOnly(2026, 4, 1), "by-hand"), (now.TakeoverDate!.Value, now.TakeoverRule));
        Assert.Equal(new DateOnly(2026, 4, 1), (await app.TaskAsync(plan, "keys-and-home")).Due);
        Assert.NotEmpty(await app.AuditAsync("plans.decide-takeover"));
    }

    [Fact]
    public async Task NewTask_Filled_StandsInThePlanWithItsOwner()
    {
        await using var app = await VejviserApp.StartAsync();
        var (household, plan) = await app.RunningAsync();
        var mette = await app.SignInAsync(RoadWorld.Mette);
        var form = (await mette.GetAsync($"/households/{household.Id}/tasks/new")).Form();

        var refused = await mette.SubmitAsync(form, ("Form.Title", " "));
        Assert.NotEmpty(refused.Failures);
        var saved = await mette.SubmitAsync(refused.Form(), ("Form.Title", "Hent cyklen"), ("Form.Due", "2026-03-12"));

        Assert.True(saved.IsRedirect, saved.Failures);
        await using var db = app.Open();
        var task = await db.PlanTasks.SingleAsync(t => t.PlanId == plan && t.Step == "own", Cancel);
        Assert.Equal(("Hent cyklen", new DateOnly(2026, 3, 12), true), (task.OwnTitle, task.Due!.Value, task.IsPinned));
        Assert.Equal((await app.AccountAsync(RoadWorld.Mette)).Id, task.OwnerAccountId);
    }

    private static IHtmlFormElement FormOf(PageAnswer page, PlanTask task)
    {
        return page.Page.QuerySelector<IHtmlFormElement>($"#t-{task.Id} form") ?? throw new InvalidOperationException($"{task.Step} has no button on the page.");
    }
}
