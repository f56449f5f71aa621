using System.Net;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Foundation.Access;
using Vejviser.Testing;

namespace Vejviser.Web.Tests.Foundation.Access;

public sealed class AccountPagesTests
{
    private const string Admin = "admin@havneby.example";
    private const string Peter = "peter.lund@havneby.example";

    [Theory]
    [InlineData("/access")]
    [InlineData("/access/new")]
    [InlineData("/access/roles")]
    [InlineData("/access/roles/new")]
    [InlineData("/access/external-roles")]
    public async Task Page_WithAndWithoutPermission_OpensAndIsForbidden(string path)
    {
        await using var app = await VejviserApp.StartAsync();
        Assert.Equal(HttpStatusCode.Forbidden, (await (await app.SignInAsync(Peter)).GetAsync(path)).Status);
        var page = await (await app.SignInAsync(Admin)).GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Empty(page.Page.QuerySelectorAll("[style], script:not([src])"));
    }

    [Theory]
    [InlineData("/access/accounts/0193a3a0-0000-7000-8000-000000000000")]
    [InlineData("/access/roles/0193a3a0-0000-7000-8000-000000000000")]
    public async Task Page_UnknownId_IsNotFound(string path)
    {
        await using var app = await VejviserApp.StartAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.SignInAsync(Admin)).GetAsync(path)).Status);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Accounts_SearchAndUnit_NarrowTheList(DatabaseKind kind)
    {
        await using var app = await VejviserApp.StartAsync(kind);
        var admin = await app.SignInAsync(Admin);
        Assert.Equal(["Sofie Bach"], (await admin.GetAsync("/access?q=sofie")).Texts("tbody th"));
        await using var db = app.Open();
        await db.Users.Where(a => a.Email == Peter).ExecuteUpdateAsync(s => s.SetProperty(a => a.DisplayName, "Øjvind Ærø"), TestContext.Current.CancellationToken);
        foreach (var typed in (string[])["øjvind", "Ærø", "peter.lund"])
            Assert.Equal(["Øjvind Ærø"], (await admin.GetAsync($"/access?q={Uri.EscapeDataString(typed)}")).Texts("tbody th"));
        var unit = await db.Units.Where(u => u.Name == "Boligteamet").Select(u => u.Id).SingleAsync(TestContext.Current.CancellationToken);
        Assert.Equal(["Øjvind Ærø"], (await admin.GetAsync($"/access?unit={unit}")).Texts("tbody th"));
        Assert.Empty((await admin.GetAsync("/access?state=locked")).Texts("tbody th"));
        Assert.Empty((await admin.GetAsync("/access?state=closed")).Texts("tbody th"));
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task NewAccount_Valid_ShowsAOneTimePasswordThatOpensThePasswordPage(DatabaseKind kind)
    {
        await using var app = await VejviserApp.StartAsync(kind);
        var admin = await app.SignInAsync(Admin);
        var form = (await admin.GetAsync("/access/new")).Form();
        await using var db = app.Open();
        var role = await db.AccessRoles.Where(r => r.Name == "Fagmedarbejder").Select(r => r.Id).SingleAsync(TestContext.Current.CancellationToken);

        var added = await admin.SubmitAsync(form, ("Name", "Nora Ny"), ("Email", "nora.ny@havneby.example"), ("RoleId", role.ToString()));
        var again = await admin.SubmitAsync(form, ("Name", "Nora Ny"), ("Email", "nora.ny@havneby.example"), ("RoleId", role.ToString()));

        var nora = await app.SignInAsync("nora.ny@havneby.example", added.One(".one-time").TextContent);
        Assert.Equal("/account/password", (await nora.GetAsync("/")).Location);
        Assert.StartsWith("Der er allerede en bruger", again.Failures, StringComparison.Ordinal);
        Assert.Single(await app.AuditAsync("access.add-account"));
    }

    [Theory]
    [InlineData("", "nora@havneby.example", "Skriv et navn.")]
    [InlineData("Nora", "nora", "E-mailen er ikke skrevet rigtigt.")]
    [InlineData("Nora", "PETER.LUND@havneby.example", "Der er allerede en bruger med den e-mail.")]
    public async Task NewAccount_Invalid_IsRefusedAndKeepsWhatWasWritten(string name, string email, string word)
    {
        await using var app = await VejviserApp.StartAsync();
        var admin = await app.SignInAsync(Admin);
        var answer = await admin.SubmitAsync((await admin.GetAsync("/access/new")).Form(), ("Name", name), ("Email", email));
        Assert.Equal(word, answer.Failures);
        Assert.Equal(email, answer.One("#Email").GetAttribute("value"));
        Assert.Empty(await app.AuditAsync("access.add-account"));
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Account_RoleGivenAndTaken_HoldsFromTheNextPage(DatabaseKind kind)
    {
        await using var app = await VejviserApp.StartAsync(kind);
        var (admin, peter) = (await app.SignInAsync(Admin), await app.SignInAsync(Peter));
        var path = $"/access/accounts/{(await app.AccountAsync(Peter)).Id}";
        await using var db = app.Open();
        var role = await db.AccessRoles.Where(r => r.Name == "Administrator").Select(r => r.Id).SingleAsync(TestContext.Current.CancellationToken);

        await admin.SubmitAsync((await admin.GetAsync(path)).Form($"{path}?handler=Give"), ("role", role.ToString()));
        Assert.Equal(HttpStatusCode.OK, (await peter.GetAsync("/access")).Status);

        var page = await admin.GetAsync(path);
        var row = page.Page.QuerySelectorAll("tbody tr").Single(r => r.QuerySelector("th")!.TextContent == "Administrator");
        await admin.SubmitAsync((AngleSharp.Html.Dom.IHtmlFormElement)row.QuerySelector("form")!);
        Assert.Equal(HttpStatusCode.Forbidden, (await peter.GetAsync("/access")).Status);
        Assert.Equal((1, 1), ((await app.AuditAsync("access.assign-role")).Count, (await app.AuditAsync("access.take-role")).Count));
    }

    [Fact]
    public async Task Account_ScopedAdministrator_GivesInOwnUnitOnlyAndSeesOwnPeopleOnly()
    {
        await using var app = await VejviserApp.StartAsync();
        var admin = await app.SignInAsync(Admin);
        var (peterId, metteId) = ((await app.AccountAsync(Peter)).Id, (await app.AccountAsync("mette.holm@havneby.example")).Id);
        await using var db = app.Open();
        var unit = await db.Units.Where(u => u.Name == "Boligteamet").Select(u => u.Id).SingleAsync(TestContext.Current.CancellationToken);
        var administrator = await db.AccessRoles.Where(r => r.Name == "Administrator").Select(r => r.Id).SingleAsync(TestContext.Current.CancellationToken);
        await admin.SubmitAsync((await admin.GetAsync($"/access/accounts/{peterId}")).Form($"/access/accounts/{peterId}?handler=Give"), ("role", administrator.ToString()), ("unit", unit.ToString()));

        var peter = await app.SignInAsync(Peter);
        Assert.Equal(["Peter Lund"], (await peter.GetAsync("/access")).Texts("tbody th"));
        Assert.Equal(HttpStatusCode.NotFound, (await peter.GetAsync($"/access/accounts/{metteId}")).Status);
        var own = await peter.GetAsync($"/access/accounts/{peterId}");
        var raised = await peter.SubmitAsync(own.Form($"/access/accounts/{peterId}?handler=Give"), ("role", administrator.ToString()), ("unit", unit.ToString()));
        Assert.StartsWith("Du kan ikke give dig selv", raised.Failures, StringComparison.Ordinal);
        var wider = await peter.SubmitAsync(own.Form($"/access/accounts/{peterId}?handler=Give"), ("role", administrator.ToString()), ("unit", ""), ("command", Guid.CreateVersion7().ToString()));
        Assert.StartsWith("Du kan kun give roller i dine egne", wider.Failures, StringComparison.Ordinal);
        Assert.Single(await app.AuditAsync("access.assign-role"));
    }

    [Fact]
    public async Task Account_ResetUnlockCloseReopen_EachDoesWhatItSays()
    {
        await using var app = await VejviserApp.StartAsync();
        var (admin, peter) = (await app.SignInAsync(Admin), await app.SignInAsync(Peter));
        var path = $"/access/accounts/{(await app.AccountAsync(Peter)).Id}";

        var reset = await admin.SubmitAsync((await admin.GetAsync(path)).Form($"{path}?handler=Reset"));
        Assert.True((await peter.GetAsync("/account")).IsRedirect);
        await app.SignInAsync(Peter, reset.One(".one-time").TextContent);

        await using (var db = app.Open())
            await db.Users.Where(a => a.Email == Peter).ExecuteUpdateAsync(s => s.SetProperty(a => a.LockoutEnd, TestDatabase.Start.AddHours(1)), TestContext.Current.CancellationToken);
        await admin.SubmitAsync((await admin.GetAsync(path)).Form($"{path}?handler=Unlock"));
        Assert.Null((await app.AccountAsync(Peter)).LockoutEnd);

        await admin.SubmitAsync((await admin.GetAsync(path)).Form($"{path}?handler=Close"));
        Assert.True((await app.AccountAsync(Peter)).IsClosed);
        await admin.SubmitAsync((await admin.GetAsync(path)).Form($"{path}?handler=Reopen"));
        Assert.False((await app.AccountAsync(Peter)).IsClosed);
        foreach (var action in (string[])["access.reset-password", "access.unlock-account", "access.close-account", "access.reopen-account"])
            Assert.Single(await app.AuditAsync(action));
    }

    [Fact]
    public async Task Administrator_ClosingOneself_IsRefused()
    {
        await using var app = await VejviserApp.StartAsync();
        var admin = await app.SignInAsync(Admin);
        var path = $"/access/accounts/{(await app.AccountAsync(Admin)).Id}";
        var answer = await admin.SubmitAsync((await admin.GetAsync(path)).Form($"{path}?handler=Close"));
        Assert.StartsWith("Du kan ikke lukke dig selv", answer.Failures, StringComparison.Ordinal);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Role_AddedChangedAndRemoved_IsAudited(DatabaseKind kind)
    {
        await using var app = await VejviserApp.StartAsync(kind);
        var admin = await app.SignInAsync(Admin);
        var form = (await admin.GetAsync("/access/roles/new")).Form();
        Assert.Equal("/access/roles", (await admin.SubmitAsync(form, ("Name", "Praktikant"), ("Permissions", Permissions.Work))).Location);
        await using var db = app.Open();
        var id = await db.AccessRoles.Where(r => r.Name == "Praktikant").Select(r => r.Id).SingleAsync(TestContext.Current.CancellationToken);

        var page = await admin.GetAsync($"/access/roles/{id}");
        Assert.Equal([Permissions.Work], page.Page.QuerySelectorAll("input[name=Permissions][checked]").Select(i => i.GetAttribute("value")));
        await admin.SubmitAsync(page.Form("#role-form"), ("Permissions", Permissions.Work), ("Permissions", Permissions.PeopleRead));
        Assert.Contains(Permissions.PeopleRead, Assert.Single(await app.AuditAsync("access.change-role")).Details!, StringComparison.Ordinal);
        Assert.StartsWith("Der er allerede en rolle", (await admin.SubmitAsync((await admin.GetAsync($"/access/roles/{id}")).Form("#role-form"), ("Name", "Leder"))).Failures, StringComparison.Ordinal);

        await admin.SubmitAsync((await admin.GetAsync($"/access/roles/{id}")).Form("#remove-form"));
        Assert.False(await db.AccessRoles.AnyAsync(r => r.Id == id, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task ExternalRole_AddedAndRemoved_IsAudited()
    {
        await using var app = await VejviserApp.StartAsync();
        var admin = await app.SignInAsync(Admin);
        var added = await admin.SubmitAndFollowAsync((await admin.GetAsync("/access/external-roles")).Form("#add-form"), ("group", "grp-bolig"));
        Assert.Equal(["grp-bolig"], added.Texts("tbody th"));
        Assert.Equal("Skriv gruppens navn.", (await admin.SubmitAsync(added.Form("#add-form"), ("group", " "))).Failures);
        var removed = await admin.SubmitAndFollowAsync(added.Form("/access/external-roles?handler=Remove"));
        Assert.Empty(removed.Texts("tbody th"));
        Assert.Equal((1, 1), ((await app.AuditAsync("access.add-external-role")).Count, (await app.AuditAsync("access.remove-external-role")).Count));
    }
}
