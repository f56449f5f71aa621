using Microsoft.Extensions.DependencyInjection;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Catalogue.Own;

namespace Vejviser.Web.Engine.Catalogue;

/// <summary>What the catalogue's pages need beside the database and the engine.</summary>
internal static class CatalogueServices
{
    public static IServiceCollection AddCatalogue(this IServiceCollection services) => services
        .AddScoped<ForWords>().AddScoped<TickSetup>().AddScoped<AdoptPractice>().AddScoped<WriteOwnPractice>().AddScoped<TakePractice>();
}
