using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Vejviser.Core.Foundation.Access;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Foundation.Access;

/// <summary>Sign-in by ASP.NET Core Identity: password, authenticator, passkey, and the municipality's own identity provider (ADR 0015).</summary>
internal static class SignInServices
{
    /// <summary>The rate limit of pages that take a password or a code.</summary>
    public const string RateLimit = "sign-in";

    /// <summary>The rate limit of addresses that lead to another's sign-in when they are merely opened.</summary>
    public const string RateLimitOfStarts = "sign-in-start";

    public static IServiceCollection AddSignIn(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<SignInSettings>().BindConfiguration(SignInSettings.Section);
        services.AddOptions<BreakGlassSettings>().BindConfiguration(BreakGlassSettings.Section);
        var authentication = services.AddAuthentication(IdentityConstants.ApplicationScheme);
        authentication.AddIdentityCookies();
        authentication.AddMunicipalSignIn(configuration);
        services.AddIdentityCore<Account>(o =>
        {
            o.Password.RequireNonAlphanumeric = false;
            o.Password.RequireUppercase = false;
            o.Password.RequireDigit = false;
            o.Password.RequireLowercase = false;
            o.User.RequireUniqueEmail = true;
            o.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
        }).AddUserStore<AccountStore>().AddUserManager<AccountManager>().AddSignInManager().AddDefaultTokenProviders();
        services.AddOptions<IdentityOptions>().Configure<IOptions<SignInSettings>>((o, settings) =>
        {
            o.Password.RequiredLength = settings.Value.PasswordLength;
            o.Lockout.MaxFailedAccessAttempts = settings.Value.LockoutTries;
            o.Lockout.DefaultLockoutTimeSpan = settings.Value.Lockout;
        });
        services.Configure<IdentityPasskeyOptions>(o =>
        {
            // The key is the only factor, so the device asks who holds it; and it is found without a name typed first.
            o.UserVerificationRequirement = "required";
            o.ResidentKeyRequirement = "required";
        });
        services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme).Configure<IOptions<SignInSettings>>((o, settings) =>
        {
            o.Cookie.Name = "vejviser.session";
            o.LoginPath = "/sign-in";
            o.ExpireTimeSpan = settings.Value.Idle;
            o.SlidingExpiration = true;
            o.Events = Sessions.Events;
        });
        services.AddSingleton<UnknownAccounts>();
        services.AddScoped<SignInOutcome>();
        services.AddRateLimiter(o => o.AddPolicy(RateLimit, http => HttpMethods.IsPost(http.Request.Method) ? PerAddress(http) : RateLimitPartition.GetNoLimiter("")).AddPolicy(RateLimitOfStarts, PerAddress));
        services.Configure<RateLimiterOptions>(o => o.RejectionStatusCode = StatusCodes.Status429TooManyRequests);
        return services;
    }

    /// <summary>With a one-time password the only page that opens is the one that changes it.</summary>
    public static IApplicationBuilder UseForcedPasswordChange(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var who = context.RequestServices.GetRequiredService<CurrentReader>().Reader;
        var path = context.Request.Path;
        if (who is not { MustChangePassword: true } || path == PasswordModel.Path || path == "/sign-out" || path == "/language" || path.StartsWithSegments("/error", StringComparison.Ordinal))
            return next(context);
        context.Response.Redirect(PasswordModel.Path);
        return Task.CompletedTask;
    });

    /// <summary>A partner's front page is its own: it has no work list.</summary>
    public static IApplicationBuilder UsePartnerFront(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.Request.Path != "/" || context.RequestServices.GetRequiredService<CurrentReader>().Reader is not { PartnerId: not null } who || who.May(Permissions.Work))
            return next(context);
        context.Response.Redirect(who.May(Permissions.Partner) ? "/partner" : "/partner/pairs");
        return Task.CompletedTask;
    });

    private static RateLimitPartition<string> PerAddress(HttpContext http)
    {
        var tries = http.RequestServices.GetRequiredService<IOptionsMonitor<SignInSettings>>().CurrentValue.TriesPerMinute;
        return RateLimitPartition.GetSlidingWindowLimiter(
            http.Connection.RemoteIpAddress?.ToString() ?? "",
            _ => new SlidingWindowRateLimiterOptions { PermitLimit = tries, Window = TimeSpan.FromMinutes(1), SegmentsPerWindow = 6 });
    }
}
