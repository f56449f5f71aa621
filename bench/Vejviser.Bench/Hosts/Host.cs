using System.Diagnostics;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using Vejviser.Core.Data;
using Vejviser.Web.Hosting;

namespace Vejviser.Bench.Hosts;

/// <summary>Who answers.</summary>
internal enum Peer
{
    /// <summary>The product: sign-in, permission, durable read-audit, full page.</summary>
    Product = 1,

    /// <summary>The limit: the same SQL, prepared, and one durable insert of its own for each request.</summary>
    Bare,

    /// <summary>A harder limit: as <see cref="Bare"/>, but waiting inserts share a flush, as the product's do.</summary>
    BareGrouped,

    /// <summary>The page as it is mostly written: tracked entities and SaveChanges.</summary>
    PlainEf,
}

/// <summary>What a server says of the time since it was last asked to begin anew.</summary>
/// <param name="CpuSeconds">Of the server's own process: of SQLite, but not of PostgreSQL.</param>
internal sealed record ServerReport(TimesInMilliseconds Times, double CpuSeconds);

/// <summary>A server in a process of its own: prints its address, then answers lines on standard input until it closes.</summary>
internal static class Host
{
    public static async Task<int> RunAsync(Peer peer, DatabaseAddress address)
    {
        string[] urls = ["--urls", "http://127.0.0.1:0"];
        // What the server does by itself every half hour or hour would fall on whichever page is measured first. All sign in within a second here, and from one address.
        string[] quiet = [.. urls, "--Gatherings:EveryMinutes=0", "--Hosts:EveryMinutes=0", "--Measures:EveryMinutes=0", "--SignIn:TriesPerMinute=100000"];
        using var times = new ServerTimes();
        await using var app = peer switch
        {
            Peer.Product => VejviserHost.Build(address, quiet, b =>
            {
                b.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(new BenchClock()));
                // Standard output is for the answers to whoever leads this process.
                b.Services.Configure<ConsoleLoggerOptions>(o => o.LogToStandardErrorThreshold = LogLevel.Trace);
            }),
            Peer.PlainEf => PlainEfPeer.Build(address, urls),
            _ => BarePeer.Build(address, urls, isGrouped: peer == Peer.BareGrouped),
        };
        await app.StartAsync();
        Console.WriteLine(app.Urls.First());
        var cpu = Process.GetCurrentProcess().TotalProcessorTime;
        while (await Console.In.ReadLineAsync() is { } line)
        {
            if (line == "reset")
            {
                times.Reset();
                cpu = Process.GetCurrentProcess().TotalProcessorTime;
                Console.WriteLine("{}");
            }
            else
            {
                Console.WriteLine(JsonSerializer.Serialize(new ServerReport(times.Read(), (Process.GetCurrentProcess().TotalProcessorTime - cpu).TotalSeconds)));
            }
        }

        await app.StopAsync();
        return 0;
    }
}
