using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Vejviser.Bench.Load;

/// <summary>
/// One browser of the closed loop: asks, reads the whole answer, asks again, on one kept connection. It speaks only as much HTTP as
/// our own servers do, so that it takes little of the two cores that the server needs.
/// </summary>
internal sealed class Client(Uri address, string path, string? cookie) : IDisposable
{
    private readonly Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] request = Encoding.ASCII.GetBytes(
        $"GET {path} HTTP/1.1\r\nHost: {address.Authority}\r\n{(cookie is null ? "" : $"Cookie: {cookie}\r\n")}Accept: text/html\r\n\r\n");

    private readonly byte[] answer = new byte[1 << 20];

    public Task ConnectAsync() => socket.ConnectAsync(IPAddress.Parse(address.Host), address.Port);

    /// <summary>Asks until the time is up.</summary>
    /// <param name="every">On the average from one request to the next, drawn as the steps of people who know nothing of each other are (exponentially); null asks again at once.</param>
    /// <param name="seed">Of the draws.</param>
    /// <returns>Seconds each request took.</returns>
    /// <exception cref="InvalidOperationException">An answer was not 200.</exception>
    public async Task<List<double>> RunAsync(TimeSpan time, TimeSpan? every, int seed)
    {
        var taken = new List<double>(4096);
        var random = new Random(seed);
        var watch = Stopwatch.StartNew();
        for (var next = Step(); ; next += Step())
        {
            if (next >= time || watch.Elapsed >= time)
                return taken;
            if (next - watch.Elapsed is { Ticks: > 0 } rest)
                await Task.Delay(rest);
            var from = Stopwatch.GetTimestamp();
            await AskAsync();
            taken.Add(Stopwatch.GetElapsedTime(from).TotalSeconds);
        }

        TimeSpan Step() => every is { } mean ? -Math.Log(1 - random.NextDouble()) * mean : TimeSpan.Zero;
    }

    /// <summary>One request; the answer's bytes, head and body, as they came.</summary>
    public async Task<ReadOnlyMemory<byte>> AskAsync()
    {
        await socket.SendAsync(request);
        var (length, end) = (0, -1);
        do
        {
            var read = await socket.ReceiveAsync(answer.AsMemory(length));
            if (read == 0)
                throw new InvalidOperationException($"{path}: the server closed the connection.");
            length += read;
            if (end < 0)
                end = EndOf(answer.AsSpan(0, length));
        }
        while (end < 0 || (end == int.MaxValue ? !answer.AsSpan(0, length).EndsWith("\r\n0\r\n\r\n"u8) : length < end));
        if (!answer.AsSpan().StartsWith("HTTP/1.1 200"u8))
            throw new InvalidOperationException($"{path}: {Encoding.UTF8.GetString(answer, 0, Math.Min(length, 300))}");
        return answer.AsMemory(0, length);
    }

    public void Dispose() => socket.Dispose();

    /// <summary>The body of an answer as text, its chunks joined.</summary>
    public static string BodyOf(ReadOnlySpan<byte> answer)
    {
        var head = answer.IndexOf("\r\n\r\n"u8);
        var body = answer[(head + 4)..];
        if (answer[..head].IndexOf("\r\nTransfer-Encoding: chunked"u8) < 0)
            return Encoding.UTF8.GetString(body);
        var whole = new List<byte>(body.Length);
        while (body.IndexOf("\r\n"u8) is var line and > 0)
        {
            var length = int.Parse(body[..line], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            whole.AddRange(body.Slice(line + 2, length));
            body = body[(line + 2 + length + 2)..];
        }

        return Encoding.UTF8.GetString([.. whole]);
    }

    /// <summary>Where the answer ends; -1 while the head is not whole, the greatest number where it comes in chunks.</summary>
    private static int EndOf(ReadOnlySpan<byte> read)
    {
        var head = read.IndexOf("\r\n\r\n"u8);
        if (head < 0)
            return -1;
        var name = "\r\nContent-Length: "u8;
        var at = read[..head].IndexOf(name);
        if (at < 0)
            return int.MaxValue;
        var digits = read[(at + name.Length)..];
        return head + 4 + int.Parse(digits[..digits.IndexOfAnyExceptInRange((byte)'0', (byte)'9')], CultureInfo.InvariantCulture);
    }
}
