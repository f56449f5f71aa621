using Microsoft.Extensions.DependencyInjection;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Plans.Enrolment;
using Vejviser.Core.Foundation.Law;

namespace Vejviser.Core.Engine.Plans;

/// <summary>The plan engine for a container. <see cref="PracticeCatalogue"/> and <see cref="LawBook"/> are the host's to give.</summary>
public static class PlanServices
{
    public static IServiceCollection AddPlans(this IServiceCollection services)
    {
        services.AddSingleton<EffectivePractices>().AddSingleton<EvidenceRules>().AddSingleton(s => PlanLaw.Of(s.GetRequiredService<LawBook>()));
        foreach (var useCase in new[]
        {
            typeof(PublishPracticeVersion), typeof(StartPlan), typeof(CompleteTask), typeof(SkipTask), typeof(ReopenTask), typeof(ReassignTask),
            typeof(RescheduleTask), typeof(CommentOnTask), typeof(TickChecklistItem), typeof(AddEvidence), typeof(AddOwnTask),
            typeof(PreviewAnchorMove), typeof(MoveAnchor), typeof(PreviewPlanMigration), typeof(MovePlansToVersion),
        })
            services.AddScoped(useCase);
        return services.AddEnrolment();
    }
}
