using System.Net;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data.Seeding;
using Vejviser.Testing;
using Vejviser.Web.Tests.Foundation.People;

namespace Vejviser.Web.Tests.Engine.Pairs;

public sealed class PairsPagesTests
{
    private const string Coordinator = "rasmus.vind@havneby.example";

    [Theory]
    [InlineData("/pairs/mentors")]
    [InlineData("/pairs/families")]
    [InlineData("/pairs/mentors/list")]
    [InlineData("/pairs/mentors/volunteers")]
    [InlineData("/pairs/families/volunteers/new")]
    [InlineData("/pairs/families/towns")]
    [InlineData("/pairs/mentors/policy")]
    [InlineData("/pairs/families/enquiries")]
    public async Task Page_WithoutThePermission_IsForbidden_AndOpensForTheCoordinator(string path)
    {
        await using var app = await VejviserApp.StartAsync();
        Assert.Equal(HttpStatusCode.Forbidden, (await (await app.SignInAsync("ulla.frost@havneby.example")).GetAsync(path)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await app.SignInAsync(DemoMunicipality.Partner.Email)).GetAsync(path)).Status);
        var page = await (await app.SignInAsync(Coordinator)).GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Single(page.Page.QuerySelectorAll("h1"));
    }

    [Theory]
    [InlineData("/pairs/strangers")]
    [InlineData("/pairs/mentors/0193a3a0-0000-7000-8000-000000000000")]
    [InlineData("/pairs/mentors/volunteers/0193a3a0-0000-7000-8000-000000000000")]
    [InlineData("/pairs/mentors/volunteers/x")]
    [InlineData("/pairs/mentors/enquiries")]
    public async Task Page_UnknownId_IsNotFound(string path)
    {
        await using var app = await VejviserApp.StartAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.SignInAsync(Coordinator)).GetAsync(path)).Status);
    }

    [Fact]
    public async Task Volunteer_OpensTheOwnPageAlone()
    {
        await using var app = await VejviserApp.StartAsync();
        var erik = await app.SignInAsync(DemoMunicipality.Mentor.Email);
        Assert.Equal("/partner/pairs", (await erik.GetAsync("/")).Location);
        Assert.Equal(HttpStatusCode.OK, (await erik.GetAsync("/partner/pairs")).Status);
        foreach (var path in new[] { "/partner", "/partner/volunteers", "/partner/courses", "/pairs/mentors", "/people" })
            Assert.Equal(HttpStatusCode.Forbidden, (await erik.GetAsync(path)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await app.SignInAsync(Coordinator)).GetAsync("/partner/pairs")).Status);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Volunteer_RegisteredCorrectedAndPaused_IsKeptAndAFaultKeepsWhatWasWritten(DatabaseKind kind)
    {
        await using var app = await VejviserApp.StartAsync(kind);
        var rasmus = await app.SignInAsync(Coordinator);
        await rasmus.SubmitAsync((await rasmus.GetAsync("/pairs/families/towns")).Form("#town-new"), ("name", "Havneby"));
        Assert.Equal("Byen står der allerede.", (await rasmus.SubmitAsync((await rasmus.GetAsync("/pairs/families/towns")).Form("#town-new"), ("name", "Havneby"))).Failures);
        var form = (await rasmus.GetAsync("/pairs/families/volunteers/new")).Form("#volunteer-form");
        var faulty = await rasmus.SubmitAsync(form, ("name", "Familien Lund"), ("certificate", "Seen"), ("certificateOn", "2026-03-03"));
        Assert.Contains("Den kan ikke ligge i fremtiden", faulty.Failures, StringComparison.Ordinal);
        Assert.Equal("Familien Lund", faulty.Page.QuerySelector("#name")!.GetAttribute("value"));
        Assert.True((await rasmus.SubmitAsync(form, ("name", "Familien Lund"), ("languages", "ar"))).IsRedirect);
        var link = (await rasmus.GetAsync("/pairs/families/volunteers")).Page.QuerySelector("tbody th a")!.GetAttribute("href")!;
        var stale = (await rasmus.GetAsync(link)).Form("#volunteer-form");
        Assert.True((await rasmus.SubmitAsync((await rasmus.GetAsync(link)).Form("#volunteer-form"), ("phone", "12345678"), ("languages", "fa"))).IsRedirect);
        Assert.Contains("En anden har ændret", (await rasmus.SubmitAsync(stale, ("phone", "1"))).Failures, StringComparison.Ordinal);
        Assert.True((await rasmus.SubmitAsync((await rasmus.GetAsync(link)).Form("#withdraw-form"))).IsRedirect);
        await using var db = app.Open();
        var kept = await db.Volunteers.Include(v => v.Languages).SingleAsync(Newcomers.Cancel);
        Assert.Equal(("12345678", true, "fa"), (kept.Phone, kept.IsWithdrawn, kept.Languages.Single().Language));
        Assert.Equal(["pairs.register-volunteer", "pairs.change-volunteer", "pairs.withdraw-volunteer"], (await app.AuditAsync()).Where(a => a.Action.EndsWith("-volunteer", StringComparison.Ordinal)).Select(a => a.Action));
    }
}
