using System.Net;
using AngleSharp.Html.Dom;
using Vejviser.Core.Engine.Plans;
using Vejviser.Testing;

namespace Vejviser.Web.Tests.Engine.Plans;

public sealed class WorkFinishTests
{
    private const string Mette = "mette.holm@havneby.example";

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Finish_WithoutScript_ClosesTheTaskAndOffersUndo(DatabaseKind kind)
    {
        await using var app = await VejviserApp.StartAsync(kind);
        var town = await WorkTown.BuildAsync(app);
        var task = await town.TaskAsync("Yousef Al-Khatib", 0, account: "mette.holm");
        using var mette = await app.SignInAsync(Mette);
        var list = await mette.GetAsync("/?area=reception");

        var after = await mette.SubmitAndFollowAsync(list.Form("#work"), ("task", Button(list)));

        Assert.Equal("/?area=reception", after.Asked);
        Assert.Empty(after.Page.QuerySelectorAll("[data-row]"));
        var closed = await town.NowAsync(task.Id);
        Assert.Equal((TaskState.Done, await town.AccountAsync("mette.holm")), (closed.State, closed.ClosedBy));
        Assert.Single(await app.AuditAsync("plans.complete-task"));

        var undone = await mette.SubmitAndFollowAsync(after.Form("/work/undo"), ("task", after.One(".work-told button[name=task]").GetAttribute("value")));

        Assert.Contains("åben igen", undone.Told, StringComparison.Ordinal);
        Assert.Single(undone.Page.QuerySelectorAll("[data-row]"));
        Assert.Equal(TaskState.Open, (await town.NowAsync(task.Id)).State);
    }

    [Fact]
    public async Task Finish_ByHtmx_SwapsTheRowAndTheCounts()
    {
        await using var app = await VejviserApp.StartAsync();
        var town = await WorkTown.BuildAsync(app);
        var task = await town.TaskAsync("Yousef Al-Khatib", 0, account: "mette.holm");
        await town.TaskAsync("Mariam Haddad", 0, account: "mette.holm");
        using var mette = await app.SignInAsync(Mette);
        mette.Client.DefaultRequestHeaders.Add("HX-Request", "true");
        var list = await mette.GetAsync("/");

        var part = await mette.SubmitAsync(list.Form("#work"), ("task", Button(list, task.Id)));

        Assert.Equal($"t-{task.Id}", part.One("[data-done]").Id);
        Assert.Equal("1", part.One("[hx-swap-oob='innerHTML:.count-today']").TextContent);
        Assert.Contains("told", part.Headers["HX-Trigger"], StringComparison.Ordinal);

        // Undo comes from the same form: its command must not be mistaken for the finishing.
        var undone = await mette.SubmitAsync(Aimed(list.Form("#work"), "/work/undo"), ("task", part.One("[data-undo]").GetAttribute("value")));
        Assert.Single(undone.Page.QuerySelectorAll("[data-row] [data-focus]"));

        var again = await mette.SubmitAsync(Aimed(list.Form("#work"), "/work/finish"), ("task", undone.One("[data-finish]").GetAttribute("value")));
        Assert.Single(again.Page.QuerySelectorAll("[data-done]"));
        Assert.Equal(TaskState.Done, (await town.NowAsync(task.Id)).State);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Finish_TwoBrowsers_OneWinsAndTheOtherIsTold(DatabaseKind kind)
    {
        await using var app = await VejviserApp.StartAsync(kind);
        var town = await WorkTown.BuildAsync(app);
        var task = await town.TaskAsync("Yousef Al-Khatib", 0, account: "jonas.krogh", unit: "Beskæftigelse");
        using var jonas = await app.SignInAsync("jonas.krogh@havneby.example");
        using var amina = await app.SignInAsync("amina.yusuf@havneby.example");
        var team = $"/?team={await town.UnitAsync("Beskæftigelse")}";
        var (hers, his) = (await amina.GetAsync(team), await jonas.GetAsync(team));

        await jonas.SubmitAndFollowAsync(his.Form("#work"), ("task", Button(his)));
        var second = await amina.SubmitAndFollowAsync(hers.Form("#work"), ("task", Button(hers)));

        Assert.Contains("Jonas Krogh", second.Told, StringComparison.Ordinal);
        Assert.Empty(second.Page.QuerySelectorAll(".work-told"));
        Assert.Single(await app.AuditAsync("plans.complete-task"));
        Assert.Equal(await town.AccountAsync("jonas.krogh"), (await town.NowAsync(task.Id)).ClosedBy);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Finish_DoubleClickAtOnce_IsOneResult(DatabaseKind kind)
    {
        await using var app = await VejviserApp.StartAsync(kind);
        var town = await WorkTown.BuildAsync(app);
        var task = await town.TaskAsync("Yousef Al-Khatib", 0, account: "mette.holm");
        using var mette = await app.SignInAsync(Mette);
        var list = await mette.GetAsync("/");

        var clicks = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => mette.SubmitAsync(list.Form("#work"), ("task", Button(list)))));

        Assert.All(clicks, c => Assert.True(c.IsRedirect, c.Status.ToString()));
        Assert.Single(await app.AuditAsync("plans.complete-task"));
        Assert.Equal(TaskState.Done, (await town.NowAsync(task.Id)).State);
    }

    [Fact]
    public async Task Finish_StepWithChecklist_OpensItsPageInstead()
    {
        await using var app = await VejviserApp.StartAsync();
        var town = await WorkTown.BuildAsync(app);
        var task = await town.TaskAsync("Yousef Al-Khatib", 0, step: "open-case", account: "mette.holm");
        using var mette = await app.SignInAsync(Mette);
        var list = await mette.GetAsync("/");

        Assert.Equal($"/tasks/{task.Id}", list.One("[data-finish]").GetAttribute("href"));
        var sent = await mette.SubmitAsync(list.Form("#work"), ("task", $"{task.Id}:0"));

        Assert.Equal($"/tasks/{task.Id}", sent.Location);
        Assert.Contains("tjekliste", (await mette.GetAsync(sent.Location!)).Failures, StringComparison.Ordinal);
        Assert.Equal(TaskState.Open, (await town.NowAsync(task.Id)).State);
    }

    [Fact]
    public async Task Finish_SomebodyElsesTask_IsNotFound()
    {
        await using var app = await VejviserApp.StartAsync();
        var town = await WorkTown.BuildAsync(app);
        await town.TaskAsync("Mariam Haddad", 0, account: "mette.holm");
        var other = await town.TaskAsync("Yousef Al-Khatib", 0, account: "peter.lund", unit: "Boligteamet");
        using var mette = await app.SignInAsync(Mette);
        var list = await mette.GetAsync("/");

        foreach (var key in new[] { $"{other.Id}:0", $"{Guid.CreateVersion7()}:0", "nonsense", null })
            Assert.Equal(HttpStatusCode.NotFound, (await mette.SubmitAsync(list.Form("#work"), ("task", key))).Status);
        Assert.Equal(TaskState.Open, (await town.NowAsync(other.Id)).State);
    }

    private static string Button(PageAnswer list, Guid? task = null) =>
        list.One(task is null ? "button[data-finish]" : $"#t-{task} button[data-finish]").GetAttribute("value")!;

    private static IHtmlFormElement Aimed(IHtmlFormElement form, string action)
    {
        form.SetAttribute("action", action);
        return form;
    }
}
