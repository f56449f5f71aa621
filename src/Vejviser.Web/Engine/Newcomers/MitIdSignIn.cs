using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Vejviser.Core.Engine.Newcomers;
using Vejviser.Core.Foundation.Common;
using Vejviser.Web.Foundation.Access;
using Vejviser.Web.Hosting;

namespace Vejviser.Web.Engine.Newcomers;

/// <summary>
/// MitID through a broker: OpenID Connect, authorization code with PKCE (ADR 0039). Whom the broker proves is taken in while its answer is read, so that the CPR number is
/// in no cookie and no address; the session is the same as the letter's.
/// </summary>
internal static partial class MitIdSignIn
{
    public const string Scheme = "mitid";

    /// <summary>Leads to the broker.</summary>
    public const string Path = "/my/sign-in/mitid";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    public static void AddMitIdSignIn(this IServiceCollection services, IConfiguration configuration)
    {
        var settings = MitIdSettings.Read(configuration);
        services.AddSingleton(settings);
        if (settings.IsOn)
            services.AddAuthentication().AddOpenIdConnect(Scheme, o => Configure(o, settings));
    }

    /// <summary>The page that says how a sign-in ended that let nobody in.</summary>
    public static string Ended(string outcome) => $"{Path}/{outcome}";

    private static void Configure(OpenIdConnectOptions o, MitIdSettings settings)
    {
        o.Authority = settings.Authority;
        o.ClientId = settings.ClientId;
        o.ClientSecret = settings.ClientSecret;
        o.RequireHttpsMetadata = !new Uri(settings.Authority).IsLoopback;
        o.BackchannelTimeout = Patience;
        o.SignInScheme = NewcomerSignIn.Scheme;
        o.CallbackPath = $"{Path}/callback";
        o.ResponseType = OpenIdConnectResponseType.Code;
        // The answer comes as an ordinary link, so that its cookies can stay with this site (SameSite Lax).
        o.ResponseMode = OpenIdConnectResponseMode.Query;
        o.CorrelationCookie.SameSite = SameSiteMode.Lax;
        o.NonceCookie.SameSite = SameSiteMode.Lax;
        o.CorrelationCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        o.NonceCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        o.UsePkce = true;
        // The telephone may be shared: whoever signed in at the broker before is not let in unasked.
        o.Prompt = OpenIdConnectPrompt.Login;
        foreach (var (name, value) in settings.Parameters)
            o.AdditionalAuthorizationParameters[name] = value;
        o.MapInboundClaims = false;
        o.SaveTokens = false;
        o.GetClaimsFromUserInfoEndpoint = true;
        o.ClaimActions.Clear();
        o.ClaimActions.MapUniqueJsonKey(settings.CprClaim, settings.CprClaim);
        o.ClaimActions.MapUniqueJsonKey(settings.LevelClaim, settings.LevelClaim);
        o.Scope.Clear();
        o.Scope.Add("openid");
        foreach (var scope in settings.Scopes.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            o.Scope.Add(scope);
        o.Events.OnTicketReceived = context => TakeInAsync(context, settings);
        o.Events.OnAccessDenied = context =>
        {
            context.HandleResponse();
            context.Response.Redirect(Ended("stopped"));
            return Task.CompletedTask;
        };
        o.Events.OnRemoteFailure = FailAsync;
    }

    private static async Task TakeInAsync(TicketReceivedContext context, MitIdSettings settings)
    {
        var (http, who) = (context.HttpContext, context.Principal!);
        var cpr = who.FindFirstValue(settings.CprClaim);
        if (cpr is null)
            NoCpr(Log(http), settings.CprClaim);
        var now = http.RequestServices.GetRequiredService<TimeProvider>().Now();
        var taken = await http.RequestServices.GetRequiredService<SignInByMitId>().RunAsync(cpr, MitIdSettings.LevelOf(who.FindFirstValue(settings.LevelClaim)) >= settings.LeastLevel, now, http.RequestAborted);
        if (taken.IsSuccess)
            await OwnPages.SignInAsync(http, NewcomerSignIn.Scheme, taken.Value, now);
        context.HandleResponse();
        context.Response.Redirect(taken.IsSuccess ? NewcomerSignIn.Home : Ended(taken.Failure.Code.Split('.')[1]));
    }

    private static Task FailAsync(RemoteFailureContext context)
    {
        Failed(Log(context.HttpContext), context.Failure is { } failure ? ErrorShape.Of(failure) : "");
        context.HandleResponse();
        context.Response.Redirect(Ended(IsUnreachable(context.Failure) ? "unreachable" : "stopped"));
        return Task.CompletedTask;
    }

    private static bool IsUnreachable(Exception? failure) => failure is HttpRequestException or TaskCanceledException || (failure?.InnerException is { } inner && IsUnreachable(inner));

    private static ILogger Log(HttpContext http) => http.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("Vejviser.MitId");

    [LoggerMessage(LogLevel.Warning, "MitID's broker sent no claim {Claim}: see MitId:CprClaim and MitId:Scopes.")]
    private static partial void NoCpr(ILogger log, string claim);

    [LoggerMessage(LogLevel.Warning, "A sign-in by MitID came to nothing.\n{Error}")]
    private static partial void Failed(ILogger log, string error);
}
