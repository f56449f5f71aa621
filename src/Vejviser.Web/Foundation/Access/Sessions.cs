using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Access;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Foundation.Access;

/// <summary>
/// The life of a session: begun at sign-in, ended by idleness, by its age, by a changed password, by "sign out everywhere"
/// and by a closed account. What an account may is read anew on each request.
/// </summary>
internal static class Sessions
{
    private const string Begun = "begun";

    public static CookieAuthenticationEvents Events { get; } = new()
    {
        OnSigningIn = context =>
        {
            context.Properties.Items.TryAdd(Begun, Clock(context.HttpContext).GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
            return Task.CompletedTask;
        },
        OnValidatePrincipal = ValidateAsync,
        OnRedirectToLogin = context => RedirectAsync(context, StatusCodes.Status401Unauthorized),
        OnRedirectToAccessDenied = context =>
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        },
    };

    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        if (context.HttpContext.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null)
            return;
        var services = context.HttpContext.RequestServices;
        var stamp = context.Principal?.FindFirstValue(services.GetRequiredService<IOptions<IdentityOptions>>().Value.ClaimsIdentity.SecurityStampClaimType);
        var id = context.Principal?.FindFirstValue(ClaimTypes.NameIdentifier);
        var reader = IsYoung(context) && Guid.TryParse(id, out var accountId)
            ? await LoadReader.RunAsync(services.GetRequiredService<PreparedReads>(), accountId, stamp ?? "", context.HttpContext.RequestAborted)
            : null;
        if (reader is null)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
            return;
        }

        services.GetRequiredService<CurrentReader>().Reader = reader;
    }

    private static bool IsYoung(CookieValidatePrincipalContext context) =>
        context.Properties.Items.TryGetValue(Begun, out var begun) && long.TryParse(begun, CultureInfo.InvariantCulture, out var seconds)
        && DateTimeOffset.FromUnixTimeSeconds(seconds) + Settings(context.HttpContext).Absolute > Clock(context.HttpContext).GetUtcNow();

    /// <summary>A part asked for by htmx is not answered with a whole sign-in page inside it: the browser goes there.</summary>
    private static Task RedirectAsync(RedirectContext<CookieAuthenticationOptions> context, int statusForParts)
    {
        if (!context.Request.Headers.ContainsKey("HX-Request"))
        {
            context.Response.Redirect(context.RedirectUri);
            return Task.CompletedTask;
        }

        context.Response.StatusCode = statusForParts;
        context.Response.Headers["HX-Redirect"] = "/sign-in";
        return Task.CompletedTask;
    }

    private static TimeProvider Clock(HttpContext http) => http.RequestServices.GetRequiredService<TimeProvider>();

    private static SignInSettings Settings(HttpContext http) => http.RequestServices.GetRequiredService<IOptionsMonitor<SignInSettings>>().CurrentValue;
}
