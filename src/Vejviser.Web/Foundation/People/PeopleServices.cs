using Microsoft.Extensions.DependencyInjection;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Foundation.People;
using Vejviser.Core.Foundation.People.Duplicates;
using Vejviser.Web.Foundation.Audit;

namespace Vejviser.Web.Foundation.People;

/// <summary>What the pages about people need. A module that points at people adds its <see cref="IPersonPart"/> here.</summary>
internal static class PeopleServices
{
    public static IServiceCollection AddPeople(this IServiceCollection services)
    {
        services.AddSingleton(_ => LanguageNames.Load(Path.Combine(AppContext.BaseDirectory, "reference", "languages.json")));
        services.AddSingleton<ConsentPurposes>();
        foreach (var part in PersonParts.OfPeople)
            services.AddSingleton(part);
        services.AddSingleton<IPersonPart, TasksOfPerson>();
        services.AddScoped<PersonWords>();
        services.AddScoped<AuditWords>();
        return services;
    }
}
