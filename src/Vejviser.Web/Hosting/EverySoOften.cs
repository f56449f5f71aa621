using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Vejviser.Web.Hosting;

/// <summary>Work that is looked after again and again while the server runs. It outlives a round that fails, such as one without the database.</summary>
internal abstract class EverySoOften(TimeSpan pause, IServiceScopeFactory scopes, TimeProvider clock) : BackgroundService
{
    protected TimeProvider Clock => clock;

    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await RoundAsync(scope.ServiceProvider, stoppingToken);
            }
#pragma warning disable CA1031 // A database that is away for a while comes back.
            catch (Exception e) when (e is not OperationCanceledException)
#pragma warning restore CA1031
            {
                Failed(e);
            }

            await WaitAsync(pause, stoppingToken);
        }
    }

    /// <param name="services">Of this round alone.</param>
    protected abstract Task RoundAsync(IServiceProvider services, CancellationToken cancel);

    protected abstract void Failed(Exception error);

    /// <summary>Until the next round.</summary>
    protected virtual Task WaitAsync(TimeSpan pause, CancellationToken cancel) => Task.Delay(pause, clock, cancel);
}
