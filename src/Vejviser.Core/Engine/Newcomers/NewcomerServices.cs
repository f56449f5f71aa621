using Microsoft.Extensions.DependencyInjection;
using Vejviser.Core.Foundation.People.Duplicates;

namespace Vejviser.Core.Engine.Newcomers;

public static class NewcomerServices
{
    public static IServiceCollection AddNewcomers(this IServiceCollection services, NewcomerSettings settings)
    {
        services.AddSingleton(settings);
        foreach (var useCase in new[] { typeof(GiveAccess), typeof(RevokeAccess), typeof(SignInNewcomer), typeof(SignInByMitId), typeof(CloseMitId), typeof(OpenMitId), typeof(AskContact), typeof(AnswerContact), typeof(HandInDocument), typeof(OpenPaper), typeof(AnswerOwnOffer), typeof(OwnConsents), typeof(AnswerSurvey) })
            services.AddScoped(useCase);
        return services.AddSingleton<IPersonPart, NewcomerOfPerson>();
    }
}
