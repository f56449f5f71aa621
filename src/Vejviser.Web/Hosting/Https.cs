using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Web.Hosting;

/// <summary>HTTPS by the server itself or by a proxy before it: who the proxy may speak for, HSTS, cookies that stay on HTTPS.</summary>
internal static class Https
{
    private const int HttpsPort = 443;
    private const int HstsDays = 365;

    public static IServiceCollection AddHttps(this IServiceCollection services, IConfiguration settings)
    {
        // Read at once, so that a wrong one stops the start and not the first request.
        var proxies = (settings.GetSection("Proxy:Known").Get<string[]>() ?? []).Select(Network).ToList();
        services.Configure<ForwardedHeadersOptions>(o =>
        {
            // Whoever is not named here is believed in nothing: an address in a header is anybody's to write.
            o.KnownProxies.Clear();
            o.KnownIPNetworks.Clear();
            proxies.ForEach(o.KnownIPNetworks.Add);
            o.ForwardedHeaders = proxies.Count > 0 ? ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto : ForwardedHeaders.None;
            o.ForwardLimit = settings.GetValue("Proxy:Hops", 1);
        });
        services.AddHsts(o => o.MaxAge = TimeSpan.FromDays(settings.GetValue("Https:HstsDays", HstsDays)));
        services.AddHttpsRedirection(o =>
        {
            o.HttpsPort = settings.GetValue("Https:Port", HttpsPort);
            o.RedirectStatusCode = StatusCodes.Status307TemporaryRedirect;
        });
        var isRequired = settings.GetValue("Https:Required", false);
        services.Configure<CookiePolicyOptions>(o => o.Secure = isRequired ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest);
        return services;
    }

    public static void UseHttps(this WebApplication app)
    {
        if (app.Configuration.GetValue("Https:HstsDays", HstsDays) > 0)
            app.UseHsts();
        // Health is asked inside the house, where there may be no certificate.
        if (app.Configuration.GetValue("Https:Required", false))
            app.UseWhen(context => !context.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal), branch => branch.UseHttpsRedirection());
        app.UseCookiePolicy();
    }

    private static System.Net.IPNetwork Network(string proxy)
    {
        if (System.Net.IPNetwork.TryParse(proxy, out var network))
            return network;
        return IPAddress.TryParse(proxy, out var address)
            ? new System.Net.IPNetwork(address, address.GetAddressBytes().Length * 8)
            : throw new SettingsException(Failure.Of("settings.not-an-address", ("setting", "Proxy:Known"), ("value", proxy)));
    }
}
