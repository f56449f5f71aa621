using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Vejviser.Core.Engine.Messages;
using Vejviser.Core.Engine.Messages.Handovers;
using Vejviser.Core.Engine.Messages.Outbox;
using Vejviser.Core.Engine.Messages.Templates;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Web.Engine.Messages;

internal static class MessagePageServices
{
    public static IServiceCollection AddMessagePages(this IServiceCollection services, IConfiguration configuration)
    {
        var settings = configuration.GetSection(MessageSettings.Section).Get<MessageSettings>() ?? new MessageSettings();
        services.AddMessages(settings).AddScoped<OutboxWords>();
        services.AddSingleton(_ => MessageTemplates.Load(Path.Combine(AppContext.BaseDirectory, "messages")));
        return settings.EverySeconds > 0 ? services.AddHostedService<MessageWorker>() : services;
    }
}

/// <summary>Sends what is due and lets handovers climb, every so often. Any number of nodes may: each message and each handover is taken once.</summary>
internal sealed partial class MessageWorker(MessageSettings settings, IServiceScopeFactory scopes, TimeProvider clock, ILogger<MessageWorker> log) : BackgroundService
{
    private const int AtOnce = 500;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<ClimbHandovers>().RunAsync(clock.Now(), stoppingToken);
                await scope.ServiceProvider.GetRequiredService<SendOutbox>().RunAsync(AtOnce, cancel: stoppingToken);
            }
#pragma warning disable CA1031 // The worker outlives a database that is away for a while.
            catch (Exception e) when (e is not OperationCanceledException)
#pragma warning restore CA1031
            {
                // Its message may quote an address: the kind is enough to look for.
                RoundFailed(e.GetType().Name);
            }

            await Task.Delay(TimeSpan.FromSeconds(settings.EverySeconds), clock, stoppingToken);
        }
    }

    [LoggerMessage(LogLevel.Error, "Messages could not be sent: {Kind}.")]
    private partial void RoundFailed(string kind);
}
