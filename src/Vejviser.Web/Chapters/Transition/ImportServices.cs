using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Vejviser.Core.Chapters.Transition.Allocations;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Offers;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Foundation.Law;

namespace Vejviser.Web.Chapters.Transition;

/// <summary>Import of allocation files: settings section <c>Import</c>, the use cases, and the worker that takes queued files.</summary>
internal static class ImportServices
{
    public static IServiceCollection AddImport(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(configuration.GetSection("Import").Get<ImportSettings>() ?? new ImportSettings());
        services.AddSingleton(s => AllocationRules.Load(s.GetRequiredService<LawBook>(), Path.Combine(AppContext.BaseDirectory, "reference")));
        services.AddSingleton<ReceptionPlans>();
        services.AddSingleton(s => new RunUploads(
            s.GetRequiredService<DatabaseAddress>(), s.GetRequiredService<AllocationRules>(), s.GetRequiredService<ReceptionPlans>().StartAsync,
            FamilyArrivals.Of(s.GetRequiredService<EffectivePractices>(), s.GetRequiredService<PlanLaw>()), s.GetRequiredService<ImportSettings>(), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton<ImportBell>();
        services.AddHostedService<ImportWorker>();
        services.AddScoped<UploadAllocations>().AddScoped<PreviewUpload>().AddScoped<DecideUpload>().AddScoped<RemoveOldUploads>();
        return services;
    }
}
