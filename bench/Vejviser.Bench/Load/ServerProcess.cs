using System.Diagnostics;
using System.Text.Json;
using Vejviser.Bench.Hosts;

namespace Vejviser.Bench.Load;

/// <summary>A peer running in a process of its own; disposing stops it.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private readonly Process process;

    private ServerProcess(Process process, Uri address) => (this.process, Address) = (process, address);

    public Uri Address { get; }

    public static async Task<ServerProcess> StartAsync(Peer peer, string database)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false };
        if (Path.GetFileNameWithoutExtension(start.FileName) == "dotnet")
            start.ArgumentList.Add(typeof(ServerProcess).Assembly.Location);
        foreach (var argument in new[] { "host", "--peer", peer.ToString(), "--database", database })
            start.ArgumentList.Add(argument);
        var process = Process.Start(start)!;
        var address = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException($"{peer} did not start.");
        return new ServerProcess(process, new Uri(address));
    }

    public Task ResetAsync() => AskAsync("reset");

    public async Task<ServerReport> ReportAsync() => JsonSerializer.Deserialize<ServerReport>(await AskAsync("report"))!;

    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private async Task<string> AskAsync(string line)
    {
        await process.StandardInput.WriteLineAsync(line);
        await process.StandardInput.FlushAsync();
        return await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The server has gone.");
    }
}
