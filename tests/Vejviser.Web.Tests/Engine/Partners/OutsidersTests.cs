using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Pairs;
using Vejviser.Core.Foundation.People;
using Vejviser.Testing;
using Vejviser.Web.Tests.Engine.Newcomer;

namespace Vejviser.Web.Tests.Engine.Partners;

/// <summary>
/// A partner's user and a newcomer try every address of the route table with the ids of somebody else, reading and sending: neither sees anybody who is not theirs.
/// </summary>
public sealed partial class OutsidersTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Newcomer_EveryAddressWithOthersIds_SeesNobodyElse()
    {
        await using var world = await NewcomerWorld.CreateAsync();
        await TryAsync(world, await world.SignInAsync(), "my/");
    }

    [Fact]
    public async Task Partner_EveryAddressWithOthersIds_SeesNobodyElse()
    {
        await using var world = await NewcomerWorld.CreateAsync();
        await TryAsync(world, await world.App.SignInAsync("lone.krag@frivilligcenter.example"), "partner", "account", "help", "sign-out", "{**");
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Partner_FrontPage_IsItsOwn(DatabaseKind kind)
    {
        await using var world = await NewcomerWorld.CreateAsync(kind);
        var lone = await world.App.SignInAsync("lone.krag@frivilligcenter.example");
        Assert.Equal("/partner", (await lone.GetAsync("/")).Location);
        var page = await lone.GetAsync("/partner");
        var waiting = page.Page.QuerySelectorAll<IHtmlFormElement>("main form").First();
        waiting.SetAttribute("action", "/partner");
        Assert.Equal("Det er noteret, at I har det.", (await lone.SubmitAndFollowAsync(waiting, ("done", "false"))).Told);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Partner_GivenATask_SeesItsNameAndDeadlineAndFinishesIt(DatabaseKind kind)
    {
        await using var world = await NewcomerWorld.CreateAsync(kind);
        Guid task;
        // Of the household or of the one who has agreed to be contacted by volunteers: no other does the association see.
        await using (var db = world.App.Open())
            task = await db.PlanTasks.Where(t => t.State == Core.Engine.Plans.TaskState.Open && t.HouseholdId == world.Me.HouseholdId && (t.PersonId == null || t.PersonId == world.Me.Id)).OrderBy(t => t.Due).Select(t => t.Id).FirstAsync(Cancel);
        var lone = await world.App.AccountAsync("lone.krag@frivilligcenter.example");
        var mette = await world.App.SignInAsync("mette.holm@havneby.example");
        await mette.SubmitAsync((await mette.GetAsync($"/tasks/{task}/owner")).Form(), ("Owner", $"a:{lone.Id}"));

        var visitor = await world.App.SignInAsync("lone.krag@frivilligcenter.example");
        Assert.Contains($"/partner/tasks/{task}", (await visitor.GetAsync("/partner")).Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync($"/partner/tasks/{task}")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.GetAsync($"/people/{world.Me.Id}")).Status);
    }

    /// <param name="open">Beginnings of the routes that are the visitor's own; all others must turn them away.</param>
    private static async Task TryAsync(NewcomerWorld world, Visitor visitor, params string[] open)
    {
        await using var db = world.App.Open();
        var others = await db.People.AsNoTracking().Where(p => p.HouseholdId != world.Me.HouseholdId).OrderBy(p => p.CaseRef).Take(40).ToListAsync(Cancel);
        var ids = await OthersIdsAsync(world, others[0]);
        var names = others.Select(p => $"{p.GivenName} {p.FamilyName}").ToHashSet(StringComparer.Ordinal);
        names.Remove($"{world.Me.GivenName} {world.Me.FamilyName}");
        // Who is paired with one of the association's volunteers is the association's to know, and one of them is in the demo.
        if (open.Contains("partner"))
            names.ExceptWith(await PairedAsync(db));
        var addresses = world.App.Host.Services.GetRequiredService<IEnumerable<EndpointDataSource>>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<StaticAssetDescriptor>() is null).Select(e => e.RoutePattern.RawText!.TrimStart('/')).Distinct(StringComparer.Ordinal).ToList();
        Assert.True(addresses.Count > 60, $"Only {addresses.Count} addresses: the walk is broken.");
        // Signing out would end the walk.
        foreach (var route in addresses.Where(r => !r.EndsWith("sign-out", StringComparison.Ordinal)))
        {
            foreach (var id in ids)
            {
                var path = "/" + Parameter.Replace(route, _ => id.ToString());
                var read = await visitor.GetAsync(path);
                using var form = new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal) { ["id"] = id.ToString(), ["offer"] = id.ToString(), ["consent"] = id.ToString(), ["handover"] = id.ToString(), ["done"] = "true", ["said"] = "Yes" });
                var sent = await visitor.Client.PostAsync(path, form, Cancel);
                var body = read.Body + await sent.Content.ReadAsStringAsync(Cancel);
                Assert.DoesNotContain(names, n => body.Contains(n, StringComparison.Ordinal));
                if (!Array.Exists(open, o => route.StartsWith(o, StringComparison.Ordinal)) && !IsOpenToAll(route))
                    Assert.True(read.Status is HttpStatusCode.Forbidden or HttpStatusCode.NotFound or HttpStatusCode.BadRequest || read.IsRedirect, $"{path} answers {read.Status}.");
                if (!route.Contains('{', StringComparison.Ordinal))
                    break;
            }
        }
    }

    private static async Task<List<string>> PairedAsync(VejviserDb db) =>
        await (from pair in db.VolunteerPairs
               where pair.State == PairState.Agreed
               join plan in db.Plans on pair.PlanId equals plan.Id
               join person in db.People on plan.PersonId equals person.Id
               select person.GivenName + " " + person.FamilyName).ToListAsync(Cancel);

    private static bool IsOpenToAll(string route) => route.StartsWith("sign-in", StringComparison.Ordinal) || route.StartsWith("my/sign-in", StringComparison.Ordinal) || route.StartsWith("my/sign-out", StringComparison.Ordinal)
        || route.StartsWith("become-a-host", StringComparison.Ordinal) || route.StartsWith("host/sign-in", StringComparison.Ordinal) || route is "accessibility" or "language" or "my/language" || route.StartsWith("health/", StringComparison.Ordinal) || route.StartsWith("error/", StringComparison.Ordinal);

    private static async Task<IReadOnlyList<Guid>> OthersIdsAsync(NewcomerWorld world, Person other)
    {
        await using var db = world.App.Open();
        var ids = new List<Guid> { other.Id, other.HouseholdId };
        ids.AddRange(await db.PlanTasks.Where(t => t.HouseholdId == other.HouseholdId).Select(t => t.Id).Take(1).ToListAsync(Cancel));
        ids.AddRange(await db.Plans.Where(t => t.HouseholdId == other.HouseholdId).Select(t => t.Id).Take(1).ToListAsync(Cancel));
        ids.AddRange(await db.Offers.Where(o => o.HouseholdId != world.Me.HouseholdId).Select(o => o.Id).Take(1).ToListAsync(Cancel));
        ids.AddRange(await db.Messages.Select(m => m.Id).Take(1).ToListAsync(Cancel));
        ids.Add((await world.App.AccountAsync("birgit.storm@havneby.example")).Id);
        return ids;
    }

    [GeneratedRegex(@"\{[^}]*\}", RegexOptions.None, 1000)]
    private static partial Regex Parameter { get; }
}
