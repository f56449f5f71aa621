using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Audit;

namespace Vejviser.Bench.Hosts;

/// <summary>The limit: the same server and the same statements, and nothing else. Who reads stands in the address.</summary>
internal static class BarePeer
{
    public static WebApplication Build(DatabaseAddress address, string[] urls, bool isGrouped)
    {
        var builder = WebApplication.CreateSlimBuilder(urls);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        var app = builder.Build();
        IBareStore store = address.IsPostgres ? new PostgresBareStore(address.ConnectionString) : new SqliteBareStore(address.ConnectionString);
        var group = isGrouped ? new AuditGroup(store) : null;
        var clock = new BenchClock();
        var titles = Titles();
        app.MapGet("/", async (HttpContext http, Guid who) =>
        {
            var read = await store.ReadAsync(who, BenchClock.Today, titles);
            var audit = new BareAudit(clock.GetUtcNow().UtcDateTime, who, new ListRead(read.Households).ToJson());
            await (group?.WriteAsync(audit) ?? store.AuditAsync(audit));
            await AnswerAsync(http, BarePage.Write(Shell.Text, read.Rows, read.Counts, read.Teams, BenchClock.Today));
        });
        app.Lifetime.ApplicationStopped.Register(() => store.DisposeAsync().AsTask().Wait());
        return app;
    }

    /// <summary>Of the one practice that the big municipality runs: other practices have steps of the same name.</summary>
    public static Dictionary<string, string> Titles() => PracticeCatalogue.Load(Path.Combine(AppContext.BaseDirectory, "catalogue")).Find("reception-plan")!.TextsIn("da").Steps
        .ToDictionary(s => s.Key, s => s.Value.Title, StringComparer.Ordinal);

    public static async Task AnswerAsync(HttpContext http, byte[] html)
    {
        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.ContentLength = html.Length;
        await http.Response.Body.WriteAsync(html);
    }

    /// <summary>Those who wait at the same moment share one flush.</summary>
    private sealed class AuditGroup
    {
        private readonly Channel<BareAudit> waiting = Channel.CreateUnbounded<BareAudit>(new UnboundedChannelOptions { SingleReader = true });

        public AuditGroup(IBareStore store) => _ = Task.Run(async () =>
        {
            var together = new List<BareAudit>();
            while (await waiting.Reader.WaitToReadAsync())
            {
                while (waiting.Reader.TryRead(out var audit))
                    together.Add(audit);
                await store.AuditTogetherAsync(together);
                together.ForEach(a => a.Written.SetResult());
                together.Clear();
            }
        });

        public Task WriteAsync(BareAudit audit)
        {
            waiting.Writer.TryWrite(audit);
            return audit.Written.Task;
        }
    }
}
