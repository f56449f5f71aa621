using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace Vejviser.Testing;

/// <summary>
/// A mail server on a port of its own that speaks SMTP (RFC 5321) and counts. It takes a message when it has answered 250 to its last dot, as any server does.
/// <see cref="Answer"/> lets it be a bad one.
/// </summary>
public sealed partial class TestMailServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly ConcurrentQueue<Mail> taken = new();
    private readonly Task listening;

    public TestMailServer()
    {
        listener.Start();
        listening = ListenAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public IReadOnlyCollection<Mail> Taken => taken;

    /// <summary>What is answered to a recipient, such as <c>550 No such user</c>; null takes it. <c>drop</c> breaks the connection after the text, untaken; <c>mute</c> takes the text and breaks.</summary>
    public Func<string, string?> Answer { get; set; } = _ => null;

    public async ValueTask DisposeAsync()
    {
        if (listening.IsCompleted)
            return;
        await stop.CancelAsync();
        listener.Stop();
        await listening;
        stop.Dispose();
    }

    private async Task ListenAsync()
    {
        var talks = new List<Task>();
        try
        {
            while (true)
                talks.Add(TalkAsync(await listener.AcceptTcpClientAsync(stop.Token)));
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(talks);
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        try
        {
            using (client)
            {
                await using var stream = client.GetStream();
                using var reader = new StreamReader(stream, new UTF8Encoding(false));
                await using var writer = new StreamWriter(stream, new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true };
                await SpeakAsync(reader, writer);
            }
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or SocketException)
        {
            // The other side was killed: that is what the server is for.
        }
    }

    private async Task SpeakAsync(StreamReader reader, StreamWriter writer)
    {
        await writer.WriteLineAsync("220 test ESMTP");
        string? to = null, answer = null;
        while (await reader.ReadLineAsync(stop.Token) is { } line)
        {
            var verb = line.Split(' ', ':')[0].ToUpperInvariant();
            if (verb == "QUIT")
            {
                await writer.WriteLineAsync("221 bye");
                return;
            }

            if (verb == "RCPT")
            {
                to = line[(line.IndexOf('<', StringComparison.Ordinal) + 1)..line.IndexOf('>', StringComparison.Ordinal)];
                answer = Answer(to);
                await writer.WriteLineAsync(answer is null or "drop" or "mute" ? "250 ok" : answer);
            }
            else if (verb == "DATA")
            {
                await writer.WriteLineAsync("354 go ahead");
                var text = await TextAsync(reader);
                if (text is null || answer == "drop")
                    return;
                taken.Enqueue(new Mail(MessageId.Match(text).Groups["id"].Value, to!, text));
                if (answer == "mute")
                    return;
                await writer.WriteLineAsync("250 taken");
            }
            else
            {
                await writer.WriteLineAsync(verb == "EHLO" ? "250-test\r\n250-8BITMIME\r\n250 SMTPUTF8" : "250 ok");
            }
        }
    }

    /// <returns>Null where the connection broke before the last dot: then nothing was taken.</returns>
    private async Task<string?> TextAsync(StreamReader reader)
    {
        var text = new StringBuilder();
        while (await reader.ReadLineAsync(stop.Token) is { } line)
        {
            if (line == ".")
                return text.ToString();
            text.AppendLine(line);
        }

        return null;
    }

    [GeneratedRegex(@"^Message-Id:\s*<(?<id>[^>]+)>", RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MessageId { get; }
}

/// <summary>A message as the server took it.</summary>
public sealed record Mail(string Id, string To, string Text);
