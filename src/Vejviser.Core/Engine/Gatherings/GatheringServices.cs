using Microsoft.Extensions.DependencyInjection;
using Vejviser.Core.Engine.Plans;

namespace Vejviser.Core.Engine.Gatherings;

public static class GatheringServices
{
    /// <summary>Meetings that practices hold by themselves; they follow the plans.</summary>
    public static IServiceCollection AddGatherings(this IServiceCollection services) =>
        services.AddSingleton<ReadMissingMeetings>().AddScoped<KeepInterpreters>().AddScoped<KeepMeetings>().AddScoped<LogQuestion>().AddScoped<IPlanFollower>(s => s.GetRequiredService<KeepMeetings>());
}
