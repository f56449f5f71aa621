using Microsoft.EntityFrameworkCore;
using Vejviser.Bench.Hosts;
using Vejviser.Bench.Load;
using Vejviser.Core.Data;

namespace Vejviser.Bench.Figures;

/// <summary>
/// Every list page under 32 clients: in a closed loop that asks again at once, and as 500 busy employees would ask. The server's own times count.
/// </summary>
internal static class ListPages
{
    private const double MostMilliseconds = 50;

    /// <summary>32 clients asking four times a second in the mean, each when it likes: 500 employees who each open a page every four seconds.</summary>
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(250);

    public static async Task<IEnumerable<Figure>> RunAsync(string database, Settings settings, string? only = null)
    {
        var address = DatabaseAddress.Parse(database);
        var employees = (await Employee.BusyAsync(address, settings.Clients / 2)).Concat(await Employee.InRoleAsync(address, "Leder", settings.Clients / 2)).ToList();
        var leaders = await Employee.InRoleAsync(address, "Leder", settings.Clients);
        await using var server = await ServerProcess.StartAsync(Peer.Product, database);
        var staffCookies = await SignInAsync(server.Address, employees);
        var leaderCookies = await SignInAsync(server.Address, leaders);
        var households = await HouseholdsAsync(address, employees);
        return await AllAsync(server, settings, only, new (string, List<string>, Func<int, string>)[]
        {
            ("My work", staffCookies, _ => "/"),
            ("Arrivals", staffCookies, _ => "/arrivals"),
            ("Job-ready", staffCookies, _ => "/job-ready"),
            ("Managers", leaderCookies, _ => "/managers"),
            ("People, found by name", staffCookies, _ => "/people?q=haddad"),
            ("Household", staffCookies, i => $"/households/{households[i]}"),
        });
    }

    /// <param name="only">Only the pages whose name begins so; null for all.</param>
    internal static async Task<IEnumerable<Figure>> AllAsync(ServerProcess server, Settings settings, string? only, IEnumerable<(string Name, List<string> Cookies, Func<int, string> Path)> pages)
    {
        var figures = new List<Figure>();
        foreach (var (name, cookies, path) in pages)
        {
            if (only is null || name.StartsWith(only, StringComparison.OrdinalIgnoreCase))
                figures.AddRange(await PageAsync(server, settings, name, cookies, path));
        }

        return figures;
    }

    /// <param name="path">For each client its own address.</param>
    private static async Task<IEnumerable<Figure>> PageAsync(ServerProcess server, Settings settings, string name, List<string> cookies, Func<int, string> path)
    {
        var clients = cookies.Select((cookie, i) => new Client(server.Address, path(i), cookie)).ToList();
        try
        {
            foreach (var client in clients)
            {
                await client.ConnectAsync();
                await client.AskAsync();
            }

            await Round.RunAsync(server, clients, settings.Warmup);
            var busy = await Round.RunAsync(server, clients, settings.Round);
            var paced = await Round.RunAsync(server, clients, settings.Round, Pace);
            return [Times($"{name}, asking at once", busy, MostMilliseconds), Times($"{name}, as 500 employees", paced, null)];
        }
        catch (InvalidOperationException e)
        {
            return [new Figure(name, $"not measured: {e.Message.Split('\n')[0]}", $"p95 ≤ {MostMilliseconds} ms", false)];
        }
        finally
        {
            clients.ForEach(c => c.Dispose());
        }
    }

    private static Figure Times(string name, Round round, double? most) => new(
        name, $"{round.PerSecond,6:0} req/s, server p50 {round.Server.P50,5:0.0} p95 {round.Server.P95,5:0.0} p99 {round.Server.P99,5:0.0} ms, client p95 {round.Browser.P95,5:0.0} ms, {round.CpuMilliseconds:0.00} ms CPU",
        most is null ? "" : $"p95 ≤ {most} ms", most is null ? null : round.Server.P95 <= most);

    internal static async Task<List<string>> SignInAsync(Uri server, IEnumerable<Employee> employees)
    {
        var cookies = new List<string>();
        foreach (var employee in employees)
            cookies.Add(await employee.SignInAsync(server));
        return cookies;
    }

    /// <summary>For each employee a household they work with; a leader without tasks of their own sees them all.</summary>
    private static async Task<List<Guid>> HouseholdsAsync(DatabaseAddress address, List<Employee> employees)
    {
        await using var db = Databases.Open(address);
        var found = new List<Guid>();
        foreach (var employee in employees)
        {
            var own = await db.PlanTasks.Where(t => t.OwnerAccountId == employee.Id).OrderByDescending(t => t.Id).Select(t => (Guid?)t.HouseholdId).FirstOrDefaultAsync();
            found.Add(own ?? await db.Households.OrderBy(h => h.Id).Skip(found.Count).Select(h => h.Id).FirstAsync());
        }

        return found;
    }
}
