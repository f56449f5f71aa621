using System.Text.Json;
using Vejviser.Testing;
using Vejviser.Web.Tests.Engine.Plans;

namespace Vejviser.Web.Tests.Commands;

public sealed class CatalogueCommandTests
{
    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task List_OfADatabase_HasThirtyNineRowsAndWhatIsAdopted(DatabaseKind kind)
    {
        await using var app = await VejviserApp.StartAsync(kind);
        await app.AdoptAsync();
        var run = await CommandRun.RunAsync(["catalogue", "list", "--json", "--database", app.Database.Database]);
        Assert.Equal((0, ""), (run.Code, run.Error));
        var rows = JsonDocument.Parse(run.Output).RootElement.EnumerateArray().ToList();
        Assert.Equal(39, rows.Count);
        var plan = rows.Single(r => r.GetProperty("id").GetString() == "reception-plan");
        Assert.Equal(("reception", "Modtageplan", 13, 1, 1), (plan.GetProperty("chapter").GetString(), plan.GetProperty("title").GetString(), plan.GetProperty("page").GetInt32(), plan.GetProperty("version").GetInt32(), plan.GetProperty("adopted").GetInt32()));
        Assert.Equal(38, rows.Count(r => r.GetProperty("adopted").ValueKind == JsonValueKind.Null));
    }

    [Fact]
    public async Task Show_WithoutADatabase_IsTheCataloguesOwn()
    {
        var run = await CommandRun.RunAsync(["catalogue", "show", "business-mentors", "--json", "--lang", "en", "--database", "no-such-file.db"]);
        Assert.Equal((0, ""), (run.Code, run.Error));
        var shown = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal(("person", 14), (shown.GetProperty("for").GetString(), shown.GetProperty("steps").GetArrayLength()));
        Assert.Equal("months: 4, from: first-meeting, roll: next", shown.GetProperty("steps").EnumerateArray().Single(s => s.GetProperty("id").GetString() == "final-talk").GetProperty("due").GetString());
        Assert.DoesNotContain("{setting", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Show_UnknownPractice_IsSaidWithTwo()
    {
        var run = await CommandRun.RunAsync(["catalogue", "show", "no-such-practice", "--json", "--database", "no-such-file.db"]);
        Assert.Equal((2, ""), (run.Code, run.Output));
        Assert.Contains("no-such-practice", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Run", "Full")]
    public async Task Preview_EveryPractice_DatesEveryStepFromItsAnchors()
    {
        var list = JsonDocument.Parse((await CommandRun.RunAsync(["catalogue", "list", "--json", "--database", "no-such-file.db"])).Output).RootElement;
        var catalogue = Core.Engine.Catalogue.PracticeCatalogue.Load(Path.Combine(AppContext.BaseDirectory, "catalogue"));
        foreach (var id in list.EnumerateArray().Select(r => r.GetProperty("id").GetString()!))
        {
            var anchors = catalogue.Find(id)!.Anchors;
            var run = await CommandRun.RunAsync(["plan", "preview", id, .. anchors.SelectMany(a => new[] { "--anchor", $"{a.Id}=2026-03-02" }), "--json"]);
            Assert.Equal((0, ""), (run.Code, run.Error));
            var steps = JsonDocument.Parse(run.Output).RootElement.EnumerateArray().ToList();
            Assert.True(steps.Count >= 6, $"{id}: {steps.Count} steps");
            Assert.All(steps, s => Assert.NotEqual(JsonValueKind.Null, s.GetProperty("due").ValueKind));
        }
    }
}
