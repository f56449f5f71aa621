using System.Net;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data.Seeding;
using Vejviser.Testing;

namespace Vejviser.Web.Tests.Foundation.Access;

public sealed class AccountTests
{
    private const string Mette = "mette.holm@havneby.example";
    private const string NewPassword = "et langt og nyt kodeord";

    [Fact]
    public async Task Account_SignedIn_ShowsWhereOneBelongs()
    {
        await using var app = await VejviserApp.StartAsync();
        var page = await (await app.SignInAsync(Mette)).GetAsync("/account");
        Assert.Contains("Modtageenheden", page.Body, StringComparison.Ordinal);
        Assert.Contains("Modtagelse", page.Body, StringComparison.Ordinal);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task ChangePassword_Right_EndsOtherSessionsAndIsAudited(DatabaseKind kind)
    {
        await using var app = await VejviserApp.StartAsync(kind);
        var (here, there) = (await app.SignInAsync(Mette), await app.SignInAsync(Mette));

        var answer = await ChangeAsync(here, DemoMunicipality.Password, NewPassword, NewPassword);

        Assert.Equal("/account", answer.Location);
        Assert.Equal(HttpStatusCode.OK, (await here.GetAsync("/account")).Status);
        Assert.True((await there.GetAsync("/account")).IsRedirect);
        Assert.Single(await app.AuditAsync("access.change-password"));
        await app.SignInAsync(Mette, NewPassword);
    }

    [Theory]
    [InlineData("wrong", NewPassword, NewPassword, "Adgangskoden passer ikke.")]
    [InlineData(DemoMunicipality.Password, "short", "short", "Adgangskoden skal være på mindst 12 tegn.")]
    [InlineData(DemoMunicipality.Password, NewPassword, "et helt andet kodeord", "De to nye adgangskoder er ikke ens.")]
    [InlineData(DemoMunicipality.Password, DemoMunicipality.Password, DemoMunicipality.Password, "Vælg en anden adgangskode end den, du har.")]
    public async Task ChangePassword_Wrong_IsRefused(string old, string @new, string again, string word)
    {
        await using var app = await VejviserApp.StartAsync();
        var mette = await app.SignInAsync(Mette);
        Assert.Equal(word, (await ChangeAsync(mette, old, @new, again)).Failures);
        Assert.Empty(await app.AuditAsync("access.change-password"));
        await app.SignInAsync(Mette);
    }

    [Fact]
    public async Task OneTimePassword_OpensNothingButThePageThatChangesIt()
    {
        await using var app = await VejviserApp.StartAsync();
        await using (var db = app.Open())
            await db.Users.Where(a => a.Email == Mette).ExecuteUpdateAsync(s => s.SetProperty(a => a.MustChangePassword, true), TestContext.Current.CancellationToken);
        var mette = await app.SignInAsync(Mette);

        Assert.Equal("/account/password", (await mette.GetAsync("/")).Location);
        Assert.Equal("/account/password", (await mette.GetAsync("/account")).Location);
        await ChangeAsync(mette, DemoMunicipality.Password, NewPassword, NewPassword);
        Assert.Equal(HttpStatusCode.OK, (await mette.GetAsync("/")).Status);
    }

    [Fact]
    public async Task SignOutEverywhere_EndsAllSessions()
    {
        await using var app = await VejviserApp.StartAsync();
        var (here, there) = (await app.SignInAsync(Mette), await app.SignInAsync(Mette));
        var page = await here.GetAsync("/account");
        await here.SubmitAsync(page.Form("/account?handler=SignOutEverywhere"));
        Assert.True((await here.GetAsync("/account")).IsRedirect);
        Assert.True((await there.GetAsync("/account")).IsRedirect);
        Assert.Single(await app.AuditAsync("access.sign-out-everywhere"));
    }

    private static async Task<PageAnswer> ChangeAsync(Visitor visitor, string old, string @new, string again)
    {
        var page = await visitor.GetAsync("/account/password");
        return await visitor.SubmitAsync(page.Form("/account/password"), ("Old", old), ("New", @new), ("Again", again));
    }
}
