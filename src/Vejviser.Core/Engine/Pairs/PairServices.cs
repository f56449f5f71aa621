using Microsoft.Extensions.DependencyInjection;
using Vejviser.Core.Engine.Plans.Lists;

namespace Vejviser.Core.Engine.Pairs;

public static class PairServices
{
    /// <summary>Pairs of newcomers and volunteers; the practices themselves come from their chapters.</summary>
    public static IServiceCollection AddPairs(this IServiceCollection services)
    {
        foreach (var useCase in new[] { typeof(ChoosePair), typeof(DecidePairs), typeof(PairSteps), typeof(AnswerPair), typeof(BeginPair), typeof(LogVolunteerHours), typeof(ClosePair), typeof(ChangeVolunteer), typeof(WritePairWish), typeof(AskMunicipality) })
            services.AddScoped(useCase);
        return services.AddSingleton<SeePairs>().AddSingleton<PairPractices>().AddSingleton<IOwedAnswers, OwedEnquiries>();
    }
}
