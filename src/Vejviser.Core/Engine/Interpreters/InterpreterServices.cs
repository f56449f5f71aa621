using Microsoft.Extensions.DependencyInjection;
using Vejviser.Core.Foundation.People.Duplicates;

namespace Vejviser.Core.Engine.Interpreters;

public static class InterpreterServices
{
    /// <summary>Interpreters for meetings.</summary>
    public static IServiceCollection AddInterpreters(this IServiceCollection services)
    {
        foreach (var useCase in new[] { typeof(RequestInterpreter), typeof(AssignInterpreter), typeof(FollowProposal), typeof(ChooseInterpreter), typeof(ReleaseInterpreter), typeof(NoteInterpreting) })
            services.AddScoped(useCase);
        return services.AddSingleton<InterpretersBoards>().AddSingleton<IPersonPart, AvoidedOfPerson>();
    }
}
