using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Foundation.Organisation;
using Vejviser.Testing;
using Vejviser.Web.Tests.Engine.Plans;

namespace Vejviser.Web.Tests.Engine.Catalogue;

/// <summary>Adopting a practice, and adapting it with own steps and own words.</summary>
[Trait("Run", "Quick")]
public sealed class AdoptTests
{
    private const string Adopt = "/practices/business-mentors/adopt";
    private const string Adapt = "/practices/business-mentors/adapt";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Get_WithoutPermissionOrPractice_IsForbiddenOrNotFound()
    {
        await using var app = await VejviserApp.StartAsync();
        Assert.Equal(HttpStatusCode.Forbidden, (await (await app.SignInAsync(RoadWorld.Peter)).GetAsync(Adopt)).Status);
        var chief = await app.SignInAsync(RoadWorld.Chief);
        Assert.Equal(HttpStatusCode.NotFound, (await chief.GetAsync("/practices/no-such-practice/adopt")).Status);
        await app.AdoptAsync();
        Assert.Equal("/practices/reception-plan/adapt", (await chief.GetAsync("/practices/reception-plan/adopt")).Location);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Post_RolesFiguresAndSetup_AreWrittenTogether(DatabaseKind kind)
    {
        await using var app = await VejviserApp.StartAsync(kind);
        var chief = await app.SignInAsync(RoadWorld.Chief);
        var page = await chief.GetAsync(Adopt);
        Assert.Equal("Rasmus Vind", ((IHtmlSelectElement)page.Page.GetElementById("Role[mentor-coordinator].Account")!).Options.Single(o => o.IsSelected).Text);
        var mette = (await app.AccountAsync(RoadWorld.Mette)).Id;

        var adopted = await chief.SubmitAndFollowAsync(
            page.Form(Adopt), ("Role[mentor-coordinator].Account", mette.ToString()), ("Setting[months]", "5"), ("Setup", "pilot"), ("Note", ""));

        Assert.Contains("er taget i brug", adopted.Told, StringComparison.Ordinal);
        await using var db = app.Open();
        var version = await db.PracticeVersions.SingleAsync(v => v.Practice == "business-mentors", Cancel);
        Assert.Equal((1, "Taget i brug", "{\"catalogueVersion\":1,\"settings\":{\"months\":5},\"steps\":{}}"), (version.Number, version.Note, version.Changes));
        Assert.Equal(mette, (await db.PracticeRoles.SingleAsync(r => r.Practice == "business-mentors", Cancel)).AccountId);
        Assert.Equal("pilot", (await db.PracticeSetupTicks.SingleAsync(Cancel)).Item);
        foreach (var action in (string[])["practices.adopt", "organisation.fill-practice-role", "practices.tick-setup"])
            Assert.Single(await app.AuditAsync(action), e => e.ActorId is not null);
        Assert.Contains("5 måneder", adopted.Texts("[aria-labelledby=settings] tbody tr")[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_SentTwice_AdoptsOnce()
    {
        await using var app = await VejviserApp.StartAsync();
        var chief = await app.SignInAsync(RoadWorld.Chief);
        var form = (await chief.GetAsync(Adopt)).Form(Adopt);
        Assert.True((await chief.SubmitAsync(form)).IsRedirect);
        Assert.True((await chief.SubmitAsync(form)).IsRedirect);
        Assert.Contains("allerede i brug", (await chief.SubmitAsync(form, ("command", Guid.CreateVersion7().ToString()))).Failures, StringComparison.Ordinal);
        await using var db = app.Open();
        Assert.Equal(1, await db.PracticeVersions.CountAsync(Cancel));
    }

    [Fact]
    public async Task Post_AFigureTooLarge_IsRefusedAndNothingIsWritten()
    {
        await using var app = await VejviserApp.StartAsync();
        var chief = await app.SignInAsync(RoadWorld.Chief);
        var mette = (await app.AccountAsync(RoadWorld.Mette)).Id;
        var answer = await chief.SubmitAsync((await chief.GetAsync(Adopt)).Form(Adopt), ("Setting[months]", "99999"), ("Role[mentor-coordinator].Account", mette.ToString()));
        Assert.Contains("3660", answer.Failures.Replace(".", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(mette.ToString(), ((IHtmlSelectElement)answer.Page.GetElementById("Role[mentor-coordinator].Account")!).Value);
        await using var db = app.Open();
        Assert.False(await db.PracticeVersions.AnyAsync(Cancel) || await db.PracticeRoles.AnyAsync(r => r.Practice == "business-mentors", Cancel));
    }

    [Fact]
    public async Task Post_RoleForAllPractices_TakesTheRightToTheOrganisation()
    {
        await using var app = await VejviserApp.StartAsync();
        var mette = (await app.AccountAsync(RoadWorld.Mette)).Id;
        var chief = await app.SignInAsync(RoadWorld.Chief);
        var page = await chief.GetAsync(Adopt);
        Assert.Null(page.Page.GetElementById("Role[mentor-coordinator].IsEverywhere"));
        var refused = await chief.SubmitAsync(page.Form(Adopt), ("Role[mentor-coordinator].Account", mette.ToString()), ("Role[mentor-coordinator].IsEverywhere", "true"));
        Assert.Contains("hele kommunen", refused.Failures, StringComparison.Ordinal);
        await using var db = app.Open();
        Assert.False(await db.PracticeVersions.AnyAsync(Cancel));

        var admin = await app.SignInAsync("admin@havneby.example");
        await admin.SubmitAsync((await admin.GetAsync(Adopt)).Form(Adopt), ("Role[mentor-coordinator].Account", mette.ToString()));
        Assert.Equal(mette, (await db.PracticeRoles.AsNoTracking().SingleAsync(r => r.Practice == PracticeRole.Everywhere && r.Role == "mentor-coordinator", Cancel)).AccountId);
    }

    [Fact]
    public async Task Adapt_OwnStepAddedChangedAndDropped_StandsInDraftAndVersion()
    {
        await using var app = await VejviserApp.StartAsync();
        var chief = await app.SignInAsync(RoadWorld.Chief);
        await chief.SubmitAsync((await chief.GetAsync(Adopt)).Form(Adopt));
        var open = await chief.SubmitAsync((await chief.GetAsync(Adapt)).Form(Adapt), ("edit", "own"));
        var missing = await chief.SubmitAsync(open.Form(Adapt), ("Added.Title[da]", "Ring til mentoren"));
        Assert.Contains("vejledning på dansk", missing.Failures, StringComparison.Ordinal);
        Assert.Equal("Ring til mentoren", ((IHtmlInputElement)missing.Page.GetElementById("Added.Title[da]")!).Value);
        var drafted = await chief.SubmitAsync(
            missing.Form(Adapt), ("Added.How[da]", "Spørg, hvordan det går."), ("Added.Amount", "3"), ("Added.Unit", "Weeks"), ("Added.Anchor", "start"), ("Added.Owner", "mentor-coordinator"), ("Added.Phase", "course"));
        Assert.Contains("Ring til mentoren Trin tilføjet findes ikke Mentorkoordinator", drafted.Texts(".practice-differences tbody tr"));
        var published = await chief.SubmitAsync(At(drafted.Form(Adapt), $"{Adapt}?handler=Publish"), ("Note", "Vi ringer"));
        Assert.True(published.IsRedirect);
        var practice = await chief.GetAsync("/practices/business-mentors");
        Assert.Contains("Ring til mentoren Eget trin Mentorkoordinator · 3 uger efter starten", practice.Texts("#s-own-ring-til-mentoren").Single(), StringComparison.Ordinal);

        var dropped = await chief.SubmitAsync((await chief.GetAsync(Adapt)).Form(Adapt), ("drop", "own-ring-til-mentoren"));
        Assert.Contains("Ring til mentoren Trin udeladt Mentorkoordinator findes ikke", dropped.Texts(".practice-differences tbody tr"));
    }

    [Fact]
    public async Task Adapt_OwnWords_StandOnThePageAndInTheDifferences()
    {
        await using var app = await VejviserApp.StartAsync();
        var chief = await app.SignInAsync(RoadWorld.Chief);
        await chief.SubmitAsync((await chief.GetAsync(Adopt)).Form(Adopt));
        var drafted = await chief.SubmitAsync((await chief.GetAsync(Adapt)).Form(Adapt), ("Words[da].Title", "Mentorer i Havneby"), ("Words[ar].CitizenTitle", "مرشد في هافنبي"));
        Assert.Contains(drafted.Texts(".practice-differences tbody tr"), t => t.StartsWith("Praksissen Navn (da)", StringComparison.Ordinal));
        await chief.SubmitAsync(At(drafted.Form(Adapt), $"{Adapt}?handler=Publish"), ("Note", "Navnet"));
        var practice = await chief.GetAsync("/practices/business-mentors");
        Assert.Equal("Mentorer i Havneby", practice.Texts("h1").Single());
        Assert.Contains("مرشد في هافنبي", practice.Texts(".practice-citizen .card-box[lang=ar] h3"));
    }

    /// <summary>The same form sent by the button that publishes.</summary>
    private static IHtmlFormElement At(IHtmlFormElement form, string action)
    {
        form.SetAttribute("action", action);
        return form;
    }
}
