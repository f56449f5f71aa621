using System.Text.RegularExpressions;
using Vejviser.Testing;

namespace Vejviser.Web.Tests.Commands;

/// <summary>
/// Replays the examples of the documentation: what stands under <c>$ ./vejviser …</c> is what the command prints. An example that
/// cannot be replayed (a server, another program's help) stands in a fence marked <c>text</c>.
/// </summary>
public sealed partial class DocumentedCommandTests
{
    /// <summary>Where the examples keep their files; each example has a folder of its own in its place.</summary>
    private const string ExampleFolder = "/var/backups/vejviser";

    /// <summary>Commands whose examples need a server or a terminal: only these may stand in a fence marked <c>text</c>.</summary>
    private static readonly string[] NotReplayed = ["serve", "demo"];

    public static TheoryData<string, string> Pages => new(
        from page in new[] { "docs/commands.md", "docs/law.md", "docs/operations.md" }
        let text = File.ReadAllText(Path.Combine(Repository.Root, page))
        from fence in Fence().Matches(text)
        where fence.Groups["mark"].Value != "text"
        from example in Examples(fence.Groups["body"].Value)
        select (page, example));

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Example_Replayed_PrintsWhatThePageShows(string page, string example)
    {
        Assert.SkipWhen(example.Contains("Host=", StringComparison.Ordinal) && TestDatabase.PostgresServer is null, "No PostgreSQL: ./test starts one.");
        var lines = example.Split('\n');
        var folder = Directory.CreateTempSubdirectory("vejviser-docs-").FullName;
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite, isDemo: true);
        File.Copy(database.Database, Path.Combine(folder, "havneby.db"));
        await CommandRun.RunAsync(["backup", Path.Combine(folder, "2026-11-22.backup"), "--database", database.Database]);
        var (input, args) = Parse(lines[0], folder);
        if (args.Contains("--database", StringComparer.Ordinal) is false && NeedsDatabase(args))
            args = [.. args, "--database", database.Database];

        var run = await CommandRun.RunAsync(args, input);

        var shown = (run.Output + run.Error).Replace(folder, ExampleFolder, StringComparison.Ordinal).TrimEnd() + (run.Code == 0 ? "" : $"\n(exit {run.Code})");
        var expected = string.Join('\n', lines[1..]).TrimEnd();
        Assert.True(expected == shown.Trim('\n'), $"{page}: {lines[0]}\nthe page shows\n{expected}\nthe command prints\n{shown}");
    }

    [Fact]
    public void Fences_MarkedText_AreOfServersOnly()
    {
        var wrong = from page in new[] { "docs/commands.md", "docs/law.md", "docs/operations.md" }
                    from fence in Fence().Matches(File.ReadAllText(Path.Combine(Repository.Root, page)))
                    where fence.Groups["mark"].Value == "text"
                    from line in fence.Groups["body"].Value.Split('\n')
                    where line.StartsWith("$ ./vejviser", StringComparison.Ordinal) && !NotReplayed.Contains(line.Split(' ')[2], StringComparer.Ordinal)
                    select $"{page}: {line}";
        Assert.Empty(wrong);
    }

    [Fact]
    public void Pages_TheirExamples_AreFound() => Assert.True(Pages.Count > 20);

    private static bool NeedsDatabase(string[] args) => args is not (["law", ..] or ["cpr", ..] or ["plan", "preview", ..] or ["--help" or "--version", ..]);

    private static (string Input, string[] Args) Parse(string line, string folder)
    {
        var parts = line[2..].Replace(ExampleFolder, folder, StringComparison.Ordinal).Split(" | ");
        var input = parts.Length == 2 ? Words(parts[0])[1] + "\n" : "";
        return (input, Words(parts[^1])[1..]);
    }

    private static string[] Words(string line) => [.. Word().Matches(line).Select(m => m.Groups["bare"].Success ? m.Value : m.Value[1..^1])];

    private static IEnumerable<string> Examples(string body) =>
        Example().Matches(body).Select(m => m.Value.TrimEnd()).Where(e => e.Split('\n')[0] is var first && CallsVejviser().IsMatch(first));

    [GeneratedRegex(@"^```(?<mark>[a-z]*)\n(?<body>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"^\$ .*?(?=^\$ |\z)", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Example();

    /// <summary>By itself, or reading what <c>echo</c> writes.</summary>
    [GeneratedRegex(@"^\$ (echo [^|$]+ \| )?\./vejviser ")]
    private static partial Regex CallsVejviser();

    [GeneratedRegex(@"""[^""]*""|'[^']*'|(?<bare>\S+)")]
    private static partial Regex Word();
}
