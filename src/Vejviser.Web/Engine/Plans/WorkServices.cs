using Microsoft.Extensions.DependencyInjection;

namespace Vejviser.Web.Engine.Plans;

/// <summary>What the work list and the task's page need beside the database and the engine.</summary>
internal static class WorkServices
{
    public static IServiceCollection AddWork(this IServiceCollection services) => services.AddScoped<TaskWords>();
}
