using System.Text.Json;
using Vejviser.Cli;
using Vejviser.Testing;
using Vejviser.Web.Tests.Engine.Plans;

namespace Vejviser.Web.Tests.Commands;

public sealed class PlanCommandTests
{
    [Fact]
    public async Task Preview_Arrival_GivesEveryStepWithItsDate()
    {
        var (code, output, error) = await RunAsync("plan preview reception-plan --anchor arrival=2026-03-02 --anchor takeover=2026-03-02 --json");
        Assert.Equal((0, ""), (code, error));
        var steps = JsonDocument.Parse(output).RootElement.EnumerateArray().ToDictionary(s => s.GetProperty("step").GetString()!);
        Assert.True(steps.Count >= 60);
        Assert.Equal("2026-03-02", steps["keys-and-home"].GetProperty("due").GetString());
        Assert.Equal("2026-03-20", steps["job-ready-check"].GetProperty("due").GetString());
        Assert.Equal(["job-ready"], steps["bank-account"].GetProperty("blocks").EnumerateArray().Select(b => b.GetString()));
        Assert.Equal(JsonValueKind.Null, steps["open-case"].GetProperty("due").ValueKind);
        Assert.False(steps.ContainsKey("nem-id"));
    }

    [Fact]
    public async Task Preview_AsOfTheCataloguesTime_HasThatTimesSteps()
    {
        var (_, output, _) = await RunAsync("plan preview reception-plan --anchor arrival=2026-03-02 --as-of 2016-02-01 --json");
        var steps = JsonDocument.Parse(output).RootElement.EnumerateArray().Select(s => s.GetProperty("step").GetString()).ToList();
        Assert.Contains("nem-id", steps);
        Assert.DoesNotContain("mit-id", steps);
    }

    [Theory]
    [InlineData("plan preview no-such-practice --json")]
    [InlineData("plan preview reception-plan --anchor birthday=2026-03-02 --json")]
    [InlineData("plan preview reception-plan --anchor arrival=2026-02-30 --json")]
    [InlineData("plan preview reception-plan --anchor arrival --json")]
    [InlineData("plan preview reception-plan --anchor arrival=2026-03-02 --as-of tomorrow --json")]
    [InlineData("plan preview")]
    [InlineData("plan move H1 --anchor arrival=2026-03-02 --database no-such-file.db --json")]
    public async Task WrongUse_IsSaidOnStandardErrorWithTwo(string line)
    {
        var (code, output, error) = await RunAsync(line);
        Assert.Equal((2, ""), (code, output));
        Assert.NotEmpty(error);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Move_DryRunThenReally_TellsTheSameAndMovesOnce(DatabaseKind kind)
    {
        await using var app = await VejviserApp.StartAsync(kind);
        var (_, plan) = await app.RunningAsync();
        string[] move = ["plan", "move", "H2026-900001", "--anchor", "arrival=2026-03-23", "--database", app.Database.Database, "--json"];

        var (dryCode, dry, dryError) = await RunAsync([.. move, "--dry-run"]);
        Assert.Equal((0, ""), (dryCode, dryError));
        Assert.Equal(new DateOnly(2026, 3, 9), (await app.TaskAsync(plan, "keys-and-home")).Due);
        var (code, output, _) = await RunAsync(move);

        Assert.Equal(0, code);
        Assert.Equal(new DateOnly(2026, 3, 23), (await app.TaskAsync(plan, "keys-and-home")).Due);
        var moved = JsonDocument.Parse(output).RootElement.GetProperty("moved").EnumerateArray().Single(m => m.GetProperty("step").GetString() == "keys-and-home");
        Assert.Equal(("2026-03-09", "2026-03-23"), (moved.GetProperty("from").GetString(), moved.GetProperty("to").GetString()));
        Assert.Equal(JsonDocument.Parse(dry).RootElement.GetProperty("moved").GetArrayLength(), JsonDocument.Parse(output).RootElement.GetProperty("moved").GetArrayLength());
        Assert.All(JsonDocument.Parse(output).RootElement.GetProperty("kept").EnumerateArray(), k => Assert.NotEmpty(k.GetProperty("why").GetString()!));
        Assert.Equal(2, (await RunAsync(["plan", "move", "H0", "--anchor", "arrival=2026-03-23", "--database", app.Database.Database])).Code);
        Assert.Equal(2, (await RunAsync(["plan", "move", "H2026-900001", "--anchor", "birthday=2026-03-23", "--database", app.Database.Database])).Code);
    }

    private static Task<(int Code, string Output, string Error)> RunAsync(string line) => RunAsync(line.Split(' '));

    private static async Task<(int Code, string Output, string Error)> RunAsync(string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await CommandLine.RunAsync(args, TextReader.Null, output, error);
        return (code, output.ToString(), error.ToString());
    }
}
