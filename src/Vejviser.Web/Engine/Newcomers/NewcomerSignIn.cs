using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Messages;
using Vejviser.Core.Engine.Newcomers;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Web.Engine.Newcomers;

/// <summary>
/// Newcomers are principals of their own: another cookie under another path, another scheme, and one policy that employees' pages never name. A
/// newcomer is nobody to the rest of the product, and an employee is nobody here.
/// </summary>
internal static class NewcomerSignIn
{
    public const string Scheme = "newcomer";

    /// <summary>What opens the newcomer's pages; no permission, so no role can give it.</summary>
    public const string Policy = "newcomer.own";

    public const string Home = "/my/road";

    private const string Begun = "begun";

    public static IServiceCollection AddNewcomerPages(this IServiceCollection services, IConfiguration configuration)
    {
        var settings = configuration.GetSection(NewcomerSettings.Section).Get<NewcomerSettings>() ?? new NewcomerSettings();
        services.AddNewcomers(settings);
        services.AddSingleton(_ => NewcomerTexts.Load(Path.Combine(AppContext.BaseDirectory, "texts", "newcomer")));
        services.AddSingleton<IReminderWords, ReminderWords>().AddScoped<CurrentNewcomer>().AddScoped<MyWords>().AddScoped<MyAppointments>();
        services.AddAuthentication().AddCookie(Scheme, o =>
        {
            o.Cookie.Name = "vejviser.my";
            o.Cookie.Path = "/my";
            o.Cookie.HttpOnly = true;
            o.Cookie.SameSite = SameSiteMode.Lax;
            o.LoginPath = "/my/sign-in";
            o.AccessDeniedPath = "/my/sign-in";
            o.ReturnUrlParameter = "from";
            o.ExpireTimeSpan = TimeSpan.FromHours(settings.SessionHours);
            o.SlidingExpiration = false;
            o.Events.OnValidatePrincipal = ValidateAsync;
        });
        services.TryAddEnumerable(ServiceDescriptor.Scoped<IAuthorizationHandler, IsNewcomerHandler>());
        return services;
    }

    /// <summary>Under <c>/my</c> one is a newcomer or nobody, on the open pages too: an employee signed in on the same telephone is not one here.</summary>
    public static IApplicationBuilder UseNewcomers(this IApplicationBuilder app) => app.UseWhen(
        context => context.Request.Path.StartsWithSegments("/my", StringComparison.Ordinal) && context.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is null,
        mine => mine.Use(async (context, next) =>
        {
            context.User = (await context.AuthenticateAsync(Scheme)).Principal ?? new ClaimsPrincipal(new ClaimsIdentity());
            await next(context);
        }));

    public static AuthorizationPolicy ToPolicy() => new AuthorizationPolicyBuilder(Scheme).RequireAuthenticatedUser().AddRequirements(new IsNewcomer()).Build();

    public static Task SignInAsync(HttpContext http, Guid accessId, DateTime now)
    {
        var identity = new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, accessId.ToString())], Scheme);
        var properties = new AuthenticationProperties();
        properties.Items[Begun] = new DateTimeOffset(now, TimeSpan.Zero).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return http.SignInAsync(Scheme, new ClaimsPrincipal(identity), properties);
    }

    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var services = context.HttpContext.RequestServices;
        var now = services.GetRequiredService<TimeProvider>().Now();
        var newcomer = IsYoung(context, now) && Guid.TryParse(context.Principal?.FindFirstValue(ClaimTypes.NameIdentifier), out var id)
            ? await Newcomer.LoadAsync(services.GetRequiredService<VejviserDb>(), id, now, context.HttpContext.RequestAborted)
            : null;
        if (newcomer is null)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(Scheme);
            return;
        }

        services.GetRequiredService<CurrentNewcomer>().Newcomer = newcomer;
    }

    private static bool IsYoung(CookieValidatePrincipalContext context, DateTime now) =>
        context.Properties.Items.TryGetValue(Begun, out var begun) && long.TryParse(begun, CultureInfo.InvariantCulture, out var seconds)
        && DateTimeOffset.FromUnixTimeSeconds(seconds).UtcDateTime.AddHours(context.HttpContext.RequestServices.GetRequiredService<NewcomerSettings>().SessionHours) > now;
}

internal sealed record IsNewcomer : IAuthorizationRequirement;

internal sealed class IsNewcomerHandler(CurrentNewcomer who) : AuthorizationHandler<IsNewcomer>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, IsNewcomer requirement)
    {
        if (who.Newcomer is not null)
            context.Succeed(requirement);
        return Task.CompletedTask;
    }
}
