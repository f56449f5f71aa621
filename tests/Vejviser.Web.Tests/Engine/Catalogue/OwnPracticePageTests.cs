using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Vejviser.Testing;
using Vejviser.Web.Tests.Engine.Plans;

namespace Vejviser.Web.Tests.Engine.Catalogue;

/// <summary>A practice of the municipality's own: written, adopted, changed, handed on.</summary>
public sealed class OwnPracticePageTests
{
    private const string New = "/practices/new";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(New)]
    [InlineData("/practices/import")]
    [InlineData("/practices/reception-plan/edit")]
    [InlineData("/practices/reception-plan/export")]
    public async Task Get_WithoutPermission_IsForbidden(string path)
    {
        await using var app = await VejviserApp.StartAsync();
        Assert.Equal(HttpStatusCode.Forbidden, (await (await app.SignInAsync(RoadWorld.Peter)).GetAsync(path)).Status);
    }

    [Theory]
    [InlineData("/practices/no-such-practice/edit")]
    [InlineData("/practices/reception-plan/edit")]
    [InlineData("/practices/no-such-practice/export")]
    [InlineData("/practices/reception-plan/export")]
    public async Task Get_WhatIsNotThere_IsNotFound(string path)
    {
        await using var app = await VejviserApp.StartAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.SignInAsync(RoadWorld.Chief)).GetAsync(path)).Status);
    }

    [Fact]
    public async Task Buttons_AddMoveAndDrop_KeepWhatIsWritten()
    {
        await using var app = await VejviserApp.StartAsync();
        var chief = await app.SignInAsync(RoadWorld.Chief);
        var page = await chief.SubmitAsync((await chief.GetAsync(New)).Form(New), ("Draft.Title.Da", "Natteravne"), ("Draft.Steps[0].Name.Da", "Spørg"), ("do", "add:Steps"));
        Assert.Equal(2, page.Page.QuerySelectorAll("details.own-item[id^=Steps-]").Length);
        page = await chief.SubmitAsync(page.Form(New), ("Draft.Steps[1].Name.Da", "Gå"), ("do", "up:Steps:1"));
        Assert.Equal(["1. Gå", "2. Spørg"], page.Texts("details.own-item[id^=Steps-] summary .practice-step"));
        page = await chief.SubmitAsync(page.Form(New), ("do", "drop:Steps:0"));
        Assert.Equal("Spørg", ((IHtmlInputElement)page.Page.GetElementById("Draft.Steps[0].Name.Da")!).Value);
        Assert.Equal("Natteravne", ((IHtmlInputElement)page.Page.GetElementById("Draft.Title.Da")!).Value);
        await using var db = app.Open();
        Assert.False(await db.OwnPractices.AnyAsync(Cancel));
    }

    [Fact]
    public async Task Save_WithHoles_TellsEachAtItsField()
    {
        await using var app = await VejviserApp.StartAsync();
        var chief = await app.SignInAsync(RoadWorld.Chief);
        var answer = await chief.SubmitAsync((await chief.GetAsync(New)).Form(New), ("Draft.Title.Da", "Natteravne"), ("do", "save"));
        Assert.Contains("De er markeret", answer.Failures, StringComparison.Ordinal);
        var field = answer.Page.GetElementById("Draft.Summary.Da")!;
        Assert.Equal(("true", "Draft.Summary.Da-error"), (field.GetAttribute("aria-invalid"), field.GetAttribute("aria-describedby")));
        Assert.Equal("Skriv noget her.", answer.Page.GetElementById("Draft.Summary.Da-error")!.TextContent);
        Assert.Null(answer.Page.GetElementById("Draft.Title.Da-error"));
        await using var db = app.Open();
        Assert.False(await db.OwnPractices.AnyAsync(Cancel));
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Save_Whole_IsTheFortiethAndRunsLikeTheOthers(DatabaseKind kind)
    {
        await using var app = await VejviserApp.StartAsync(kind);
        var chief = await app.SignInAsync(RoadWorld.Chief);
        var form = (await chief.GetAsync(New)).Form(New);
        var saved = await chief.SubmitAndFollowAsync(form, Whole);
        Assert.Equal("Natteravne", saved.Texts("h1").Single());
        Assert.True((await chief.SubmitAsync(form, Whole)).Location == "/practices/natteravne");
        Assert.Equal(40, (await chief.GetAsync("/practices")).Page.QuerySelectorAll(".practice-line").Length);
        Assert.Contains("fra 18 år", saved.Texts("section[aria-labelledby=for] ul li"));

        var adopted = await chief.SubmitAndFollowAsync((await chief.GetAsync("/practices/natteravne/adopt")).Form("/practices/natteravne/adopt"));
        Assert.Contains("I brug, udgave 1", adopted.Body, StringComparison.Ordinal);
        Assert.Single(await app.AuditAsync("practices.write-own"), e => e.ActorId is not null);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Edit_OfAnAdoptedPractice_WaitsUntilItIsPublished(DatabaseKind kind)
    {
        await using var app = await VejviserApp.StartAsync(kind);
        var chief = await app.SignInAsync(RoadWorld.Chief);
        await chief.SubmitAsync((await chief.GetAsync(New)).Form(New), Whole);
        await chief.SubmitAsync((await chief.GetAsync("/practices/natteravne/adopt")).Form("/practices/natteravne/adopt"));
        const string edit = "/practices/natteravne/edit";
        var open = await chief.GetAsync(edit);
        Assert.Equal("Ring.", open.Page.GetElementById("Draft.Steps[0].How.Da")!.TextContent);
        var changed = await chief.SubmitAndFollowAsync(open.Form(edit), ("Draft.Steps[0].Name.Da", "Spørg først"), ("do", "save"));
        Assert.Contains("nyere udgave", changed.Body, StringComparison.Ordinal);
        Assert.Contains("Spørg", changed.Texts("#s-spoerg .practice-step"));
        var stale = await chief.SubmitAsync(open.Form(edit), ("do", "save"), ("command", Guid.CreateVersion7().ToString()));
        Assert.StartsWith("En anden har lige gemt", stale.Failures, StringComparison.Ordinal);

        const string adapt = "/practices/natteravne/adapt";
        var drafted = await chief.GetAsync(adapt);
        Assert.Contains("Spørg først Titel (da) Spørg Spørg først", drafted.Texts(".practice-differences tbody tr"));
        var form = drafted.Form(adapt);
        form.SetAttribute("action", $"{adapt}?handler=Publish");
        Assert.True((await chief.SubmitAsync(form, ("Note", "Nyt navn"))).IsRedirect);
        Assert.Contains("Spørg først", (await chief.GetAsync("/practices/natteravne")).Texts("#s-spoerg .practice-step"));
    }

    [Fact]
    public async Task ExportAndImport_OfAnOwnPractice_ShowFirstAndThenTake()
    {
        await using var here = await VejviserApp.StartAsync();
        await using var there = await VejviserApp.StartAsync();
        var chief = await here.SignInAsync(RoadWorld.Chief);
        await chief.SubmitAsync((await chief.GetAsync(New)).Form(New), Whole);
        var file = await chief.GetAsync("/practices/natteravne/export");
        Assert.Contains("natteravne.practice.yaml", file.Headers["Content-Disposition"], StringComparison.Ordinal);

        var other = await there.SignInAsync(RoadWorld.Chief);
        var seen = await UploadAsync(other, file.Body);
        Assert.Contains("Det er en praksis, I ikke har", seen.Body, StringComparison.Ordinal);
        await using var db = there.Open();
        Assert.False(await db.OwnPractices.AnyAsync(Cancel));
        var taken = await other.SubmitAndFollowAsync(seen.Form("#take-form"));
        Assert.Equal("Natteravne", taken.Texts("h1").Single());
        Assert.Single(await there.AuditAsync("practices.take"), e => e.ActorId is not null);
        Assert.Contains("næste udgave", (await UploadAsync(other, file.Body)).Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "Vælg en fil")]
    [InlineData("hello", "ikke en praksis")]
    [InlineData("# Vejviser practice, format 1\n--- # 05-employment/a.yaml\nid: a\nzz: 1\n", "Ingen kender “zz”")]
    public async Task Import_AFaultyFile_IsExplainedAndNotTaken(string content, string says)
    {
        await using var app = await VejviserApp.StartAsync();
        var answer = await UploadAsync(await app.SignInAsync(RoadWorld.Chief), content);
        Assert.Contains(says, string.Join(' ', answer.Texts("main")), StringComparison.Ordinal);
        Assert.Null(answer.Page.QuerySelector("#take-form"));
    }

    private static async Task<PageAnswer> UploadAsync(Visitor visitor, string content)
    {
        var form = (await visitor.GetAsync("/practices/import")).Form("#file-form");
        return await visitor.UploadAsync(form, "file", "x.practice.yaml", System.Text.Encoding.UTF8.GetBytes(content));
    }

    /// <summary>The least that a practice is.</summary>
    private static (string Name, string? Value)[] Whole =>
    [
        ("Draft.Title.Da", "Natteravne"), ("Draft.Summary.Da", "Frivillige går med hjem."), ("Draft.Chapter", "civil-society"), ("Draft.Lead", "volunteer-coordinator"), ("Draft.Contact", "contact-person"),
        ("Draft.DecidedBy", "volunteer-coordinator"), ("Draft.If.AgeFrom.Number", "18"), ("Draft.Steps[0].Name.Da", "Spørg"), ("Draft.Steps[0].How.Da", "Ring."), ("Draft.Steps[0].Owner", "contact-person"),
        ("Draft.Steps[0].Amount.Number", "2"), ("Draft.CitizenTitle.Da", "Gå hjem sammen"), ("Draft.CitizenWhat.Da", "En frivillig går med dig."), ("do", "save"),
    ];
}
