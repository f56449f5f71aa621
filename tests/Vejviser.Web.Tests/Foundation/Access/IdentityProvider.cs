using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Vejviser.Web.Tests.Foundation.Access;

/// <summary>A municipality's identity provider: a real OpenID Connect server (OpenIddict) on a free port, which signs in <see cref="Who"/>.</summary>
internal sealed class IdentityProvider : IAsyncDisposable
{
    public const string ClientId = "vejviser";
    public const string ClientSecret = "a-secret-between-two-servers";

    /// <summary>Asked for by who wants <see cref="ProviderUser.More"/>.</summary>
    public const string MoreScope = "ssn";

    /// <summary>One for all: making it takes longer than signing in.</summary>
    private static readonly RsaSecurityKey Key = new(RSA.Create(2048));

    private readonly SqliteConnection store;
    private readonly WebApplication host;

    private IdentityProvider(SqliteConnection store, WebApplication host) => (this.store, this.host) = (store, host);

    public string Address => host.Urls.First();

    /// <summary>Who sits at the keyboard; null is one who says no.</summary>
    public ProviderUser? Who { get; set; }

    public static async Task<IdentityProvider> StartAsync()
    {
        var store = new SqliteConnection("Data Source=:memory:");
        await store.OpenAsync(TestContext.Current.CancellationToken);
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = ["--urls", "http://127.0.0.1:0"], ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.SetMinimumLevel(LogLevel.Critical);
        builder.Services.AddDbContext<ProviderDb>(o => o.UseSqlite(store).UseOpenIddict());
        builder.Services.AddAuthentication();
        IdentityProvider? provider = null;
        builder.Services.AddOpenIddict()
            .AddCore(o => o.UseEntityFrameworkCore().UseDbContext<ProviderDb>())
            .AddServer(o =>
            {
                o.SetAuthorizationEndpointUris("connect/authorize").SetTokenEndpointUris("connect/token").SetUserInfoEndpointUris("connect/userinfo");
                o.AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange();
                o.RegisterScopes(Scopes.Email, Scopes.Profile, MoreScope);
                o.AddEventHandler<OpenIddictServerEvents.HandleUserInfoRequestContext>(b => b.UseInlineHandler(context =>
                {
                    foreach (var (type, value) in provider!.Who!.AtUserInfo)
                        context.Claims[type] = value;
                    return default;
                }));
                o.AddEncryptionKey(Key).AddSigningKey(Key);
                o.UseAspNetCore().EnableAuthorizationEndpointPassthrough().DisableTransportSecurityRequirement();
            });
        provider = new IdentityProvider(store, builder.Build());
        provider.host.UseAuthentication();
        provider.host.MapGet("connect/authorize", provider.Authorize);
        await using (var scope = provider.host.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<ProviderDb>().Database.EnsureCreatedAsync(TestContext.Current.CancellationToken);
        await provider.host.StartAsync(TestContext.Current.CancellationToken);
        return provider;
    }

    /// <summary>Tells the provider where the product answers, as an administrator does once.</summary>
    public async Task RegisterAsync(VejviserApp app, string callback = "sign-in/municipality/callback")
    {
        await using var scope = host.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IOpenIddictApplicationManager>().CreateAsync(new OpenIddictApplicationDescriptor
        {
            ClientId = ClientId,
            ClientSecret = ClientSecret,
            ClientType = ClientTypes.Confidential,
            ConsentType = ConsentTypes.Implicit,
            RedirectUris = { new Uri(app.Address, callback) },
            Permissions =
            {
                Permissions.Endpoints.Authorization, Permissions.Endpoints.Token, Permissions.GrantTypes.AuthorizationCode,
                Permissions.ResponseTypes.Code, Permissions.Scopes.Email, Permissions.Scopes.Profile, Permissions.Prefixes.Scope + MoreScope,
            },
            Requirements = { Requirements.Features.ProofKeyForCodeExchange },
        });
    }

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync(CancellationToken.None);
        await host.DisposeAsync();
        await store.DisposeAsync();
    }

    private IResult Authorize(HttpContext http)
    {
        if (Who is null)
            return Results.Forbid(authenticationSchemes: [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme]);
        var identity = new ClaimsIdentity("provider", Claims.Name, Claims.Role);
        identity.SetClaim(Claims.Subject, Who.Subject).SetClaim(Claims.Email, Who.Email).SetClaim(Claims.EmailVerified, Who.IsEmailVerified).SetClaim(Claims.Name, Who.Name);
        identity.SetClaims("groups", [.. Who.Groups]);
        if (http.GetOpenIddictServerRequest()!.HasScope(MoreScope))
        {
            foreach (var (type, value) in Who.More)
                identity.SetClaim(type, value);
        }

        identity.SetDestinations(_ => [Destinations.IdentityToken, Destinations.AccessToken]);
        var principal = new ClaimsPrincipal(identity);
        principal.SetScopes(http.GetOpenIddictServerRequest()!.GetScopes());
        return Results.SignIn(principal, authenticationScheme: OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
    }

    internal sealed record ProviderUser(string Subject, string Email, string Name, bool IsEmailVerified = true, params string[] Groups)
    {
        /// <summary>Further claims, in the tokens.</summary>
        public IReadOnlyDictionary<string, string> More { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

        /// <summary>Further claims that are told at the userinfo endpoint only.</summary>
        public IReadOnlyDictionary<string, string> AtUserInfo { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
    }

    private sealed class ProviderDb(DbContextOptions<ProviderDb> options) : DbContext(options);
}
