using System.Net;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data.Seeding;
using Vejviser.Testing;

namespace Vejviser.Web.Tests.Foundation.Access;

[Trait("Run", "Quick")]
public sealed class SignInTests
{
    private const string Mette = "mette.holm@havneby.example";

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task SignIn_RightPassword_OpensFrontAndIsAudited(DatabaseKind kind)
    {
        await using var app = await VejviserApp.StartAsync(kind);
        var mette = await app.SignInAsync(Mette);

        var front = await mette.GetAsync("/");

        Assert.Equal(HttpStatusCode.OK, front.Status);
        var account = await app.AccountAsync(Mette);
        Assert.Equal(account.Id, Assert.Single(await app.AuditAsync("access.sign-in")).ActorId);
    }

    [Fact]
    public async Task Front_NotSignedIn_LeadsToSignIn()
    {
        await using var app = await VejviserApp.StartAsync();
        var answer = await app.Visit().GetAsync("/");
        Assert.Equal("/sign-in?ReturnUrl=%2F", answer.Location);
    }

    [Fact]
    public async Task Part_NotSignedIn_SendsTheBrowserToSignIn()
    {
        await using var app = await VejviserApp.StartAsync();
        var answer = await app.Visit().GetPartAsync("/");
        Assert.Equal((HttpStatusCode.Unauthorized, "/sign-in"), (answer.Status, answer.Headers["HX-Redirect"]));
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/")]
    public async Task SignIn_ReturnUrlOfAnotherSite_GoesToTheFront(string elsewhere)
    {
        await using var app = await VejviserApp.StartAsync();
        var answer = await TryAsync(app, app.Visit(), Mette, DemoMunicipality.Password, $"/sign-in?ReturnUrl={Uri.EscapeDataString(elsewhere)}");
        Assert.Equal("/", answer.Location);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task SignIn_FiveWrongPasswords_LocksForAQuarterOfAnHour(DatabaseKind kind)
    {
        await using var app = await VejviserApp.StartAsync(kind);
        var visitor = app.Visit();
        var words = new List<string>();
        for (var i = 0; i < 5; i++)
            words.Add((await TryAsync(app, visitor, Mette, "not it at all")).Failures);
        Assert.All(words[..4], w => Assert.StartsWith("E-mail eller adgangskode passer ikke", w, StringComparison.Ordinal));
        Assert.StartsWith("Kontoen er låst", words[4], StringComparison.Ordinal);
        Assert.StartsWith("Kontoen er låst", (await TryAsync(app, visitor, Mette, DemoMunicipality.Password)).Failures, StringComparison.Ordinal);
        Assert.Equal(4, (await app.AuditAsync("access.sign-in-failed")).Count);
        Assert.Single(await app.AuditAsync("access.lock-out"));

        app.Clock.Advance(TimeSpan.FromMinutes(15) + TimeSpan.FromSeconds(1));
        Assert.True((await TryAsync(app, visitor, Mette, DemoMunicipality.Password)).IsRedirect);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task SignIn_ManyWrongPasswordsAtOnce_AreAllCounted(DatabaseKind kind)
    {
        await using var app = await VejviserApp.StartAsync(kind);
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => TryAsync(app, app.Visit(), Mette, "not it at all")));
        Assert.NotNull((await app.AccountAsync(Mette)).LockoutEnd);
    }

    [Fact]
    public async Task SignIn_UnknownAccount_IsToldAsAKnownOne()
    {
        await using var app = await VejviserApp.StartAsync();
        var visitor = app.Visit();
        for (var i = 0; i < 5; i++)
        {
            var known = await TryAsync(app, visitor, Mette, "not it at all");
            var unknown = await TryAsync(app, visitor, "nobody@havneby.example", "not it at all");
            Assert.Equal((known.Status, known.Failures), (unknown.Status, unknown.Failures));
        }
    }

    [Fact]
    public async Task SignIn_ClosedAccount_IsRefusedAndItsSessionEnds()
    {
        await using var app = await VejviserApp.StartAsync();
        var mette = await app.SignInAsync(Mette);
        await using (var db = app.Open())
            await db.Users.Where(a => a.Email == Mette).ExecuteUpdateAsync(s => s.SetProperty(a => a.IsClosed, true), TestContext.Current.CancellationToken);

        Assert.StartsWith("/sign-in", (await mette.GetAsync("/")).Location, StringComparison.Ordinal);
        Assert.False((await TryAsync(app, app.Visit(), Mette, DemoMunicipality.Password)).IsRedirect);
    }

    [Fact]
    public async Task Session_Idle_Ends()
    {
        await using var app = await VejviserApp.StartAsync();
        var mette = await app.SignInAsync(Mette);
        app.Clock.Advance(TimeSpan.FromMinutes(59));
        Assert.Equal(HttpStatusCode.OK, (await mette.GetAsync("/")).Status);
        app.Clock.Advance(TimeSpan.FromMinutes(59));
        Assert.Equal(HttpStatusCode.OK, (await mette.GetAsync("/")).Status);
        app.Clock.Advance(TimeSpan.FromMinutes(61));
        Assert.True((await mette.GetAsync("/")).IsRedirect);
    }

    [Fact]
    public async Task Session_UsedAllDay_EndsAfterTenHours()
    {
        await using var app = await VejviserApp.StartAsync();
        var mette = await app.SignInAsync(Mette);
        for (var i = 0; i < 11; i++)
        {
            app.Clock.Advance(TimeSpan.FromMinutes(50));
            Assert.Equal(HttpStatusCode.OK, (await mette.GetAsync("/")).Status);
        }

        app.Clock.Advance(TimeSpan.FromMinutes(51));
        Assert.True((await mette.GetAsync("/")).IsRedirect);
    }

    [Fact]
    public async Task SignIn_MoreTriesThanTheLimit_IsHeldBack()
    {
        await using var app = await VejviserApp.StartAsync(configure: b => b.Configuration["SignIn:TriesPerMinute"] = "3");
        var visitor = app.Visit();
        for (var i = 0; i < 3; i++)
            Assert.Equal(HttpStatusCode.OK, (await TryAsync(app, visitor, $"nobody{i}@havneby.example", "x")).Status);
        var held = await TryAsync(app, visitor, Mette, DemoMunicipality.Password);
        Assert.Equal(HttpStatusCode.TooManyRequests, held.Status);
        Assert.Contains("For mange forsøg", held.Page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
    }

    private static async Task<PageAnswer> TryAsync(VejviserApp app, Visitor visitor, string email, string password, string path = "/sign-in")
    {
        Assert.NotNull(app);
        var page = await visitor.GetAsync(path);
        return await visitor.SubmitAsync(page.Form("#password-form"), ("Email", email), ("Password", password));
    }
}
