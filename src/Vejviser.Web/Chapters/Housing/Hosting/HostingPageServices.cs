using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Vejviser.Core.Chapters.Housing.Hosting;
using Vejviser.Core.Chapters.Housing.Needs;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Web.Hosting;

namespace Vejviser.Web.Chapters.Housing.Hosting;

internal static class HostingPageServices
{
    /// <summary>The rate limit of the public form.</summary>
    public const string RateLimit = "host-enquiry";

    public static IServiceCollection AddHostingPages(this IServiceCollection services, IConfiguration configuration)
    {
        var settings = configuration.GetSection(HostSettings.Section).Get<HostSettings>() ?? new HostSettings();
        services.AddHosting(settings).AddHostSignIn(settings).AddScoped<HostingWords>().AddSingleton<EnquiryForm>();
        services.Configure<RateLimiterOptions>(o => o.AddPolicy(RateLimit, PerAddress));
        return settings.EveryMinutes > 0 ? services.AddHostedService<HousingWatch>() : services;
    }

    private static RateLimitPartition<string> PerAddress(HttpContext http) => HttpMethods.IsPost(http.Request.Method)
        ? RateLimitPartition.GetSlidingWindowLimiter(
            http.Connection.RemoteIpAddress?.ToString() ?? "",
            _ => new SlidingWindowRateLimiterOptions { PermitLimit = http.RequestServices.GetRequiredService<HostSettings>().MostAnHour, Window = TimeSpan.FromHours(1), SegmentsPerWindow = 6 })
        : RateLimitPartition.GetNoLimiter("");
}

/// <summary>Ends stays whose household has a home of its own, looks for hosts who are owed another household and for families who have become too many for their home, and deletes old enquiries.</summary>
internal sealed partial class HousingWatch(HostSettings settings, IServiceScopeFactory scopes, TimeProvider clock, ILogger<HousingWatch> log) : EverySoOften(TimeSpan.FromMinutes(settings.EveryMinutes), scopes, clock)
{
    protected override async Task RoundAsync(IServiceProvider services, CancellationToken cancel)
    {
        await services.GetRequiredService<EndStay>().ByOwnHomeAsync(new AuditContext(null, "hosting.end-stay-by-own-home", Clock.Now()), cancel);
        await services.GetRequiredService<ProposeNext>().RunAsync(new AuditContext(null, "hosting.propose-next", Clock.Now()), cancel);
        var db = services.GetRequiredService<VejviserDb>();
        await ListOutgrown.RunAsync(db, new AuditContext(null, "housing.list-outgrown", Clock.Now()), cancel);
        await ForgetEnquiries.RunAsync(db, settings.EnquiryMonths, new AuditContext(null, "hosting.forget-enquiry", Clock.Now()), cancel);
    }

    protected override void Failed(Exception error) => WatchFailed(error);

    [LoggerMessage(LogLevel.Error, "Hosts and families could not be looked after.")]
    private partial void WatchFailed(Exception error);
}
