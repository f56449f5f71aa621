using Microsoft.Extensions.DependencyInjection;
using Vejviser.Core.Engine.Messages;
using Vejviser.Core.Foundation.People.Duplicates;

namespace Vejviser.Core.Engine.Meetings;

public static class MeetingServices
{
    /// <summary>Meetings, beside the plan engine's own use cases.</summary>
    public static IServiceCollection AddMeetings(this IServiceCollection services)
    {
        foreach (var useCase in new[] { typeof(BookMeeting), typeof(MoveMeeting), typeof(CancelMeeting), typeof(HoldMeeting), typeof(AnswerInvitation), typeof(ChangeAgenda), typeof(AddDecision), typeof(ChangePoints) })
            services.AddScoped(useCase);
        return services.AddScoped<IAppointments, AllAppointments>().AddSingleton<IPersonPart, MeetingsOfPerson>();
    }
}
