using Vejviser.Bench.Hosts;
using Vejviser.Bench.Load;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Plans.Lists;

namespace Vejviser.Bench.Figures;

/// <summary>My work beside its limits and its plain sibling: rounds in turn, each peer in a process of its own, on one database.</summary>
internal static class WorkPage
{
    private const double LeastShare = 0.8;

    public static async Task<IEnumerable<Figure>> RunAsync(string database, IEnumerable<Peer> peers, Settings settings)
    {
        var employees = await Employee.BusyAsync(DatabaseAddress.Parse(database), settings.Clients);
        var running = new List<Running>();
        try
        {
            foreach (var peer in peers)
                running.Add(await Running.StartAsync(peer, database, employees));
            foreach (var one in running)
                await Round.RunAsync(one.Server, one.Clients, settings.Warmup);
            for (var i = 0; i < settings.Rounds; i++)
                foreach (var one in running)
                    one.Rounds.Add(await Round.RunAsync(one.Server, one.Clients, settings.Round));
        }
        finally
        {
            foreach (var one in running)
                await one.DisposeAsync();
        }

        return Figures(running.ToDictionary(r => r.Peer));
    }

    private static IEnumerable<Figure> Figures(Dictionary<Peer, Running> by)
    {
        foreach (var one in by.Values)
        {
            var median = Round.Median(one.Rounds);
            yield return new Figure(
                $"My work, {one.Peer}",
                $"{median.PerSecond,6:0} req/s ({one.Rounds.Min(r => r.PerSecond):0}–{one.Rounds.Max(r => r.PerSecond):0}), server p50 {median.Server.P50:0.0} p95 {median.Server.P95:0.0} p99 {median.Server.P99:0.0} ms, {median.CpuMilliseconds:0.00} ms CPU, {one.Bytes / 1024} KB");
        }

        foreach (var other in by.Keys.Where(p => p != Peer.Product && by.ContainsKey(Peer.Product)))
            yield return Share(by, other, other == Peer.Bare ? LeastShare : null);
    }

    /// <summary>The median of the rounds' own shares: what else the machine does in a minute touches both alike.</summary>
    private static Figure Share(Dictionary<Peer, Running> by, Peer of, double? least)
    {
        var shares = by[Peer.Product].Rounds.Zip(by[of].Rounds, (a, b) => a.PerSecond / b.PerSecond).Order().ToList();
        var median = shares[shares.Count / 2];
        return new Figure($"My work, Product / {of}", $"{median:0.00} ({shares[0]:0.00}–{shares[^1]:0.00})", least is null ? "" : $"≥ {least:0.0}", least is null ? null : median >= least);
    }

    /// <summary>A peer's server with its signed-in clients.</summary>
    private sealed class Running(Peer peer, ServerProcess server) : IAsyncDisposable
    {
        public Peer Peer => peer;

        public ServerProcess Server => server;

        public List<Client> Clients { get; } = [];

        public List<Round> Rounds { get; } = [];

        public int Bytes { get; private set; }

        public static async Task<Running> StartAsync(Peer peer, string database, List<Employee> employees)
        {
            var running = new Running(peer, await ServerProcess.StartAsync(peer, database));
            foreach (var employee in employees)
            {
                var client = peer == Peer.Product
                    ? new Client(running.Server.Address, "/", await employee.SignInAsync(running.Server.Address))
                    : new Client(running.Server.Address, $"/?who={employee.Id}", null);
                await client.ConnectAsync();
                running.Clients.Add(client);
                running.Check(await client.AskAsync());
            }

            return running;
        }

        public async ValueTask DisposeAsync()
        {
            Clients.ForEach(c => c.Dispose());
            await server.DisposeAsync();
        }

        /// <summary>A figure is worth nothing where the page is not the page.</summary>
        private void Check(ReadOnlyMemory<byte> answer)
        {
            Bytes = answer.Length;
            var rows = Client.BodyOf(answer.Span).Split("class=\"work-row\"").Length - 1;
            if (rows != WorkSql.PageSize)
                throw new InvalidOperationException($"{peer} shows {rows} rows.");
        }
    }
}
