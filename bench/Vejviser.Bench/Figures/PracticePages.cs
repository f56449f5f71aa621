using Microsoft.EntityFrameworkCore;
using Vejviser.Bench.Hosts;
using Vejviser.Bench.Load;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Plans;

namespace Vejviser.Bench.Figures;

/// <summary>The pages of practices and of those in them under 32 clients, with all practices running.</summary>
internal static class PracticePages
{
    /// <summary>The practice with the most people in it.</summary>
    private const string Big = "reception-plan";

    /// <summary>One for persons, with many in it.</summary>
    private const string Common = "gp-cooperation";

    public static async Task<IEnumerable<Figure>> RunAsync(string database, Settings settings, string? only = null)
    {
        var address = DatabaseAddress.Parse(database);
        var staff = (await Employee.InRoleAsync(address, "Modtagelse", settings.Clients / 2)).Concat(await Employee.InRoleAsync(address, "Leder", settings.Clients / 2)).ToList();
        await using var server = await ServerProcess.StartAsync(Peer.Product, database);
        var cookies = await ListPages.SignInAsync(server.Address, Enumerable.Range(0, settings.Clients).Select(i => staff[i % staff.Count]));
        var (people, plans) = await SamplesAsync(address, settings.Clients);
        var pages = new (string Name, Func<int, string> Path)[]
        {
            ("Practices", _ => "/practices"),
            ("Practice", _ => $"/practices/{Common}"),
            ("People of a practice, biggest", _ => $"/practices/{Big}/people"),
            ("People of a practice", _ => $"/practices/{Common}/people"),
            ("People of a practice, ended", _ => $"/practices/{Common}/people?show=ended"),
            ("Person", i => $"/people/{people[i]}"),
            ("Person's practices", i => $"/people/{people[i]}/practices"),
            ("Enrol", i => $"/people/{people[i]}/enrol"),
            ("Plan", i => $"/plans/{plans[i]}"),
            ("To whom a practice is offered", _ => $"/practices/{Common}/offer"),
            ("Offers", _ => "/offers"),
        };
        return await ListPages.AllAsync(server, settings, only, pages.Select(p => (p.Name, cookies, p.Path)));
    }

    private static async Task<(List<Guid> People, List<Guid> Plans)> SamplesAsync(DatabaseAddress address, int count)
    {
        await using var db = Databases.Open(address);
        var plans = await db.Plans.Where(p => p.PersonId != null && p.State == PlanState.Running).OrderBy(p => p.Id).Take(count).Select(p => new { p.Id, PersonId = p.PersonId!.Value }).ToListAsync();
        return ([.. plans.Select(p => p.PersonId)], [.. plans.Select(p => p.Id)]);
    }
}
