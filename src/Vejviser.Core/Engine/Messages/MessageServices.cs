using Microsoft.Extensions.DependencyInjection;
using Vejviser.Core.Engine.Messages.Delivery;
using Vejviser.Core.Engine.Messages.Handovers;
using Vejviser.Core.Engine.Messages.Outbox;
using Vejviser.Core.Engine.Messages.Templates;
using Vejviser.Core.Foundation.People.Duplicates;

namespace Vejviser.Core.Engine.Messages;

public static class MessageServices
{
    public static IServiceCollection AddMessages(this IServiceCollection services, MessageSettings settings)
    {
        services.AddSingleton(settings);
        foreach (var useCase in new[]
                 {
                     typeof(QueueMessage), typeof(WriteToPerson), typeof(RemindOfAppointment), typeof(WriteWords), typeof(MessagePorts), typeof(SendOutbox), typeof(DecideMessage), typeof(HandoverMail), typeof(GiveHandover), typeof(AcknowledgeHandover),
                     typeof(ClimbHandovers),
                 })
            services.AddScoped(useCase);
        return services.AddSingleton<IPersonPart, MessagesOfPerson>();
    }
}
