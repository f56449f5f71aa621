using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Vejviser.Core.Chapters.Housing.Hosting;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Web.Chapters.Housing.Hosting;

/// <summary>The host signed in on this request; set by the cookie check of the hosts' own scheme and by nothing else.</summary>
public sealed class CurrentHost
{
    /// <summary>The host's id.</summary>
    public Guid? Id { get; set; }

    /// <exception cref="InvalidOperationException">Nobody is signed in: the page's policy should have stopped this.</exception>
    public Guid Required => Id ?? throw new InvalidOperationException("No host is signed in.");
}

/// <summary>Hosts are principals of their own, as newcomers are (ADR 0031): a cookie under their own path, a scheme, and one policy that is no permission.</summary>
internal static class HostSignIn
{
    public const string Scheme = "host";

    /// <summary>What opens the host's page; no permission, so no role can give it.</summary>
    public const string Policy = "host.own";

    public const string Home = "/host";

    private const string Begun = "begun";

    public static IServiceCollection AddHostSignIn(this IServiceCollection services, HostSettings settings)
    {
        services.AddScoped<CurrentHost>();
        services.AddAuthentication().AddCookie(Scheme, o =>
        {
            o.Cookie.Name = "vejviser.host";
            o.Cookie.Path = Home;
            o.Cookie.HttpOnly = true;
            o.Cookie.SameSite = SameSiteMode.Lax;
            o.LoginPath = "/host/sign-in";
            o.AccessDeniedPath = "/host/sign-in";
            o.ReturnUrlParameter = "from";
            o.ExpireTimeSpan = TimeSpan.FromHours(settings.SessionHours);
            o.SlidingExpiration = false;
            o.Events.OnValidatePrincipal = ValidateAsync;
        });
        services.TryAddEnumerable(ServiceDescriptor.Scoped<IAuthorizationHandler, IsHostHandler>());
        return services;
    }

    /// <summary>Under <c>/host</c> one is a host or nobody: an employee signed in on the same machine is not one here.</summary>
    public static IApplicationBuilder UseHosts(this IApplicationBuilder app) => app.UseWhen(
        context => context.Request.Path.StartsWithSegments(Home, StringComparison.Ordinal),
        theirs => theirs.Use(async (context, next) =>
        {
            context.RequestServices.GetRequiredService<Shared.CurrentReader>().Reader = null;
            context.User = (await context.AuthenticateAsync(Scheme)).Principal ?? new ClaimsPrincipal(new ClaimsIdentity());
            await next(context);
        }));

    public static AuthorizationPolicy ToPolicy() => new AuthorizationPolicyBuilder(Scheme).RequireAuthenticatedUser().AddRequirements(new IsHost()).Build();

    public static Task SignInAsync(HttpContext http, Guid accessId, DateTime now)
    {
        var properties = new AuthenticationProperties();
        properties.Items[Begun] = new DateTimeOffset(now, TimeSpan.Zero).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return http.SignInAsync(Scheme, new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, accessId.ToString())], Scheme)), properties);
    }

    /// <summary>Read from the database on each request: a link taken back ends what is open.</summary>
    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var services = context.HttpContext.RequestServices;
        var now = services.GetRequiredService<TimeProvider>().Now();
        var db = services.GetRequiredService<VejviserDb>();
        var host = IsYoung(context, now) && Guid.TryParse(context.Principal?.FindFirstValue(ClaimTypes.NameIdentifier), out var id)
            ? await db.HostAccesses.Where(a => a.Id == id && a.RevokedAt == null && a.ExpiresAt > now).Select(a => (Guid?)a.HostId).SingleOrDefaultAsync(context.HttpContext.RequestAborted)
            : null;
        if (host is null)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(Scheme);
            return;
        }

        services.GetRequiredService<CurrentHost>().Id = host;
    }

    private static bool IsYoung(CookieValidatePrincipalContext context, DateTime now) =>
        context.Properties.Items.TryGetValue(Begun, out var begun) && long.TryParse(begun, CultureInfo.InvariantCulture, out var seconds)
        && DateTimeOffset.FromUnixTimeSeconds(seconds).UtcDateTime.AddHours(context.HttpContext.RequestServices.GetRequiredService<HostSettings>().SessionHours) > now;
}

internal sealed record IsHost : IAuthorizationRequirement;

internal sealed class IsHostHandler(CurrentHost who) : AuthorizationHandler<IsHost>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, IsHost requirement)
    {
        if (who.Id is not null)
            context.Succeed(requirement);
        return Task.CompletedTask;
    }
}
