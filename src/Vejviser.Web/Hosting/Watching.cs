using System.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Web.Hosting;

/// <summary>Traces and metrics by OTLP, where an address is set (<c>OpenTelemetry:Endpoint</c>); nothing leaves the machine otherwise.</summary>
internal static class Watching
{
    public static IServiceCollection AddWatching(this IServiceCollection services, IConfiguration settings)
    {
        if (settings["OpenTelemetry:Endpoint"] is not { Length: > 0 } address)
            return services;
        if (!Uri.TryCreate(address, UriKind.Absolute, out var endpoint))
            throw new SettingsException(Failure.Of("settings.not-an-address", ("setting", "OpenTelemetry:Endpoint"), ("value", address)));
        services.AddOpenTelemetry()
            .ConfigureResource(r => r.AddService("vejviser"))
            .WithTracing(t => t.AddAspNetCoreInstrumentation(o =>
            {
                o.Filter = context => !context.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal);
                o.EnrichWithHttpRequest = (activity, _) => Forget(activity);
                o.EnrichWithHttpResponse = (activity, _) => Forget(activity);
            }))
            .WithMetrics(m => m.AddAspNetCoreInstrumentation().AddRuntimeMeters())
            .UseOtlpExporter(OpenTelemetry.Exporter.OtlpExportProtocol.HttpProtobuf, endpoint);
        return services;
    }

    /// <summary>Routes, never full addresses: an id in a path names a person to whoever may look it up.</summary>
    private static void Forget(Activity activity) => activity.SetTag("url.path", null).SetTag("url.query", null);

    private static MeterProviderBuilder AddRuntimeMeters(this MeterProviderBuilder metrics) => metrics.AddMeter("System.Runtime", "Microsoft.AspNetCore.Server.Kestrel");
}
