using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Vejviser.Web.Hosting;

/// <summary>Traces and metrics by OTLP, where an address is set (<c>OpenTelemetry:Endpoint</c>); nothing leaves the machine otherwise.</summary>
internal static class Watching
{
    public static IServiceCollection AddWatching(this IServiceCollection services, IConfiguration settings)
    {
        if (!Uri.TryCreate(settings["OpenTelemetry:Endpoint"], UriKind.Absolute, out var endpoint))
            return services;
        services.AddOpenTelemetry()
            .ConfigureResource(r => r.AddService("vejviser"))
            // Routes, never full addresses: an id in a path names a person to whoever may look it up.
            .WithTracing(t => t.AddAspNetCoreInstrumentation(o => o.EnrichWithHttpRequest = (activity, _) => activity.SetTag("url.path", null).SetTag("url.query", null)))
            .WithMetrics(m => m.AddAspNetCoreInstrumentation().AddRuntimeMeters())
            .UseOtlpExporter(OpenTelemetry.Exporter.OtlpExportProtocol.HttpProtobuf, endpoint);
        return services;
    }

    private static MeterProviderBuilder AddRuntimeMeters(this MeterProviderBuilder metrics) => metrics.AddMeter("System.Runtime", "Microsoft.AspNetCore.Server.Kestrel");
}
