using System.Net;
using Vejviser.Testing;

namespace Vejviser.Web.Tests.Foundation.People;

[Trait("Run", "Quick")]
public sealed class SearchTests
{
    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Post_NameFromTheHeader_FindsAndNotesWhoWasShown(DatabaseKind kind)
    {
        await using var app = await VejviserApp.StartAsync(kind);
        var person = await app.AddAsync();
        await app.AddAsync("Salma", "Karimi");
        using var visitor = await app.SignInAsync(Newcomers.Reception);

        var found = await visitor.SubmitAsync((await visitor.GetAsync("/people")).Form("/people/search"), ("q", "haddad yousef"));

        Assert.Equal([$"/people/{person.Id}"], found.Page.QuerySelectorAll(".people-list > li > span:first-child > a:first-child").Select(a => a.GetAttribute("href")));
        Assert.Contains(person.Id.ToString(), Assert.Single(await app.AuditAsync("people.search.read")).Details!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_OutsideNeedToKnow_CountsNobody()
    {
        await using var app = await VejviserApp.StartAsync();
        await app.AddAsync();
        using var visitor = await app.SignInAsync(Newcomers.FamilyConsultant);

        var hidden = await visitor.SubmitAsync((await visitor.GetAsync("/people")).Form("/people/search"), ("q", "haddad"));
        var nobody = await visitor.SubmitAsync((await visitor.GetAsync("/people")).Form("/people/search"), ("q", "qqqq"));

        Assert.Equal(nobody.Texts("main h2"), hidden.Texts("main h2"));
        Assert.Equal(nobody.Texts("main .empty"), hidden.Texts("main .empty"));
    }

    [Fact]
    public async Task Get_CprInTheAddress_IsNotSearchedAndNotShown()
    {
        await using var app = await VejviserApp.StartAsync();
        await app.GiveCprAsync(await app.AddAsync());
        using var visitor = await app.SignInAsync(Newcomers.Reception);

        var answer = await visitor.GetAsync($"/people?q={Newcomers.Cpr}");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Empty(answer.Page.QuerySelectorAll(".people-list"));
        Assert.DoesNotContain("1235", answer.Page.QuerySelector("main")!.InnerHtml, StringComparison.Ordinal);
        Assert.Single(answer.Page.QuerySelectorAll(".alert-warning"));
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Post_Cpr_FindsForThoseWhoMayAndIsNoted(DatabaseKind kind)
    {
        await using var app = await VejviserApp.StartAsync(kind);
        var person = await app.AddAsync();
        await app.GiveCprAsync(person);
        using var mette = await app.SignInAsync(Newcomers.Reception);
        using var sofie = await app.SignInAsync(Newcomers.FamilyConsultant);

        var found = await mette.SubmitAsync((await mette.GetAsync("/people")).Form("/people/search"), ("q", Newcomers.Cpr));
        var refused = await sofie.SubmitAsync((await sofie.GetAsync("/people")).Form("/people/search"), ("q", Newcomers.Cpr));

        Assert.Single(found.Page.QuerySelectorAll($"main a[href='/people/{person.Id}']"));
        Assert.DoesNotContain(Newcomers.Cpr, found.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(Newcomers.Cpr, refused.Body, StringComparison.Ordinal);
        Assert.NotEmpty(refused.Failures);
        Assert.Equal(person.Id, Assert.Single(await app.AuditAsync("people.search-cpr")).PersonId);
    }

    [Fact]
    public async Task Get_OpenedBefore_ShowsRecent()
    {
        await using var app = await VejviserApp.StartAsync();
        var person = await app.AddAsync();
        using var visitor = await app.SignInAsync(Newcomers.Reception);
        Assert.Single((await visitor.GetAsync("/people")).Page.QuerySelectorAll(".empty"));
        await visitor.GetAsync($"/people/{person.Id}/edit");

        Assert.Single((await visitor.GetAsync("/people")).Page.QuerySelectorAll($"main a[href='/people/{person.Id}']"));
    }
}
