using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Web.Foundation.Access;

/// <summary>
/// Pages of their own for people without an account, who come by a link and a code, or by MitID: another cookie under another path, another scheme. They are nobody to the rest of the product, and an employee is nobody there.
/// </summary>
/// <param name="Scheme">The name of the scheme and of the cookie's ending.</param>
/// <param name="Path">What lies under it is theirs, such as <c>/my</c>.</param>
/// <param name="SessionHours">Hours a sign-in lasts, whatever is done in them.</param>
/// <param name="AdmitAsync">Read on each request by the access's id, so that a link taken back ends what is open; false where it holds no more.</param>
internal sealed record OwnPages(string Scheme, string Path, int SessionHours, Func<IServiceProvider, Guid, DateTime, CancellationToken, Task<bool>> AdmitAsync)
{
    private const string Begun = "begun";

    public void AddTo(IServiceCollection services) => services.AddAuthentication().AddCookie(Scheme, o =>
    {
        o.Cookie.Name = $"vejviser.{Path[1..]}";
        o.Cookie.Path = Path;
        o.Cookie.HttpOnly = true;
        o.Cookie.SameSite = SameSiteMode.Lax;
        o.LoginPath = $"{Path}/sign-in";
        o.AccessDeniedPath = $"{Path}/sign-in";
        o.ReturnUrlParameter = "from";
        o.ExpireTimeSpan = TimeSpan.FromHours(SessionHours);
        o.SlidingExpiration = false;
        o.Events.OnValidatePrincipal = ValidateAsync;
    });

    /// <summary>Under the path one is such a person or nobody, on the open pages too: an employee signed in on the same machine is not one here.</summary>
    public static IApplicationBuilder Use(IApplicationBuilder app, string scheme, string path) => app.UseWhen(
        context => context.Request.Path.StartsWithSegments(path, StringComparison.Ordinal) && context.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is null,
        theirs => theirs.Use(async (context, next) =>
        {
            context.RequestServices.GetRequiredService<Shared.CurrentReader>().Reader = null;
            context.User = (await context.AuthenticateAsync(scheme)).Principal ?? new ClaimsPrincipal(new ClaimsIdentity());
            await next(context);
        }));

    public static Task SignInAsync(HttpContext http, string scheme, Guid accessId, DateTime now)
    {
        var properties = new AuthenticationProperties();
        properties.Items[Begun] = new DateTimeOffset(now, TimeSpan.Zero).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return http.SignInAsync(scheme, new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, accessId.ToString())], scheme)), properties);
    }

    private async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var services = context.HttpContext.RequestServices;
        var now = services.GetRequiredService<TimeProvider>().Now();
        if (IsYoung(context, now) && Guid.TryParse(context.Principal?.FindFirstValue(ClaimTypes.NameIdentifier), out var id) && await AdmitAsync(services, id, now, context.HttpContext.RequestAborted))
            return;
        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(Scheme);
    }

    private bool IsYoung(CookieValidatePrincipalContext context, DateTime now) =>
        context.Properties.Items.TryGetValue(Begun, out var begun) && long.TryParse(begun, CultureInfo.InvariantCulture, out var seconds)
        && DateTimeOffset.FromUnixTimeSeconds(seconds).UtcDateTime.AddHours(SessionHours) > now;
}
