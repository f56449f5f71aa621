using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Insight.Outcomes;
using Vejviser.Web.Hosting;

namespace Vejviser.Web.Insight.Outcomes;

/// <summary>Settings section <c>Measures</c>.</summary>
internal sealed record MeasureSettings
{
    /// <summary>Minutes between two countings; 0 counts only when somebody asks.</summary>
    public int EveryMinutes { get; init; } = 60;
}

internal static class MeasureServices
{
    public static IServiceCollection AddMeasures(this IServiceCollection services, IConfiguration configuration)
    {
        var settings = configuration.GetSection("Measures").Get<MeasureSettings>() ?? new MeasureSettings();
        services.AddSingleton(settings).AddSingleton<ReadCatalogueGlance>().AddScoped<CountMeasures>();
        return settings.EveryMinutes > 0 ? services.AddHostedService<MeasureWorker>() : services;
    }
}

/// <summary>Counts what the practices come to, now and then. Of several nodes the one that finds the count old does it.</summary>
internal sealed partial class MeasureWorker(MeasureSettings settings, IServiceScopeFactory scopes, TimeProvider clock, ILogger<MeasureWorker> log)
    : EverySoOften(TimeSpan.FromMinutes(settings.EveryMinutes), scopes, clock)
{
    protected override async Task RoundAsync(IServiceProvider services, CancellationToken cancel)
    {
        var (db, now) = (services.GetRequiredService<VejviserDb>(), Clock.Now());
        var newest = await db.MeasureResults.MaxAsync(r => (DateTime?)r.CountedAt, cancel);
        if ((newest is null || newest <= now - TimeSpan.FromMinutes(settings.EveryMinutes)) && await db.PracticeVersions.AnyAsync(cancel))
            await services.GetRequiredService<CountMeasures>().RunAsync(new AuditContext(null, "measures.count", now), cancel);
    }

    protected override void Failed(Exception error) => CountFailed(error);

    [LoggerMessage(LogLevel.Error, "What the practices come to could not be counted.")]
    private partial void CountFailed(Exception error);
}
