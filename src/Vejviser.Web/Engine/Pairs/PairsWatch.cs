using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Pairs;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Web.Hosting;

namespace Vejviser.Web.Engine.Pairs;

internal static class PairPageServices
{
    public static IServiceCollection AddPairPages(this IServiceCollection services, IConfiguration configuration)
    {
        var settings = configuration.GetSection(PairSettings.Section).Get<PairSettings>() ?? new PairSettings();
        services.AddSingleton(settings).AddPairs().AddScoped<PairWords>();
        return settings.EveryMinutes > 0 ? services.AddHostedService<PairsWatch>() : services;
    }
}

/// <summary>Deletes volunteers' questions that were answered long ago.</summary>
internal sealed partial class PairsWatch(PairSettings settings, IServiceScopeFactory scopes, TimeProvider clock, ILogger<PairsWatch> log) : EverySoOften(TimeSpan.FromMinutes(settings.EveryMinutes), scopes, clock)
{
    protected override Task RoundAsync(IServiceProvider services, CancellationToken cancel) =>
        ForgetAnswered.RunAsync(services.GetRequiredService<VejviserDb>(), settings.EnquiryMonths, new AuditContext(null, "pairs.forget-enquiry", Clock.Now()), cancel);

    protected override void Failed(Exception error) => WatchFailed(error);

    [LoggerMessage(LogLevel.Error, "Old questions from volunteers could not be deleted.")]
    private partial void WatchFailed(Exception error);
}
