using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Vejviser.Core.Engine.Messages;
using Vejviser.Core.Engine.Messages.Handovers;
using Vejviser.Core.Engine.Messages.Outbox;
using Vejviser.Core.Engine.Messages.Templates;
using Vejviser.Core.Foundation.Common;
using Vejviser.Web.Hosting;

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
internal sealed partial class MessageWorker(MessageSettings settings, IServiceScopeFactory scopes, TimeProvider clock, ILogger<MessageWorker> log)
    : EverySoOften(TimeSpan.FromSeconds(settings.EverySeconds), scopes, clock)
{
    private const int AtOnce = 500;

    protected override async Task RoundAsync(IServiceProvider services, CancellationToken cancel)
    {
        await services.GetRequiredService<ClimbHandovers>().RunAsync(Clock.Now(), cancel);
        await services.GetRequiredService<SendOutbox>().RunAsync(AtOnce, cancel: cancel);
    }

    // Its message may quote an address: the kind is enough to look for.
    protected override void Failed(Exception error) => RoundFailed(error.GetType().Name);

    [LoggerMessage(LogLevel.Error, "Messages could not be sent: {Kind}.")]
    private partial void RoundFailed(string kind);
}
