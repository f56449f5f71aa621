using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Vejviser.Core.Data.Seeding;
using Vejviser.Core.Foundation.Common;
using Vejviser.Testing;
using Vejviser.Web.Tests.Hosting;

namespace Vejviser.Web.Tests.Engine.Newcomer;

/// <summary>The newcomer's sign-in by MitID, against a real OpenID Connect server in the broker's place.</summary>
public sealed class MitIdSignInTests
{
    private const string Refused = "/my/sign-in/mitid/refused";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task SignIn_NumberOfANewcomer_OpensTheirPage(DatabaseKind kind)
    {
        await using var world = await MitIdWorld.CreateAsync(kind, null, "--MitId:Parameters:acr_values=urn:example:mitid:substantial");
        var me = await world.SignInAsync();
        Assert.Contains(world.Me.GivenName, (await me.GetAsync("/my/road")).Body, StringComparison.Ordinal);
        Assert.All(["code_challenge_method=S256", "prompt=login", "scope=openid%20ssn&", "acr_values=urn%3Aexample%3Amitid%3Asubstantial"], p => Assert.Contains(p, world.Addresses[0], StringComparison.Ordinal));

        var row = Assert.Single(await world.App.AuditAsync("newcomers.sign-in"));
        Assert.Equal((world.Me.Id, (Guid?)null, """{"means":"mitid"}"""), (row.PersonId, row.ActorId, row.Details));
    }

    [Theory]
    [InlineData("{0}-{1}")]
    [InlineData("{0} {1}")]
    public async Task SignIn_NumberWithHyphenOrSpace_IsTheSameNumber(string written)
    {
        await using var world = await MitIdWorld.CreateAsync();
        world.Sit(string.Format(System.Globalization.CultureInfo.InvariantCulture, written, world.Number[..6], world.Number[6..]));
        await world.SignInAsync();
    }

    [Fact]
    public async Task SignIn_NumberAtTheUserInfoEndpoint_LetsIn()
    {
        await using var world = await MitIdWorld.CreateAsync();
        world.Sit(world.Number, isAtUserInfo: true);
        await world.SignInAsync();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("not a number")]
    [InlineData("6101014999")]
    public async Task SignIn_NumberOfNobody_IsToldToCallAndLeavesNoRow(string? number)
    {
        await using var world = await MitIdWorld.CreateAsync();
        world.Sit(number);
        var visitor = world.App.Visit();
        visitor.Cookies.Add(new Cookie("vejviser.my.language", "uk", "/my", world.App.Address.Host));
        Assert.Equal(Refused, (await world.ThroughAsync(visitor)).Location);

        var page = await visitor.GetAsync(Refused);
        Assert.Equal((HttpStatusCode.Forbidden, "uk"), (page.Status, page.Page.DocumentElement.GetAttribute("lang")));
        Assert.Contains("Зателефонуйте в комуну", page.One(".problem").TextContent, StringComparison.Ordinal);
        Assert.True((await visitor.GetAsync("/my/road")).IsRedirect);
        Assert.Empty(await world.App.AuditAsync("newcomers.refuse-mitid"));
    }

    [Theory]
    [InlineData("shared-number")]
    [InlineData("too-young")]
    [InlineData("age-unknown")]
    [InlineData("unknown")]
    public async Task SignIn_WhereALinkWouldNotBeGiven_IsRefusedAlike(string why)
    {
        await using var world = await MitIdWorld.CreateAsync();
        await using (var db = world.App.Open())
        {
            var me = db.People.Where(p => p.Id == world.Me.Id);
            _ = why switch
            {
                "too-young" => await me.ExecuteUpdateAsync(s => s.SetProperty(p => p.BirthDate, world.App.Clock.Today().AddYears(-15).AddDays(1)), Cancel),
                "age-unknown" => await me.ExecuteUpdateAsync(s => s.SetProperty(p => p.BirthDate, (DateOnly?)null).SetProperty(p => p.BirthYear, (int?)null), Cancel),
                "unknown" => await db.PersonCprs.Where(c => c.PersonId == world.Me.Id).ExecuteUpdateAsync(s => s.SetProperty(c => c.Until, DateTime.UnixEpoch), Cancel),
                _ => await db.PersonCprs.Where(c => c.PersonId != world.Me.Id).OrderBy(c => c.Id).Take(1).ExecuteUpdateAsync(s => s.SetProperty(c => c.Number, world.Number).SetProperty(c => c.Until, (DateTime?)null), Cancel),
            };
        }

        Assert.Equal(Refused, (await world.ThroughAsync(world.App.Visit())).Location);
        var rows = await world.App.AuditAsync("newcomers.refuse-mitid");
        Assert.Equal(why switch { "unknown" => 0, "shared-number" => 2, _ => 1 }, rows.Count);
        Assert.All(rows, r => Assert.Equal($$"""{"why":"{{why}}"}""", r.Details));
    }

    [Theory]
    [InlineData("https://data.gov.dk/concept/core/nsis/Low")]
    [InlineData(null)]
    [InlineData("3")]
    public async Task SignIn_LevelTooLow_SaysWhatToDo(string? level)
    {
        await using var world = await MitIdWorld.CreateAsync();
        world.Sit(world.Number, level);
        var visitor = world.App.Visit();
        Assert.Equal("/my/sign-in/mitid/level", (await world.ThroughAsync(visitor)).Location);
        var page = await visitor.GetAsync("/my/sign-in/mitid/level");
        Assert.Equal(HttpStatusCode.Forbidden, page.Status);
        Assert.Contains("mere end et kodeord", page.One(".problem").TextContent, StringComparison.Ordinal);
        Assert.Equal(world.Me.Id, Assert.Single(await world.App.AuditAsync("newcomers.refuse-mitid")).PersonId);
    }

    [Fact]
    public async Task SignIn_LevelNotAskedFor_IsNotLookedAt()
    {
        await using var world = await MitIdWorld.CreateAsync(DatabaseKind.Sqlite, null, "--MitId:LeastLevel=none");
        world.Sit(world.Number, level: null);
        await world.SignInAsync();
    }

    [Fact]
    public async Task SignIn_StoppedAtTheBroker_OffersToTryAgain()
    {
        await using var world = await MitIdWorld.CreateAsync();
        world.Broker.Who = null;
        var visitor = world.App.Visit();
        var back = await world.ThroughAsync(visitor);
        Assert.Equal("/my/sign-in/mitid/stopped", back.Location);
        var page = await visitor.GetAsync(back.Location!);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(["/my/sign-in/mitid", "/my/sign-in"], page.Page.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")!));
    }

    [Fact]
    public async Task SignIn_BrokerDoesNotAnswer_SaysSo()
    {
        await using var app = await VejviserApp.StartAsync(args: MitIdWorld.Settings("http://127.0.0.1:9"));
        var visitor = app.Visit();
        var back = await visitor.GetAsync("/my/sign-in/mitid");
        Assert.Equal("/my/sign-in/mitid/unreachable", back.Location);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await visitor.GetAsync(back.Location!)).Status);
    }

    [Fact]
    public async Task SignIn_BrokerGoneMeanwhile_SaysSo()
    {
        await using var world = await MitIdWorld.CreateAsync();
        var visitor = world.App.Visit();
        var callback = await world.CallbackAsync(visitor);
        await world.Broker.DisposeAsync();
        Assert.Equal("/my/sign-in/mitid/unreachable", (await visitor.GetAsync(callback)).Location);
    }

    [Fact]
    public async Task Callback_WithoutARequestFromThisBrowser_IsRefused()
    {
        await using var world = await MitIdWorld.CreateAsync();
        var stolen = await world.CallbackAsync(world.App.Visit());
        var visitor = world.App.Visit();
        Assert.Equal("/my/sign-in/mitid/stopped", (await visitor.GetAsync(stolen)).Location);
        Assert.True((await visitor.GetAsync("/my/road")).IsRedirect);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Access_ClosedByStaff_EndsTheSessionAndStaysClosedUntilOpened(DatabaseKind kind)
    {
        await using var world = await MitIdWorld.CreateAsync(kind);
        var mette = await world.App.SignInAsync("mette.holm@havneby.example");
        var path = $"/people/{world.Me.Id}/access";
        var me = await world.SignInAsync();
        Assert.StartsWith("MitID er lukket", (await mette.SubmitAndFollowAsync((await mette.GetAsync(path)).Form("#close-mitid-form"))).Told, StringComparison.Ordinal);

        Assert.Equal("/my/sign-in", (await me.GetAsync("/my/road")).Location?.Split('?')[0]);
        Assert.Equal(Refused, (await world.ThroughAsync(world.App.Visit())).Location);
        Assert.Equal("""{"why":"closed"}""", Assert.Single(await world.App.AuditAsync("newcomers.refuse-mitid")).Details);

        // The letter is a way of its own.
        var visitor = world.App.Visit();
        Assert.Equal("/my/road", (await visitor.SubmitAsync((await visitor.GetAsync($"/my/sign-in/{DemoNewcomer.Link}")).Form(), ("code", DemoNewcomer.Code))).Location);

        Assert.StartsWith("Borgeren kan igen", (await mette.SubmitAndFollowAsync((await mette.GetAsync(path)).Form("#open-mitid-form"))).Told, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await (await world.SignInAsync()).GetAsync("/my/road")).Status);
        Assert.Equal([world.Me.Id, world.Me.Id], (await world.App.AuditAsync()).Where(e => e.Action is "newcomers.close-mitid" or "newcomers.open-mitid").Select(e => e.PersonId));
    }

    [Fact]
    public async Task Session_PersonNoLongerOldEnough_Ends()
    {
        await using var world = await MitIdWorld.CreateAsync();
        var me = await world.SignInAsync();
        Assert.Equal(HttpStatusCode.OK, (await me.GetAsync("/my/road")).Status);
        await using (var db = world.App.Open())
            await db.People.Where(p => p.Id == world.Me.Id).ExecuteUpdateAsync(s => s.SetProperty(p => p.BirthDate, new DateOnly(2020, 1, 1)), Cancel);
        Assert.True((await me.GetAsync("/my/road")).IsRedirect);
    }

    [Fact]
    public async Task Number_OfTheOneSignedIn_StandsInNoLogAuditAddressOrCookie()
    {
        var log = new CapturedLog();
        await using var world = await MitIdWorld.CreateAsync(DatabaseKind.Sqlite, b => b.Logging.SetMinimumLevel(LogLevel.Trace).ClearProviders().AddProvider(log), "--Logging:LogLevel:Default=Trace", "--Logging:LogLevel:Microsoft=Trace", "--Logging:LogLevel:Microsoft.AspNetCore=Trace");
        world.Sit(world.Number, isAtUserInfo: true);
        var me = await world.SignInAsync();
        world.Sit(world.Number, level: null);
        await world.ThroughAsync(world.App.Visit());
        await using (var db = world.App.Open())
            await db.People.Where(p => p.Id == world.Me.Id).ExecuteUpdateAsync(s => s.SetProperty(p => p.BirthDate, new DateOnly(2020, 1, 1)), Cancel);
        world.Sit($"{world.Number[..6]}-{world.Number[6..]}");
        await world.ThroughAsync(world.App.Visit());

        Assert.Contains(log.Lines, l => l.StartsWith("Trace Microsoft.AspNetCore.Authentication.OpenIdConnect", StringComparison.Ordinal));
        Assert.Equal((2, 9), ((await world.App.AuditAsync("newcomers.refuse-mitid")).Count, world.Addresses.Count));
        var audit = await world.App.AuditAsync();
        var cookie = Assert.Single(me.Cookies.GetCookies(new Uri(world.App.Address, "/my/")), c => c.Name == "vejviser.my");
        var ticket = world.App.Host.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get("newcomer").TicketDataFormat.Unprotect(cookie.Value)!;
        Assert.Multiple(
            () => Assert.DoesNotContain(log.Lines, HoldsIt),
            () => Assert.DoesNotContain(audit, e => HoldsIt(e.Details)),
            () => Assert.DoesNotContain(world.Addresses, HoldsIt),
            () => Assert.Single(ticket.Principal.Claims),
            () => Assert.DoesNotContain(ticket.Properties.Items.Values, HoldsIt));

        bool HoldsIt(string? text) => text is not null && (text.Contains(world.Number, StringComparison.Ordinal) || text.Contains($"{world.Number[..6]}-{world.Number[6..]}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task SignIn_Off_HasNoButtonAndNoAddress()
    {
        await using var world = await NewcomerWorld.CreateAsync();
        var visitor = world.App.Visit();
        foreach (var path in new[] { "/my/sign-in", $"/my/sign-in/{DemoNewcomer.Link}" })
            Assert.DoesNotContain("mitid", (await visitor.GetAsync(path)).Body, StringComparison.OrdinalIgnoreCase);
        foreach (var path in new[] { "/my/sign-in/mitid", "/my/sign-in/mitid/callback", Refused })
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(path)).Status);
        var mette = await world.App.SignInAsync("mette.holm@havneby.example");
        Assert.DoesNotContain("MitID", (await mette.GetAsync($"/people/{world.Me.Id}/access")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignIn_On_IsOfferedBesideTheLetterAndAfterSigningOut()
    {
        await using var world = await MitIdWorld.CreateAsync();
        var me = await world.SignInAsync();
        Assert.Equal("/my/sign-in/mitid", (await world.App.Visit().GetAsync($"/my/sign-in/{DemoNewcomer.Link}")).One("main a.call").GetAttribute("href"));
        var form = (await me.GetAsync("/my/road")).Page.QuerySelectorAll<IHtmlFormElement>("header form").Single(f => f.GetAttribute("action") == "/my/sign-out");
        Assert.NotNull((await me.SubmitAsync(form)).One("main a[href='/my/sign-in']"));
        Assert.True((await me.GetAsync("/my/road")).IsRedirect);
    }

    [Fact]
    public async Task SignIn_AskedForTooOften_Waits()
    {
        await using var world = await MitIdWorld.CreateAsync(DatabaseKind.Sqlite, null, "--SignIn:TriesPerMinute=2");
        var visitor = world.App.Visit();
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 3; i++)
            answers.Add((await visitor.GetAsync("/my/sign-in/mitid")).Status);
        Assert.Equal([HttpStatusCode.Redirect, HttpStatusCode.Redirect, HttpStatusCode.TooManyRequests], answers);
    }
}
