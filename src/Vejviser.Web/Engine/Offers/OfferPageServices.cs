using Microsoft.Extensions.DependencyInjection;
using Vejviser.Core.Engine.Offers;

namespace Vejviser.Web.Engine.Offers;

/// <summary>What the pages of offers need beside the use cases.</summary>
internal static class OfferPageServices
{
    public static IServiceCollection AddOfferPages(this IServiceCollection services) => services.AddSingleton<ConditionWords>().AddScoped<OfferWords>();
}
