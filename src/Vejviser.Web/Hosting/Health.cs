using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Vejviser.Core.Data;

namespace Vejviser.Web.Hosting;

/// <summary>Whether the process lives, and whether it can serve: open to the machine that asks, and telling nothing else.</summary>
internal static class Health
{
    public static IServiceCollection AddVejviserHealth(this IServiceCollection services)
    {
        services.AddHealthChecks().AddCheck<DatabaseReady>("database");
        return services;
    }

    public static void MapVejviserHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready").AllowAnonymous();
    }

    /// <summary>Ready where the database answers and no migration waits.</summary>
    private sealed class DatabaseReady(VejviserDb db) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            var waiting = await db.Database.GetPendingMigrationsAsync(cancellationToken);
            return waiting.Any() ? HealthCheckResult.Unhealthy("A migration waits: run vejviser db migrate.") : HealthCheckResult.Healthy();
        }
    }
}
