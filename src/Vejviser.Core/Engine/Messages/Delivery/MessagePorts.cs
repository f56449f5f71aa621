using Vejviser.Core.Data;

namespace Vejviser.Core.Engine.Messages.Delivery;

/// <summary>The ways that are open here: those with a server or a folder in the settings.</summary>
public sealed class MessagePorts : IAsyncDisposable
{
    private readonly List<IMessagePort> open = [];

    public MessagePorts(MessageSettings settings, VejviserDb db)
    {
        if (settings.Smtp.Host.Length > 0)
            open.Add(new SmtpPort(settings));
        if (settings.Sms.Folder.Length > 0)
            open.Add(new SmsPort(settings));
        if (settings.DigitalPost.Folder.Length > 0)
            open.Add(new DigitalPostPort(settings, db));
    }

    public IReadOnlyList<IMessagePort> Open => open;

    public async ValueTask DisposeAsync()
    {
        foreach (var port in open.OfType<IAsyncDisposable>())
            await port.DisposeAsync();
    }
}
