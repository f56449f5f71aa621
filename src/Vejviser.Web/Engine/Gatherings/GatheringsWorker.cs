using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Vejviser.Core.Engine.Gatherings;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Web.Hosting;

namespace Vejviser.Web.Engine.Gatherings;

/// <summary>Settings section <c>Gatherings</c>.</summary>
internal sealed record GatheringSettings
{
    /// <summary>Minutes between two looks at what practices hold by themselves; 0 looks only when plans change, or somebody asks.</summary>
    public int EveryMinutes { get; init; } = 60;
}

internal static class GatheringPageServices
{
    public static IServiceCollection AddGatheringPages(this IServiceCollection services, IConfiguration configuration)
    {
        var settings = configuration.GetSection("Gatherings").Get<GatheringSettings>() ?? new GatheringSettings();
        services.AddSingleton(settings).AddGatherings();
        return settings.EveryMinutes > 0 ? services.AddHostedService<GatheringsWorker>() : services;
    }
}

/// <summary>Gives series their next days, and finds what was missed when a node stopped in between. Several nodes may look at once: each meeting has its key.</summary>
internal sealed partial class GatheringsWorker(GatheringSettings settings, IServiceScopeFactory scopes, TimeProvider clock, ILogger<GatheringsWorker> log)
    : EverySoOften(TimeSpan.FromMinutes(settings.EveryMinutes), scopes, clock)
{
    protected override Task RoundAsync(IServiceProvider services, CancellationToken cancel) =>
        services.GetRequiredService<KeepMeetings>().RunAllAsync(new AuditContext(null, "meetings.keep", Clock.Now()), cancel);

    protected override void Failed(Exception error) => KeepFailed(error);

    [LoggerMessage(LogLevel.Error, "What the practices hold by themselves could not be booked.")]
    private partial void KeepFailed(Exception error);
}
