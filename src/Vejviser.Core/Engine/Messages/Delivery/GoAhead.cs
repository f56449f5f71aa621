using MailKit;

namespace Vejviser.Core.Engine.Messages.Delivery;

/// <summary>
/// Listens to the conversation with the mail server for one thing: whether it has said 354, "go ahead". Before that no server has taken a
/// message; after it, a connection that breaks leaves open whether it has. Nothing is written down.
/// </summary>
internal sealed class GoAhead : IProtocolLogger
{
    private readonly List<byte> line = [];

    public bool IsSaid { get; set; }

    public IAuthenticationSecretDetector? AuthenticationSecretDetector { get; set; }

    public void LogConnect(Uri uri)
    {
    }

    public void LogClient(byte[] buffer, int offset, int count)
    {
    }

    public void LogServer(byte[] buffer, int offset, int count)
    {
        foreach (var b in buffer.AsSpan(offset, count))
        {
            line.Add(b);
            if (b != '\n')
                continue;
            if (line is [(byte)'3', (byte)'5', (byte)'4', ..])
                IsSaid = true;
            line.Clear();
        }
    }

    public void Dispose() => line.Clear();
}
