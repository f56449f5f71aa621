using System.Text;
using System.Text.RegularExpressions;
using Vejviser.Testing;

namespace Vejviser.Web.Tests.Commands;

/// <summary>
/// Replays the examples of the documentation: what stands under <c>$ ./vejviser …</c> is what the command prints, first on standard output,
/// then on standard error. The examples of one fence follow each other on one database. <c>[…]</c> stands for what differs from time to
/// time, alone on a line for any lines. What cannot be replayed (a server, another program) stands in a fence marked <c>text</c>.
/// </summary>
public sealed partial class DocumentedCommandTests
{
    /// <summary>Where the examples keep their files; each fence has a folder of its own in its place.</summary>
    private const string ExampleFolder = "/var/backups/vejviser";

    private static readonly string[] Documents = ["docs/commands.md", "docs/law.md", "docs/operations.md"];

    /// <summary>Commands that go on until they are stopped: only these may stand in a fence marked <c>text</c>.</summary>
    private static readonly string[] NotReplayed = ["serve", "demo"];

    public static TheoryData<string, string> Replayed => new(
        from page in Documents
        from fence in FencesOf(page)
        where fence.Mark.Length == 0 && Examples(fence.Body).Any()
        select (page, fence.Body));

    [Theory]
    [MemberData(nameof(Replayed))]
    public async Task Examples_Replayed_PrintWhatThePageShows(string page, string fence)
    {
        var folder = Directory.CreateTempSubdirectory("vejviser-docs-").FullName;
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite, TestContent.Demo);
        await CommandRun.RunAsync(["backup", Path.Combine(folder, "2026-11-22.backup"), "--database", database.Database]);
        foreach (var example in Examples(fence))
        {
            var lines = example.Split('\n');
            var (input, args) = Parse(lines[0], folder);
            if (!args.Contains("--database", StringComparer.Ordinal) && args is not (["law" or "cpr" or "match", ..] or ["plan" or "meetings" or "courses", "preview", ..] or ["catalogue", "check", ..]))
                args = [.. args, "--database", database.Database];

            var run = await CommandRun.RunAsync(args, input);

            var shown = (run.Output + run.Error).Replace(folder, ExampleFolder, StringComparison.Ordinal).Replace(Repository.Root, "", StringComparison.Ordinal).TrimEnd();
            shown = (run.Code == 0 ? shown : $"{shown}\n(exit {run.Code})").Trim('\n');
            var expected = string.Join('\n', lines[1..]).TrimEnd();
            Assert.True(Regex.IsMatch(shown, Pattern(expected)), $"{page}: {lines[0]}\nthe page shows\n{expected}\nthe command prints\n{shown}");
        }
    }

    [Fact]
    public void Fences_MarkedText_HoldNoCommandThatEnds()
    {
        var wrong = from page in Documents
                    from fence in FencesOf(page)
                    where fence.Mark.Length > 0
                    from line in fence.Body.Split('\n')
                    where line.StartsWith("$ ./vejviser", StringComparison.Ordinal) && !NotReplayed.Contains(line.Split(' ')[2], StringComparer.Ordinal)
                    select $"{page}: {line}";
        Assert.Empty(wrong);
    }

    [Fact]
    public void Pages_TheirExamples_AreFound() => Assert.True(Replayed.Count > 20);

    [Theory]
    [InlineData("a [\u2026] c", "a bb c", true)]
    [InlineData("a [\u2026] c", "a b\nb c", false)]
    [InlineData("a\n[\u2026]\nc", "a\nb\nb\nc", true)]
    [InlineData("a.c", "abc", false)]
    public void Pattern_WithGaps_FitsWhatItShould(string shown, string printed, bool fits) => Assert.Equal(fits, Regex.IsMatch(printed, Pattern(shown)));

    private static string Pattern(string shown)
    {
        var pattern = new StringBuilder(@"\A");
        foreach (var (line, i) in shown.Split('\n').Select((line, i) => (line, i)))
            pattern.Append(i == 0 ? "" : "\n").Append(line == "[…]" ? @"(?s:.*?)" : string.Join("[^\n]+?", line.Split("[…]").Select(Regex.Escape)));
        return pattern.Append(@"\z").ToString();
    }

    private static (string Input, string[] Args) Parse(string line, string folder)
    {
        var parts = line[2..].Replace(ExampleFolder, folder, StringComparison.Ordinal).Replace("reference/", Path.Combine(Repository.Root, "reference/"), StringComparison.Ordinal).Split(" | ");
        var input = parts.Length == 2 ? Words(parts[0])[1] + "\n" : "";
        return (input, Words(parts[^1])[1..]);
    }

    private static string[] Words(string line) => [.. Word().Matches(line).Select(m => m.Groups["bare"].Success ? m.Value : m.Value[1..^1])];

    private static IEnumerable<(string Mark, string Body)> FencesOf(string page) =>
        Fence().Matches(File.ReadAllText(Path.Combine(Repository.Root, page))).Select(m => (m.Groups["mark"].Value, m.Groups["body"].Value));

    private static IEnumerable<string> Examples(string body) =>
        Example().Matches(body).Select(m => m.Value.TrimEnd()).Where(e => CallsVejviser().IsMatch(e.Split('\n')[0]));

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
