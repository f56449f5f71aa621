using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Vejviser.Web.Foundation.Access;

/// <summary>OpenID Connect against the municipality's own identity provider: authorization code with PKCE.</summary>
internal static class MunicipalSignIn
{
    public const string Scheme = "municipality";

    public static void AddMunicipalSignIn(this AuthenticationBuilder authentication, IConfiguration configuration)
    {
        authentication.Services.AddOptions<OidcSettings>().BindConfiguration(OidcSettings.Section);
        var settings = configuration.GetSection(OidcSettings.Section).Get<OidcSettings>();
        if (settings is not { IsOn: true })
            return;
        authentication.AddOpenIdConnect(Scheme, o =>
        {
            o.Authority = settings.Authority;
            o.ClientId = settings.ClientId;
            o.ClientSecret = settings.ClientSecret;
            o.RequireHttpsMetadata = !new Uri(settings.Authority!).IsLoopback;
            o.SignInScheme = IdentityConstants.ExternalScheme;
            o.CallbackPath = "/sign-in/municipality/callback";
            o.ResponseType = OpenIdConnectResponseType.Code;
            // The answer comes as an ordinary link, so that its cookies can stay with this site (SameSite Lax).
            o.ResponseMode = OpenIdConnectResponseMode.Query;
            o.CorrelationCookie.SameSite = SameSiteMode.Lax;
            o.NonceCookie.SameSite = SameSiteMode.Lax;
            o.CorrelationCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            o.NonceCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            o.UsePkce = true;
            o.MapInboundClaims = false;
            o.SaveTokens = false;
            o.GetClaimsFromUserInfoEndpoint = true;
            o.ClaimActions.MapJsonKey(settings.RoleClaim, settings.RoleClaim);
            o.ClaimActions.MapJsonKey("email", "email");
            o.ClaimActions.MapJsonKey("email_verified", "email_verified");
            o.ClaimActions.MapJsonKey("name", "name");
            o.Scope.Add("email");
            foreach (var scope in settings.Scopes.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                o.Scope.Add(scope);
            o.Events.OnRemoteFailure = context =>
            {
                context.HandleResponse();
                context.Response.Redirect("/sign-in/municipality/return");
                return Task.CompletedTask;
            };
        });
    }
}
