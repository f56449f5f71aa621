using System.Net;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Foundation.Access;
using Vejviser.Testing;
using Vejviser.Web.Tests.Engine.Plans;

namespace Vejviser.Web.Tests.Engine.Catalogue;

/// <summary>The catalogue in one look, and one practice with what stands around it.</summary>
public sealed class CataloguePageTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Get_Catalogue_ShowsNineAreasAndWhatRunsHere(DatabaseKind kind)
    {
        await using var app = await VejviserApp.StartAsync(kind);
        await app.RunningAsync();
        var chief = await app.SignInAsync(RoadWorld.Chief);
        var page = await chief.GetAsync("/practices");
        Assert.Equal(39, page.Page.QuerySelectorAll(".practice-line").Length);
        Assert.Equal(9, page.Page.QuerySelectorAll("section > h2").Length);
        Assert.Equal(["39 praksisser", "1 i brug", "0 personer i gang", "1 husstande i gang", "0 venter på plads"], page.Texts(".road-counts li"));
        Assert.Contains("I brug, udgave 1 1 husstande i gang", page.Texts("#p-reception-plan .practice-line-state").Single(), StringComparison.Ordinal);
        Assert.Contains("Ikke taget i brug", page.Texts("#p-business-mentors").Single(), StringComparison.Ordinal);
        Assert.DoesNotContain("{", string.Concat(page.Texts(".practice-line")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?area=health", 5)]
    [InlineData("?adopted=yes", 1)]
    [InlineData("?adopted=no", 38)]
    [InlineData("?q=erhvervsmentorer", 1)]
    [InlineData("?q=qqqq", 0)]
    public async Task Get_Filtered_ShowsThoseThatFit(string query, int expected)
    {
        await using var app = await VejviserApp.StartAsync();
        await app.AdoptAsync();
        var page = await (await app.SignInAsync(RoadWorld.Chief)).GetAsync($"/practices{query}");
        Assert.Equal(expected, page.Page.QuerySelectorAll(".practice-line").Length);
        Assert.Equal(expected == 0, page.Body.Contains("Ingen praksis passer", StringComparison.Ordinal));
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task CountNow_ByWhoMay_KeepsResultsWithTheirTime(DatabaseKind kind)
    {
        await using var app = await VejviserApp.StartAsync(kind);
        await app.RunningAsync();
        var chief = await app.SignInAsync(RoadWorld.Chief);
        var before = await chief.GetAsync("/practices");
        Assert.Contains("ikke talt endnu", before.Body, StringComparison.Ordinal);
        var after = await chief.SubmitAndFollowAsync(before.Form("/practices?handler=Count"));
        Assert.NotNull(after.Told);
        Assert.Contains("talt 02-03-2026 kl. 09.00", after.Body, StringComparison.Ordinal);
        await using var db = app.Open();
        Assert.True(await db.MeasureResults.AnyAsync(r => r.Practice == "reception-plan", Cancel));
        Assert.Single(await app.AuditAsync("measures.count"), e => e.ActorId is not null);

        var peter = await app.SignInAsync(RoadWorld.Peter);
        var seen = await peter.GetAsync("/practices");
        Assert.Empty(seen.Page.QuerySelectorAll("form[action='/practices?handler=Count']"));
        var form = after.Form("/practices?handler=Count");
        var token = (await peter.GetAsync("/account")).Form("/account?handler=SignOutEverywhere").QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value");
        Assert.Equal(HttpStatusCode.Forbidden, (await peter.SubmitAsync(form, ("__RequestVerificationToken", token))).Status);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Worker_OnceAnHour_CountsWithoutBeingAsked(DatabaseKind kind)
    {
        await using var app = await VejviserApp.StartAsync(kind, args: ["--Measures:EveryMinutes", "60"]);
        await app.RunningAsync();
        await using var db = app.Open();
        for (var hour = 1; hour <= 2; hour++)
        {
            // The clock may move on before the worker has begun to wait for it.
            for (var tries = 0; tries < 100 && await db.AuditEntries.CountAsync(e => e.Action == "measures.count" && e.ActorId == null, Cancel) < hour; tries++)
            {
                app.Clock.Advance(TimeSpan.FromMinutes(60));
                await Task.Delay(50, Cancel);
            }

            Assert.True(await db.MeasureResults.AnyAsync(r => r.Practice == "reception-plan", Cancel));
        }
    }

    [Theory]
    [InlineData("business-mentors", "fra 18 år", "uddannelse: kort videregående eller videregående", "engelsk: mindst godt", "højst 36 måneder i Danmark")]
    [InlineData("reception-plan", "asylsagen: opholdstilladelse")]
    public async Task Get_Practice_SaysForWhomWithWhomAndWhatItComesTo(string practice, params string[] phrases)
    {
        await using var app = await VejviserApp.StartAsync();
        var page = await (await app.SignInAsync(RoadWorld.Chief)).GetAsync($"/practices/{practice}");
        Assert.Equal(phrases, page.Texts("section[aria-labelledby=for] ul.prose li"));
        Assert.NotEmpty(page.Texts(".station"));
        Assert.NotEmpty(page.Texts("[aria-labelledby=measures] tbody tr"));
        Assert.Equal(7, page.Page.QuerySelectorAll(".practice-citizen").Length);
        Assert.Equal(["ar", "fa"], page.Page.QuerySelectorAll(".practice-citizen .card-box[dir=rtl]").Select(e => e.GetAttribute("lang")).Order(StringComparer.Ordinal));
        Assert.Equal(5, page.Texts(".practice-citizen .chip").Count);
    }

    [Fact]
    public async Task Get_EveryPractice_HasNoHoles()
    {
        await using var app = await VejviserApp.StartAsync();
        var chief = await app.SignInAsync(RoadWorld.Chief);
        var list = await chief.GetAsync("/practices");
        foreach (var link in list.Page.QuerySelectorAll(".practice-line h3 a").Select(a => a.GetAttribute("href")!))
        {
            var page = await chief.GetAsync(link);
            Assert.Equal(HttpStatusCode.OK, page.Status);
            var words = string.Join(' ', page.Texts("main"));
            Assert.False(Holes().IsMatch(words), $"{link}: {Holes().Match(words)}");
        }
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Setup_TickedTwiceAndTakenBack_IsAudited(DatabaseKind kind)
    {
        await using var app = await VejviserApp.StartAsync(kind);
        var chief = await app.SignInAsync(RoadWorld.Chief);
        var page = await chief.GetAsync("/practices/business-mentors");
        var form = page.Page.QuerySelectorAll(".practice-setup form").OfType<AngleSharp.Html.Dom.IHtmlFormElement>().First();
        var ticked = await chief.SubmitAndFollowAsync(form);
        Assert.Contains("Birgit Storm, 02-03-2026 kl. 09.00", ticked.Texts(".practice-setup li")[0], StringComparison.Ordinal);
        Assert.True((await chief.SubmitAsync(form)).IsRedirect);
        Assert.Contains("findes ikke", (await chief.SubmitAsync(form, ("item", "no-such-item"), ("command", Guid.CreateVersion7().ToString()))).Failures, StringComparison.Ordinal);
        var undo = ticked.Page.QuerySelectorAll(".practice-setup form").OfType<AngleSharp.Html.Dom.IHtmlFormElement>().First();
        Assert.DoesNotContain("Birgit Storm", (await chief.SubmitAndFollowAsync(undo)).Texts(".practice-setup li")[0], StringComparison.Ordinal);
        Assert.Equal(2, (await app.AuditAsync("practices.tick-setup")).Count);

        await app.WithoutAsync("Leder", Permissions.PracticesAdapt);
        var again = await app.SignInAsync(RoadWorld.Chief);
        Assert.Empty((await again.GetAsync("/practices/business-mentors")).Page.QuerySelectorAll(".practice-setup form"));
    }

    /// <summary>A slot nothing filled, or a key of a text that is missing.</summary>
    private static System.Text.RegularExpressions.Regex Holes() => new(@"\{[a-z]|\b(?:practices|anchor|area|people|organisation|plan)\.[a-z-]+", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(5));
}
