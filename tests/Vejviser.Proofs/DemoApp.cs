using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vejviser.Core.Chapters.Transition.Allocations;
using Vejviser.Core.Data.Seeding;
using Vejviser.Core.Engine.Catalogue.Own;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Testing;
using Vejviser.Web.Tests;

namespace Vejviser.Proofs;

/// <summary>The product with the demo municipality's people in it, as <c>./run</c> shows it; on one day, whatever the day of the test.</summary>
public sealed class DemoApp : IAsyncDisposable
{
    private static readonly DateTimeOffset Day = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    private readonly VejviserApp app;

    private DemoApp(VejviserApp app) => this.app = app;

    public string Address => app.Address.ToString().TrimEnd('/');

    public WebApplication Host => app.Host;

    public static async Task<DemoApp> StartAsync(DatabaseKind kind = DatabaseKind.Sqlite)
    {
        var app = await VejviserApp.StartAsync(kind, start: Day);
        await ActivatorUtilities.CreateInstance<DemoArrivals>(app.Host.Services).SeedAsync(Path.Combine(AppContext.BaseDirectory, "reference"), TestContext.Current.CancellationToken);
        return new DemoApp(app);
    }

    /// <summary>Something to look at for each kind of id in an address.</summary>
    public async Task<Samples> SamplesAsync()
    {
        await using var db = app.Open();
        var cancel = TestContext.Current.CancellationToken;
        var household = await db.Households.Where(h => h.ArrivalDate != null && h.HasArrived).OrderBy(h => h.Reference).Select(h => h.Id).FirstAsync(cancel);
        var person = await db.People.Where(p => p.HouseholdId == household).OrderBy(p => p.CaseRef).Select(p => p.Id).FirstAsync(cancel);
        var plan = await db.Plans.Where(p => p.HouseholdId == household).Select(p => p.Id).FirstAsync(cancel);
        var task = await db.PlanTasks.Where(t => t.PlanId == plan).OrderBy(t => t.Order).Select(t => t.Id).FirstAsync(cancel);
        var account = (await app.AccountAsync("jonas.krogh@havneby.example")).Id;
        var unit = await db.Units.OrderBy(u => u.Name).Select(u => u.Id).FirstAsync(cancel);
        var role = await db.AccessRoles.OrderBy(r => r.Name).Select(r => r.Id).FirstAsync(cancel);
        var asked = await db.Households.Where(h => h.TakeoverDate == null && h.AllocationDate!.Value.Day == 1).OrderBy(h => h.Reference).Select(h => h.Id).FirstAsync(cancel);
        var file = await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "reference", "allocations-faulty.csv"), cancel);
        var upload = await new UploadAllocations(db, new ImportSettings()).RunAsync(
            new UploadAllocationsInput("allocations-faulty.csv", file), new AuditContext(account, "import.upload", Day.UtcDateTime), cancel);
        return new Samples(new(StringComparer.Ordinal)
        {
            ["/households"] = household.ToString(), ["/people"] = person.ToString(), ["/plans"] = plan.ToString(), ["/tasks"] = task.ToString(),
            ["{practice}"] = "reception-plan", ["/practices/{practice}/adopt"] = "fast-track", ["/practices/{practice}/edit"] = await OwnPracticeAsync(),
            ["{anchor}"] = "arrival", ["{number:int}"] = "1", ["/organisation/partners"] = "new",
            ["/households/{id:guid}/takeover"] = asked.ToString(), ["/access/accounts"] = account.ToString(), ["/access/roles"] = role.ToString(),
            ["/organisation/units"] = unit.ToString(), ["/error"] = "404", ["/import"] = upload.Value.ToString(),
        });
    }

    /// <summary>A practice of Havneby's own, the least that one is.</summary>
    private async Task<string> OwnPracticeAsync()
    {
        var words = new DraftWords { Da = "Natteravne" };
        var draft = new PracticeDraft
        {
            Title = words, Summary = words, Chapter = "civil-society", Lead = "volunteer-coordinator", Contact = "contact-person", DecidedBy = "contact-person", Phases = [new DraftNamed { Name = words }],
            Steps = [new DraftStep { Name = words, How = words, Owner = "contact-person", Amount = new DraftFigure { Number = "1" } }], Meetings = [new DraftMeeting { Name = words, About = words, With = "contact-person", Amount = new DraftFigure { Number = "1" } }],
            Reasons = [new DraftNamed { Name = words }], Measures = [new DraftMeasure()], CitizenTitle = words, CitizenWhat = words, CitizenChoice = words,
        };
        await using var scope = app.Host.Services.CreateAsyncScope();
        var written = await scope.ServiceProvider.GetRequiredService<WriteOwnPractice>().RunAsync(new WriteOwnPracticeInput(draft), new AuditContext(null, "practices.write-own", Day.UtcDateTime), TestContext.Current.CancellationToken);
        return written.Value.Practice;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}

/// <summary>Fills the parameters of routes: by the parameter's own name, else by the place the route is in.</summary>
public sealed class Samples(Dictionary<string, string> byName)
{
    /// <exception cref="KeyNotFoundException">The route has a parameter nobody has a sample for: give it one.</exception>
    public string Fill(string route)
    {
        var at = route.IndexOf('{', StringComparison.Ordinal);
        if (at < 0)
            return route;
        var end = route.IndexOf('}', at);
        var parameter = route[at..(end + 1)];
        var place = byName.Keys.Where(k => k == parameter || k == route || route.StartsWith(k + "/", StringComparison.Ordinal)).MaxBy(k => k == route ? int.MaxValue : k == parameter ? int.MaxValue - 1 : k.Length)
            ?? throw new KeyNotFoundException($"No sample for {parameter} of {route}.");
        return Fill(route[..at] + byName[place] + route[(end + 1)..]);
    }
}
