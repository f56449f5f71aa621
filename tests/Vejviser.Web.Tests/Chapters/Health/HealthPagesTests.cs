using System.Net;
using AngleSharp.Html.Dom;
using Vejviser.Testing;
using Vejviser.Web.Tests.Engine.Plans.Enrolment;

namespace Vejviser.Web.Tests.Chapters.Health;

public sealed class HealthPagesTests
{
    private const string Hanne = "hanne.friis@havneby.example";

    [Theory]
    [InlineData("/doctors")]
    [InlineData("/doctors/given")]
    [InlineData("/doctors/practices")]
    [InlineData("/language-groups")]
    [InlineData("/language-groups/setup")]
    public async Task Page_WithoutThePermission_IsForbidden_AndOpensForHealth(string path)
    {
        await using var app = await VejviserApp.StartAsync();
        Assert.Equal(HttpStatusCode.Forbidden, (await (await app.SignInAsync("ulla.frost@havneby.example")).GetAsync(path)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await app.SignInAsync("lone.krag@frivilligcenter.example")).GetAsync(path)).Status);
        var page = await (await app.SignInAsync(Hanne)).GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Single(page.Page.QuerySelectorAll("h1"));
    }

    [Theory]
    [InlineData("/doctors/practices/0193a3a0-0000-7000-8000-000000000000")]
    [InlineData("/doctors/practices/x")]
    [InlineData("/language-groups/0193a3a0-0000-7000-8000-000000000000")]
    public async Task Page_UnknownId_IsNotFound(string path)
    {
        await using var app = await VejviserApp.StartAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.SignInAsync(Hanne)).GetAsync(path)).Status);
    }

    [Fact]
    public async Task Practice_FaultyThenRight_KeepsWhatWasWrittenAndIsSaved()
    {
        await using var app = await VejviserApp.StartAsync();
        var hanne = await app.SignInAsync(Hanne);
        var form = (await hanne.GetAsync("/doctors/practices/new")).Form("#practice-form");

        var faulty = await hanne.SubmitAsync(form, ("name", "Torvets Læger"), ("place", "12.02, 55.96"));
        Assert.Equal(HttpStatusCode.OK, faulty.Status);
        Assert.Contains("Stedet kan ikke læses", faulty.One(".alert-error").TextContent, StringComparison.Ordinal);
        Assert.Equal("Torvets Læger", faulty.One("#name").GetAttribute("value"));

        var saved = await hanne.SubmitAndFollowAsync(faulty.Form("#practice-form"), ("place", "55,9612 12,0213"));
        Assert.Equal("Torvets Læger", saved.One("h1").TextContent);
        Assert.Equal("55.9612, 12.0213", saved.One("#place").GetAttribute("value"));
        Assert.Single(await app.AuditAsync("doctors.change-practice"));
    }

    /// <summary>From the list to the person's page: said where they live, moved, given a doctor, registered; another proposal than the one seen is not decided.</summary>
    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Doctor_PlacedMovedDecidedAndRegistered_StandsOnThePersonsPage(DatabaseKind kind)
    {
        await using var app = await VejviserApp.StartAsync(kind);
        await app.TakeUpAsync("gp-cooperation");
        var head = await app.HeadAsync();
        var (mette, hanne) = (await app.SignInAsync("mette.holm@havneby.example"), await app.SignInAsync(Hanne));
        Assert.True((await mette.SubmitAsync((await mette.GetAsync($"/people/{head.Id}/enrol?practice=gp-cooperation")).Form())).IsRedirect);
        await hanne.SubmitAsync((await hanne.GetAsync("/doctors/practices/new")).Form("#practice-form"), ("name", "Torvets Læger"), ("place", "55.9612, 12.0213"));
        foreach (var (name, place) in new[] { ("Midtbyen", "55.96, 12.02"), ("Skoven", "55.80, 12.02") })
            await hanne.SubmitAsync((await hanne.GetAsync("/doctors/practices")).Form("#district-new"), ("name", name), ("place", place));
        var form = (await hanne.GetAsync("/doctors")).Form("#place-form");
        var select = form.Elements.OfType<IHtmlSelectElement>().Single();
        string Of(string district) => select.Options.Single(o => o.Text == district).Value;
        var far = await hanne.SubmitAndFollowAsync(form, (select.Name!, Of("Skoven")));
        Assert.Contains("Torvets Læger er 17", far.One(".health-line-waits").TextContent, StringComparison.Ordinal);
        var placed = await hanne.SubmitAndFollowAsync((await hanne.GetAsync($"/doctors?choose={head.Id}")).Form("#move-form"), (select.Name!, Of("Midtbyen")));

        var unseen = await hanne.SubmitAsync(placed.Form("#decide-form"), ("fingerprint", "0"));
        Assert.Contains("Noget er ændret", unseen.One(".alert-error").TextContent, StringComparison.Ordinal);
        Assert.True((await hanne.SubmitAsync(unseen.Form("#decide-form"))).IsRedirect);
        Assert.True((await hanne.SubmitAsync((await hanne.GetAsync("/doctors/given")).Form(".health-actions > form"))).IsRedirect);

        Assert.Contains("Torvets Læger · registreret", (await mette.GetAsync($"/people/{head.Id}")).One("#doctor").TextContent, StringComparison.Ordinal);
        var read = Assert.Single(await app.AuditAsync("doctors.decide"), e => e.Entity == "person-doctor");
        Assert.Equal(head.Id, read.PersonId);
    }

    [Fact]
    public async Task Pages_WhoMayOnlyRead_HaveNoFormsThatChange()
    {
        await using var app = await VejviserApp.StartAsync();
        var jonas = await app.SignInAsync("jonas.krogh@havneby.example");
        foreach (var path in new[] { "/doctors", "/doctors/given", "/doctors/practices", "/language-groups", "/language-groups/setup" })
            Assert.Empty((await jonas.GetAsync(path)).Page.QuerySelectorAll("main form[method=post]"));
        Assert.Equal(HttpStatusCode.NotFound, (await jonas.GetAsync("/doctors/practices/new")).Status);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Pages_WithNothingInThem_OpenOnBothDatabases(DatabaseKind kind)
    {
        await using var app = await VejviserApp.StartAsync(kind);
        var hanne = await app.SignInAsync(Hanne);
        foreach (var path in new[] { "/doctors", "/doctors?km=5", "/doctors/fairness", "/language-groups/fairness", "/language-groups?least=3&most=6", "/doctors/given?show=open", "/doctors/practices", "/language-groups", "/language-groups/setup" })
            Assert.Equal(HttpStatusCode.OK, (await hanne.GetAsync(path)).Status);
        var export = await hanne.GetAsync("/doctors/given/export?format=csv");
        Assert.Contains("Person;Praksis;Givet;Registreret", export.Body, StringComparison.Ordinal);
        var groups = await hanne.GetAsync("/language-groups/export?format=csv");
        Assert.Contains("Borger;Taler;Kan komme;Interesseret siden;Gruppe;Tid;Underviser;", groups.Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await hanne.GetAsync("/language-groups/export?format=doc")).Status);
    }
}
