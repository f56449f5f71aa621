using System.Net;
using Vejviser.Testing;

namespace Vejviser.Web.Tests.Chapters.Minors;

public sealed class VillasPagesTests
{
    private const string Sofie = "sofie.bach@havneby.example";

    [Theory]
    [InlineData("/villas")]
    [InlineData("/villas/living")]
    [InlineData("/villas/setup")]
    public async Task Page_WithoutThePermission_IsForbidden_AndOpensForChildrenAndYouths(string path)
    {
        await using var app = await VejviserApp.StartAsync();
        Assert.Equal(HttpStatusCode.Forbidden, (await (await app.SignInAsync("ulla.frost@havneby.example")).GetAsync(path)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await app.SignInAsync("lone.krag@frivilligcenter.example")).GetAsync(path)).Status);
        var page = await (await app.SignInAsync(Sofie)).GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Single(page.Page.QuerySelectorAll("h1"));
    }

    [Fact]
    public async Task Youth_UnknownId_IsNotFound()
    {
        await using var app = await VejviserApp.StartAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.SignInAsync(Sofie)).GetAsync($"/villas/youths/{Guid.CreateVersion7()}")).Status);
    }

    [Fact]
    public async Task Villa_FaultyThenRight_KeepsWhatWasWrittenAndIsSavedWithItsContact()
    {
        await using var app = await VejviserApp.StartAsync();
        var sofie = await app.SignInAsync(Sofie);
        var faulty = await sofie.SubmitAsync((await sofie.GetAsync("/villas/setup")).Form("#villa-new"), ("name", "Solbakken"), ("phone", " "));
        Assert.Contains("hele døgnet", faulty.Failures, StringComparison.Ordinal);
        Assert.Equal("Solbakken", faulty.One("#name-new").GetAttribute("value"));

        var saved = await sofie.SubmitAndFollowAsync(faulty.Form("#villa-new"), ("phone", "12 00 00 80"));
        var contacted = await sofie.SubmitAndFollowAsync(saved.Form(".contact-new form"), ("name", "Samuel Tesfay"), ("language", "ti"));
        Assert.Contains("Samuel Tesfay", contacted.One(".villa-setup").TextContent, StringComparison.Ordinal);
        Assert.Single(await app.AuditAsync("villas.change-villa"));
        Assert.Single(await app.AuditAsync("villas.change-contact"));
    }

    [Fact]
    public async Task Pages_WhoMayOnlyRead_HaveNoFormsThatChange()
    {
        await using var app = await VejviserApp.StartAsync();
        var mette = await app.SignInAsync("mette.holm@havneby.example");
        foreach (var path in new[] { "/villas", "/villas/living", "/villas/setup" })
            Assert.Empty((await mette.GetAsync(path)).Page.QuerySelectorAll("main form[method=post]"));
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Pages_WithNothingInThem_OpenOnBothDatabases(DatabaseKind kind)
    {
        await using var app = await VejviserApp.StartAsync(kind);
        var sofie = await app.SignInAsync(Sofie);
        foreach (var path in new[] { "/villas", "/villas?weight[weight-near-age]=9", "/villas/living", "/villas/setup" })
            Assert.Equal(HttpStatusCode.OK, (await sofie.GetAsync(path)).Status);
        Assert.Contains("Villa;Ung;Alder;Modersmål;Kontaktperson", (await sofie.GetAsync("/villas/living/export?format=csv")).Body, StringComparison.Ordinal);
    }
}
