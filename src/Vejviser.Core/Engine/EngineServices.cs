using Microsoft.Extensions.DependencyInjection;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Plans;

namespace Vejviser.Core.Engine;

/// <summary>The engine's services for a container. <see cref="PracticeCatalogue"/> and <see cref="PlanLaw"/> are the host's to give.</summary>
public static class EngineServices
{
    public static IServiceCollection AddEngine(this IServiceCollection services)
    {
        services.AddSingleton<EffectivePractices>().AddSingleton<EvidenceRules>();
        foreach (var useCase in new[]
        {
            typeof(PublishPracticeVersion), typeof(StartPlan), typeof(CompleteTask), typeof(SkipTask), typeof(ReopenTask), typeof(ReassignTask),
            typeof(RescheduleTask), typeof(CommentOnTask), typeof(TickChecklistItem), typeof(AddEvidence), typeof(AddOwnTask),
            typeof(PreviewAnchorMove), typeof(MoveAnchor), typeof(PreviewPlanMigration), typeof(MovePlansToVersion),
        })
            services.AddScoped(useCase);
        return services;
    }
}
