using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Vejviser.Core.Data;

namespace Vejviser.Web.Hosting;

internal static class TableStatisticsServices
{
    private const int MinutesOfADay = 1440;

    public static IServiceCollection AddTableStatistics(this IServiceCollection services, DatabaseAddress database, IConfiguration configuration)
    {
        var minutes = configuration.GetValue("Database:OptimizeEveryMinutes", MinutesOfADay);
        return database.IsPostgres || minutes <= 0 ? services : services.AddHostedService(s => ActivatorUtilities.CreateInstance<TableStatistics>(s, TimeSpan.FromMinutes(minutes)));
    }
}

/// <summary>Keeps what SQLite knows of its tables' sizes true while they grow: at the start, and now and then (ADR 0037).</summary>
internal sealed partial class TableStatistics(TimeSpan pause, IServiceScopeFactory scopes, TimeProvider clock, ILogger<TableStatistics> log) : EverySoOften(pause, scopes, clock)
{
    protected override Task RoundAsync(IServiceProvider services, CancellationToken cancel) => Databases.OptimizeAsync(services.GetRequiredService<VejviserDb>(), cancel);

    protected override void Failed(Exception error) => NotCounted(error);

    [LoggerMessage(LogLevel.Error, "The tables' sizes could not be looked at.")]
    private partial void NotCounted(Exception error);
}
