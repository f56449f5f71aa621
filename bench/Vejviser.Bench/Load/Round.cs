using System.Diagnostics;
using Vejviser.Bench.Hosts;

namespace Vejviser.Bench.Load;

/// <summary>What one round of the closed loop came to.</summary>
/// <param name="Browser">As the clients saw it, through the loopback.</param>
/// <param name="Server">As the server counted it.</param>
/// <param name="CpuMilliseconds">Of the server's process, for each request.</param>
internal sealed record Round(double PerSecond, TimesInMilliseconds Browser, TimesInMilliseconds Server, double CpuMilliseconds)
{
    public static async Task<Round> RunAsync(ServerProcess server, IReadOnlyList<Client> clients, TimeSpan time, TimeSpan? every = null)
    {
        await server.ResetAsync();
        var watch = Stopwatch.StartNew();
        var taken = (await Task.WhenAll(clients.Select((c, i) => Task.Run(() => c.RunAsync(time, every, i))))).SelectMany(t => t).ToList();
        var seconds = watch.Elapsed.TotalSeconds;
        var report = await server.ReportAsync();
        return new Round(taken.Count / seconds, TimesInMilliseconds.Of(taken), report.Times, report.CpuSeconds * 1000 / taken.Count);
    }

    /// <summary>The round in the middle, by requests a second.</summary>
    public static Round Median(IReadOnlyList<Round> rounds) => rounds.OrderBy(r => r.PerSecond).ElementAt(rounds.Count / 2);
}
