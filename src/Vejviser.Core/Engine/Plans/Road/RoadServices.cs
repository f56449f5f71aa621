using Microsoft.Extensions.DependencyInjection;

namespace Vejviser.Core.Engine.Plans.Road;

public static class RoadServices
{
    /// <summary>The road's use cases beside the engine's own.</summary>
    public static IServiceCollection AddRoad(this IServiceCollection services) => services.AddScoped<AssignStaff>().AddScoped<ChangeContacts>().AddSingleton<PlanProposals>();
}
