using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Foundation.People;
using Vejviser.Testing;
using Vejviser.Web.Tests.Foundation.Access;

namespace Vejviser.Web.Tests.Engine.Newcomer;

/// <summary>The demo municipality with its people and a broker of MitID, an OpenID Connect server; at the keyboard sits <see cref="Me"/>, who has a CPR number.</summary>
internal sealed class MitIdWorld : IAsyncDisposable
{
    private MitIdWorld(VejviserApp app, IdentityProvider broker) => (App, Broker) = (app, broker);

    public VejviserApp App { get; }

    public IdentityProvider Broker { get; }

    public Person Me { get; private set; } = null!;

    /// <summary>Ten digits.</summary>
    public string Number { get; private set; } = "";

    /// <summary>Where the browser was sent, in order.</summary>
    public List<string> Addresses { get; } = [];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<MitIdWorld> CreateAsync(DatabaseKind kind = DatabaseKind.Sqlite, Action<WebApplicationBuilder>? configure = null, params string[] more)
    {
        var broker = await IdentityProvider.StartAsync();
        // Tokens and cookies are timed by the machine's clock.
        var app = await VejviserApp.StartWithPeopleAsync(kind, configure, TimeProvider.System.GetUtcNow(), [.. Settings(broker.Address), .. more]);
        await broker.RegisterAsync(app, "my/sign-in/mitid/callback");
        await using var db = app.Open();
        var number = await db.PersonCprs.AsNoTracking().Where(c => c.Until == null && db.NewcomerAccesses.Any(a => a.PersonId == c.PersonId)).SingleAsync(Cancel);
        var world = new MitIdWorld(app, broker) { Me = await db.People.AsNoTracking().SingleAsync(p => p.Id == number.PersonId, Cancel), Number = number.Number };
        world.Sit(number.Number);
        return world;
    }

    public static string[] Settings(string authority) =>
        [$"--MitId:Authority={authority}", $"--MitId:ClientId={IdentityProvider.ClientId}", $"--MitId:ClientSecret={IdentityProvider.ClientSecret}", $"--MitId:Scopes={IdentityProvider.MoreScope}"];

    /// <summary>Who is at the keyboard, as the broker says it.</summary>
    /// <param name="number">The claim's value; null sends no such claim.</param>
    /// <param name="level">The level of assurance; null sends none.</param>
    /// <param name="isAtUserInfo">Told at the userinfo endpoint and not in the id token.</param>
    public void Sit(string? number, string? level = "https://data.gov.dk/concept/core/nsis/Substantial", bool isAtUserInfo = false)
    {
        var claims = new Dictionary<string, string>(StringComparer.Ordinal);
        if (number is not null)
            claims["dk.cpr"] = number;
        if (level is not null)
            claims["loa"] = level;
        Broker.Who = isAtUserInfo ? new("5d0b2f8e", "", "") { AtUserInfo = claims } : new("5d0b2f8e", "", "") { More = claims };
    }

    /// <summary>From the sign-in page's button to the broker and back; the page that lets in or says why not, not yet opened.</summary>
    public async Task<PageAnswer> ThroughAsync(Visitor visitor)
    {
        var back = await visitor.GetAsync(await CallbackAsync(visitor));
        Addresses.Add(back.Location!);
        return back;
    }

    public async Task<string> CallbackAsync(Visitor visitor)
    {
        var page = await visitor.GetAsync("/my/sign-in");
        var away = await visitor.GetAsync(page.One("main a.call").GetAttribute("href")!);
        var there = await visitor.GetAsync(away.Location!);
        Addresses.AddRange([away.Location!, there.Location!]);
        return there.Location!;
    }

    /// <summary>In by MitID, with the page in Danish.</summary>
    public async Task<Visitor> SignInAsync()
    {
        var visitor = App.Visit();
        Assert.Equal("/my/road", (await ThroughAsync(visitor)).Location);
        return visitor;
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await Broker.DisposeAsync();
    }
}
