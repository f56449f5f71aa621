using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Vejviser.Web.Hosting;

/// <summary>How much one request may bring, and how long a stopping server waits for those under way.</summary>
internal static class Limits
{
    private const int RequestMegabytes = 30;
    private const int StopSeconds = 30;

    public static IServiceCollection AddLimits(this IServiceCollection services, IConfiguration settings)
    {
        var bytes = settings.GetValue("Limits:RequestMegabytes", RequestMegabytes) * 1024L * 1024;
        services.Configure<KestrelServerOptions>(o =>
        {
            o.Limits.MaxRequestBodySize = bytes;
            o.AddServerHeader = false;
        });
        services.Configure<FormOptions>(o => o.MultipartBodyLengthLimit = bytes);
        services.Configure<HostOptions>(o => o.ShutdownTimeout = TimeSpan.FromSeconds(settings.GetValue("Limits:StopSeconds", StopSeconds)));
        return services;
    }

    /// <summary>Answers at once where a request says it brings too much, before a form half read is taken for a wrong one.</summary>
    public static void UseLimits(this WebApplication app) => app.Use((context, next) =>
    {
        var most = context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize ?? long.MaxValue;
        // The second time round it is the error page that is made.
        if (context.Request.ContentLength is not { } length || length <= most || context.Features.Get<IStatusCodeReExecuteFeature>() is not null)
            return next(context);
        context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
        return Task.CompletedTask;
    });
}
