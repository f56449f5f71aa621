using Microsoft.EntityFrameworkCore;
using Vejviser.Bench.Hosts;
using Vejviser.Bench.Load;
using Vejviser.Core.Data;

namespace Vejviser.Bench.Figures;

/// <summary>The pages of homes under 32 clients, each of which leads a team.</summary>
internal static class HousingPages
{
    public static async Task<IEnumerable<Figure>> RunAsync(string database, Settings settings, string? only = null)
    {
        var address = DatabaseAddress.Parse(database);
        var leaders = await Employee.InRoleAsync(address, "Leder", settings.Clients);
        await using var server = await ServerProcess.StartAsync(Peer.Product, database);
        var cookies = await ListPages.SignInAsync(server.Address, leaders);
        var (meeting, needs, homes) = await SamplesAsync(address, cookies.Count);
        var pages = new (string Name, Func<int, string> Path)[]
        {
            ("Homes", _ => "/housing?state=Vacant"),
            ("Homes, all", _ => "/housing"),
            ("Home", i => $"/housing/homes/{homes[i]}"),
            ("Estates", _ => "/housing/estates"),
            ("Who waits", _ => "/housing/needs"),
            ("Need of a household", i => $"/housing/needs/{needs[i % needs.Count]}"),
            ("Allocations", _ => "/housing/allocation"),
            ("Allocation meeting", _ => $"/housing/allocation/{meeting}"),
            ("Policy", _ => "/housing/policy"),
            ("Nominations", _ => "/housing/nominations"),
            ("Move-ins", _ => "/housing/move-ins"),
            ("Agreements", _ => "/housing/agreements"),
            ("Cases", _ => "/housing/cases"),
            ("Hosts", _ => "/housing/hosts"),
            ("Fairness", _ => "/housing/fairness"),
        };
        return await ListPages.AllAsync(server, settings, only, pages.Select(p => (p.Name, cookies, p.Path)));
    }

    private static async Task<(Guid Meeting, List<Guid> Needs, List<Guid> Homes)> SamplesAsync(DatabaseAddress address, int count)
    {
        await using var db = Databases.Open(address);
        return (
            await db.AllocationMeetings.Where(m => m.DecidedAt == null).Select(m => m.Id).SingleAsync(), await db.HousingNeeds.Where(n => n.IsWaiting).OrderBy(n => n.HouseholdId).Select(n => n.HouseholdId).ToListAsync(),
            await db.Dwellings.OrderBy(d => d.Address).Take(count).Select(d => d.Id).ToListAsync());
    }
}
