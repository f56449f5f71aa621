using Microsoft.Extensions.DependencyInjection;
using Vejviser.Core.Chapters.Health.Doctors;
using Vejviser.Core.Chapters.Health.Groups;
using Vejviser.Core.Foundation.People.Duplicates;

namespace Vejviser.Core.Chapters.Health;

public static class HealthServices
{
    /// <summary>Doctors in turn, and groups of one language.</summary>
    public static IServiceCollection AddHealth(this IServiceCollection services) => services
        .AddScoped<DecideDoctors>().AddScoped<DecideGroup>().AddScoped<GroupSteps>()
        .AddSingleton<IPersonPart, DoctorOfPerson>().AddSingleton<IPersonPart, GroupOfPerson>();
}
