using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Insight.Outcomes;

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
        services.AddSingleton(settings).AddScoped<CountMeasures>();
        return settings.EveryMinutes > 0 ? services.AddHostedService<MeasureWorker>() : services;
    }
}

/// <summary>Counts what the practices come to, now and then. Of several nodes the one that finds the count old does it.</summary>
internal sealed partial class MeasureWorker(MeasureSettings settings, IServiceScopeFactory scopes, TimeProvider clock, ILogger<MeasureWorker> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var pause = TimeSpan.FromMinutes(settings.EveryMinutes);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await CountIfOldAsync(pause, stoppingToken);
            }
#pragma warning disable CA1031 // The worker outlives a database that is away for a while.
            catch (Exception e) when (e is not OperationCanceledException)
#pragma warning restore CA1031
            {
                CountFailed(e);
            }

            await Task.Delay(pause, clock, stoppingToken);
        }
    }

    private async Task CountIfOldAsync(TimeSpan pause, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var (db, now) = (scope.ServiceProvider.GetRequiredService<VejviserDb>(), clock.Now());
        var newest = await db.MeasureResults.MaxAsync(r => (DateTime?)r.CountedAt, cancel);
        if ((newest is null || newest <= now - pause) && await db.PracticeVersions.AnyAsync(cancel))
            await scope.ServiceProvider.GetRequiredService<CountMeasures>().RunAsync(new AuditContext(null, "measures.count", now), cancel);
    }

    [LoggerMessage(LogLevel.Error, "What the practices come to could not be counted.")]
    private partial void CountFailed(Exception error);
}
