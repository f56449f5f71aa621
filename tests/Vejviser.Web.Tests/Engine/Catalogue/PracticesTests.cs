using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Foundation.Access;
using Vejviser.Web.Tests.Engine.Plans;

namespace Vejviser.Web.Tests.Engine.Catalogue;

public sealed class PracticesTests
{
    private const string Adapt = "/practices/reception-plan/adapt";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/practices", Permissions.PracticesRead)]
    [InlineData("/practices/reception-plan", Permissions.PracticesRead)]
    [InlineData("/practices/reception-plan/versions/1", Permissions.PracticesRead)]
    [InlineData(Adapt, Permissions.PracticesAdapt)]
    [InlineData("/practices/reception-plan/move", Permissions.PracticesAdapt)]
    public async Task Get_WithoutPermission_IsForbidden(string path, string permission)
    {
        await using var app = await VejviserApp.StartAsync();
        await app.AdoptAsync();
        await app.WithoutAsync("Leder", permission);
        var chief = await app.SignInAsync(RoadWorld.Chief);
        Assert.Equal(HttpStatusCode.Forbidden, (await chief.GetAsync(path)).Status);
    }

    [Theory]
    [InlineData("/practices/no-such-practice")]
    [InlineData("/practices/no-such-practice/adapt")]
    [InlineData("/practices/reception-plan/versions/7")]
    public async Task Get_Unknown_IsNotFound(string path)
    {
        await using var app = await VejviserApp.StartAsync();
        var chief = await app.SignInAsync(RoadWorld.Chief);
        Assert.Equal(HttpStatusCode.NotFound, (await chief.GetAsync(path)).Status);
    }

    [Fact]
    public async Task Get_Practice_SaysWhoWhenAndHow()
    {
        await using var app = await VejviserApp.StartAsync();
        await app.AdoptAsync();
        var chief = await app.SignInAsync(RoadWorld.Chief);
        var page = await chief.GetAsync("/practices/reception-plan");
        var step = page.Texts("#s-find-doctor").Single();
        Assert.Contains("Sundhedskoordinator · 8 arbejdsdage før ankomsten", step, StringComparison.Ordinal);
        Assert.True(page.Page.QuerySelectorAll(".practice-steps > li").Length >= 60);
        Assert.Contains("Peter Lund", page.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Publish_OwnerAndDueChanged_NewPlansFollowRunningOnesOnlyWhenMoved()
    {
        await using var app = await VejviserApp.StartAsync();
        var (_, running) = await app.RunningAsync();
        var chief = await app.SignInAsync(RoadWorld.Chief);

        var open = await chief.GetAsync($"{Adapt}?step=find-doctor");
        var drafted = await chief.SubmitAsync(open.Form(Adapt), ("Step.Owner", "reception-unit"), ("Step.Amount", "10"));
        Assert.Contains("Find en praktiserende læge Hvem gør det Sundhedskoordinator Modtageenheden", drafted.Texts(".practice-differences tbody tr"));
        var published = await chief.SubmitAsync(At(drafted.Form(Adapt), $"{Adapt}?handler=Publish"), ("Note", "Vi ringer selv"));
        Assert.Equal("/practices/reception-plan", published.Location);

        var newcomer = await app.FamilyAsync("Olena Kovalenko", new DateOnly(2026, 3, 30), new DateOnly(2026, 3, 2), reference: "H2026-900002");
        var fresh = await app.TaskAsync(await app.StartAsync(newcomer), "find-doctor");
        Assert.Equal(("reception-unit", new DateOnly(2026, 3, 16)), (fresh.OwnerRole, fresh.Due!.Value));
        Assert.Equal("health-coordinator", (await app.TaskAsync(running, "find-doctor")).OwnerRole);

        var preview = await chief.GetAsync("/practices/reception-plan/move");
        Assert.Equal(["1 planer", "1 opgaver får ny ansvarlig", "1 opgaver får ny frist"], preview.Texts(".road-counts li").Take(3));
        Assert.Equal("health-coordinator", (await app.TaskAsync(running, "find-doctor")).OwnerRole);
        Assert.NotNull((await chief.SubmitAndFollowAsync(preview.Form("/practices/reception-plan/move"))).Told);
        Assert.Equal("reception-unit", (await app.TaskAsync(running, "find-doctor")).OwnerRole);
        Assert.Single(await app.AuditAsync("practices.publish-version"), e => e.ActorId is not null);
        Assert.Single(await app.AuditAsync("plans.move-to-version"));
    }

    [Fact]
    public async Task Publish_SettingChangedAndStepLeftOut_StandInTheVersionsDifferences()
    {
        await using var app = await VejviserApp.StartAsync();
        await app.AdoptAsync();
        var chief = await app.SignInAsync(RoadWorld.Chief);
        var open = await chief.GetAsync($"{Adapt}?step=town-tour");
        var drafted = await chief.SubmitAsync(open.Form(Adapt), ("Step.IsOmitted", "true"), ("Setting[job-ready-week]", "3"));
        await chief.SubmitAsync(At(drafted.Form(Adapt), $"{Adapt}?handler=Publish"), ("Note", "Uge 3"));

        var version = await chief.GetAsync("/practices/reception-plan/versions/2");
        Assert.Contains(version.Texts("tbody tr"), r => r.EndsWith("Tal 2 uger 3 uger", StringComparison.Ordinal));
        Assert.Contains(version.Texts("tbody tr"), r => r.StartsWith("Vis rundt i byen Trin udeladt", StringComparison.Ordinal));
        Assert.DoesNotContain("id=\"s-town-tour\"", (await chief.GetAsync("/practices/reception-plan")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Publish_WithoutNoteOrWithNothingChanged_IsRefusedAndTheDraftIsKept()
    {
        await using var app = await VejviserApp.StartAsync();
        await app.AdoptAsync();
        var chief = await app.SignInAsync(RoadWorld.Chief);
        var same = await chief.SubmitAsync(At((await chief.GetAsync(Adapt)).Form(Adapt), $"{Adapt}?handler=Publish"), ("Note", "Intet"));
        Assert.Contains("ingen forskel", same.Failures, StringComparison.Ordinal);

        var open = await chief.GetAsync($"{Adapt}?step=find-doctor");
        var silent = await chief.SubmitAsync(At(open.Form(Adapt), $"{Adapt}?handler=Publish"), ("Step.Owner", "reception-unit"), ("Note", " "));
        Assert.Contains("Skriv kort hvorfor", silent.Failures, StringComparison.Ordinal);
        Assert.Single(silent.Texts(".practice-differences").Take(1), t => t.Contains("Modtageenheden", StringComparison.Ordinal));
        await using var db = app.Open();
        Assert.Equal(1, await db.PracticeVersions.CountAsync(Cancel));
    }

    /// <summary>The same form sent by the button that publishes.</summary>
    private static IHtmlFormElement At(IHtmlFormElement form, string action)
    {
        form.SetAttribute("action", action);
        return form;
    }
}
