using System.Text.Json;
using System.Text.RegularExpressions;
using Vejviser.Core.Foundation.Common;
using Vejviser.Testing;

namespace Vejviser.Web.Tests.Commands;

public sealed partial class MatchCommandTests
{
    private static readonly string Homes = Path.Combine(Repository.Root, "reference/homes.json");

    [Fact]
    public async Task Solve_Homes_PlacesPinnedAndProvesTheOptimum()
    {
        var (code, output, error) = await CommandRun.RunAsync(["match", "solve", Homes, "--json"]);

        Assert.Equal((0, ""), (code, error));
        var answer = JsonDocument.Parse(output).RootElement;
        Assert.Equal("optimal", answer.GetProperty("status").GetString());
        Assert.Equal((12, 12, 0), (answer.GetProperty("score").GetDouble(), answer.GetProperty("bound").GetDouble(), answer.GetProperty("gap").GetDouble()));
        Assert.True(answer.GetProperty("placements").EnumerateArray().Single(p => p.GetProperty("seeker").GetString() == "H-2").GetProperty("pinned").GetBoolean());
        Assert.Equal("no-room", answer.GetProperty("unplaced")[0].GetProperty("reason").GetString());
    }

    [Fact]
    public async Task Solve_TooFewHomes_Exits3AndNamesTheRules()
    {
        var (code, output, _) = await CommandRun.RunAsync(["match", "solve", Path.Combine(Repository.Root, "reference/homes-too-few.json"), "--json", "--lang", "en"]);

        Assert.Equal(3, code);
        var conflict = JsonDocument.Parse(output).RootElement.GetProperty("conflict").EnumerateArray().Select(r => r.GetProperty("text").GetString()!).ToArray();
        Assert.Contains("Nordgade 4 has room for 6 beds", conflict);
        Assert.DoesNotContain(conflict, text => text.Contains("H-7", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ImportGap_ThenSolve_GivesTheKnownOptimumAndWritesIt()
    {
        var folder = Directory.CreateTempSubdirectory("vejviser-match-").FullName;
        var (problem, answer) = (Path.Combine(folder, "problem.json"), Path.Combine(folder, "answer.json"));
        var import = await CommandRun.RunAsync(["match", "import-gap", Path.Combine(Repository.Root, "bench/data/gap/gap1-0"), "--out", problem]);
        Assert.Equal(0, import.Code);

        var solve = await CommandRun.RunAsync(["match", "solve", problem, "--out", answer, "--json"]);

        Assert.Equal(0, solve.Code);
        Assert.Equal(261, JsonDocument.Parse(await File.ReadAllTextAsync(answer, TestContext.Current.CancellationToken)).RootElement.GetProperty("score").GetDouble());
    }

    [Theory]
    [InlineData("match solve no-such-file.json")]
    [InlineData("match solve {gap}")]
    [InlineData("match import-gap {homes}")]
    [InlineData("match solve {homes} --gap 2")]
    [InlineData("match solve {homes} --gap NaN")]
    [InlineData("match solve {homes} --seconds 0")]
    [InlineData("match solve")]
    public async Task Match_WrongLine_Exits2WithOneLine(string line)
    {
        var args = line.Split(' ').Select(a => a.Replace("{homes}", Homes, StringComparison.Ordinal)
            .Replace("{gap}", Path.Combine(Repository.Root, "bench/data/gap/gap1-0"), StringComparison.Ordinal)).ToArray();

        var (code, output, error) = await CommandRun.RunAsync([.. args, "--lang", "en"]);

        Assert.Equal((2, ""), (code, output));
        Assert.NotEmpty(error.Trim());
        Assert.DoesNotContain("match.", error, StringComparison.Ordinal);
    }

    /// <summary>In each, A stands for a seeker's id, here of a megabyte.</summary>
    [Theory]
    [InlineData("""{"sense":"minimize","dimensions":[],"seekers":[],"places":[],"options":[]}""", 0)]
    [InlineData("""{"sense":"minimize","dimensions":[],"seekers":[{"id":"A","optional":true}],"places":[],"options":[]}""", 0)]
    [InlineData("""{"sense":"minimize","dimensions":[],"seekers":[{"id":"A"}],"places":[],"options":[]}""", 3)]
    [InlineData("""{"sense":"minimize","dimensions":[],"seekers":[{"id":"A"}],"places":[{"id":"p","capacity":[]}],"options":[]}""", 3)]
    [InlineData("""{"sense":"minimize","dimensions":[],"seekers":[{"id":"A"},{"id":"A"}],"places":[],"options":[]}""", 2)]
    [InlineData("""{"sense":"minimize","dimensions":["beds"],"seekers":[{"id":"A"}],"places":[{"id":"p","capacity":[1]}],"options":[{"seeker":"A","place":"p","score":1,"load":[-1]}]}""", 2)]
    [InlineData("""{"sense":"minimize","dimensions":[],"seekers":[{"id":"A"}],"places":[{"id":"p","capacity":[]}],"options":[{"seeker":"A","place":"p","score":1e300}]}""", 2)]
    public async Task Solve_AtTheEdge_ExitsAsDocumentedAndNamesTheSeekerShort(string json, int expected)
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("vejviser-match-").FullName, "problem.json");
        await File.WriteAllTextAsync(path, json.Replace("\"A\"", $"\"{new string('A', 1_000_000)}\"", StringComparison.Ordinal), TestContext.Current.CancellationToken);

        var (code, output, error) = await CommandRun.RunAsync(["match", "solve", path, "--lang", "en"]);

        Assert.Equal(expected, code);
        if (expected == 0)
            return;
        var told = expected == 2 ? error : output;
        Assert.Contains(new string('A', 60), told, StringComparison.Ordinal);
        Assert.True(told.Length < 2000);
    }

    [Fact]
    public void Codes_OfTheKernel_HaveWordsInBothLanguages()
    {
        var texts = Texts.Load(Path.Combine(Repository.Root, "texts"));
        var folder = Path.Combine(Repository.Root, "src/Vejviser.Matching");
        string[] files = ["Assignment/ProblemCheck.cs", "Format/Fields.cs", "Format/ProblemReader.cs", "Format/GapImport.cs"];
        var codes = files.SelectMany(f => Code().Matches(File.ReadAllText(Path.Combine(folder, f)))).Select(m => m.Groups[1].Value).Distinct().ToArray();

        Assert.True(codes.Length > 20);
        Assert.Empty(from code in codes from language in Texts.Languages where !texts.Has(language, $"match.problem.{code}") select $"{language}: {code}");
    }

    [GeneratedRegex("\"([a-z]+(?:-[a-z]+)+)\"")]
    private static partial Regex Code();
}
