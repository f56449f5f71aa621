using Microsoft.Extensions.DependencyInjection;
using Vejviser.Core.Chapters.Minors.Villas;
using Vejviser.Core.Foundation.People.Duplicates;

namespace Vejviser.Core.Chapters.Minors;

public static class MinorsServices
{
    /// <summary>Homes for youths who came alone.</summary>
    public static IServiceCollection AddMinors(this IServiceCollection services) => services.AddScoped<DecideVillas>().AddScoped<ChooseVilla>().AddSingleton<IPersonPart, YouthOfPerson>();
}
