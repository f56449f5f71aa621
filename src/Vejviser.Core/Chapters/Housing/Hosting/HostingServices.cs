using Microsoft.Extensions.DependencyInjection;

namespace Vejviser.Core.Chapters.Housing.Hosting;

public static class HostingServices
{
    /// <summary>Private hosts: the enquiry, the visit, the match, the lease, and what the host sees.</summary>
    public static IServiceCollection AddHosting(this IServiceCollection services, HostSettings settings)
    {
        services.AddSingleton(settings);
        foreach (var useCase in new[] { typeof(AskToHost), typeof(PlanHomeVisit), typeof(PutForward), typeof(ProposeNext), typeof(AnswerMatch), typeof(BookHostMeeting), typeof(SignHostLease), typeof(EndStay), typeof(GiveHostAccess), typeof(SignInHost) })
            services.AddScoped(useCase);
        return services;
    }
}
