using Microsoft.Extensions.DependencyInjection;

namespace Vejviser.Core.Engine.Plans.Enrolment;

public static class EnrolmentServices
{
    /// <summary>Being in a practice, from enrolment to the end, with what it changes elsewhere.</summary>
    public static IServiceCollection AddEnrolment(this IServiceCollection services)
    {
        foreach (var useCase in new[]
        {
            typeof(EnrolInPractice), typeof(PausePlan), typeof(ResumePlan), typeof(EndPlan), typeof(ReopenPlan), typeof(RegisterOutcome), typeof(PreviewPlanDates),
            typeof(ReschedulePlan), typeof(FamilyArrival), typeof(JoinHousehold), typeof(PlanEffects),
        })
            services.AddScoped(useCase);
        return services.AddScoped<IPlanEffect, SkipSteps>().AddScoped<IPlanEffect, StartPractice>().AddScoped<IPlanEffect, EndPractice>();
    }
}
