using System.Text.RegularExpressions;
using Vejviser.Core.Foundation.Common;
using Vejviser.Testing;

namespace Vejviser.Core.Tests.Foundation.Common;

public sealed partial class TextsTests
{
    private static readonly Texts All = Texts.Load(Path.Combine(AppContext.BaseDirectory, "texts"));

    [Fact]
    public void Keys_BothLanguages_AreTheSame() =>
        Assert.Equal(All.Keys("da").Order(StringComparer.Ordinal), All.Keys("en").Order(StringComparer.Ordinal));

    [Fact]
    public void Placeholders_BothLanguages_AreTheSame()
    {
        var differing = All.Keys("da").Where(k => !Placeholders("da", k).SetEquals(Placeholders("en", k)));
        Assert.Empty(differing);
    }

    [Fact]
    public void Values_NoLanguage_IsEmpty() => Assert.DoesNotContain(Texts.Languages, l => All.Keys(l).Any(k => string.IsNullOrWhiteSpace(All.Get(l, k))));

    [Fact]
    public void Keys_NamedInSources_AllExist()
    {
        var missing = new List<string>();
        foreach (var file in Repository.Sources(".cs", ".cshtml"))
        {
            var source = File.ReadAllText(file);
            var keys = PageKey().Matches(source).Select(m => m.Groups["key"].Value)
                .Concat(CountKey().Matches(source).SelectMany(m => new[] { m.Groups["key"].Value + ".one", m.Groups["key"].Value + ".other" }))
                .Concat(FailureCode().Matches(source).Select(m => "failure." + m.Groups["key"].Value));
            missing.AddRange(keys.Where(k => !All.Has("da", k)).Select(k => $"{Path.GetFileName(file)}: {k}"));
        }

        Assert.Empty(missing);
    }

    [Fact]
    public void Load_KeyInTwoFiles_NamesFileAndLine()
    {
        var folder = Directory.CreateTempSubdirectory();
        File.WriteAllText(Path.Combine(folder.FullName, "a.da.yaml"), "work:\n  late: Sent\n");
        File.WriteAllText(Path.Combine(folder.FullName, "b.da.yaml"), "work:\n  late: Forsinket\n");
        var error = Assert.Throws<InvalidDataException>(() => Texts.Load(folder.FullName));
        Assert.Contains("b.da.yaml:2: work.late", error.Message, StringComparison.Ordinal);
    }

    private static HashSet<string> Placeholders(string language, string key) =>
        // A list of titles comes in each language: {titles-da} stands where the other says {titles-en}.
        [.. Placeholder().Matches(All.Get(language, key)).Select(m => m.Value.Replace($"-{language}}}", "-language}", StringComparison.Ordinal))];

    [GeneratedRegex(@"(?:\bT|\bText|Texts)\[""(?<key>[a-z0-9-]+\.[a-z0-9.-]+)""")]
    private static partial Regex PageKey();

    [GeneratedRegex(@"\.Count\(""(?<key>[a-z0-9.-]+)""")]
    private static partial Regex CountKey();

    [GeneratedRegex(@"Failure\.Of\(\s*""(?<key>[a-z0-9.-]+)""")]
    private static partial Regex FailureCode();

    [GeneratedRegex(@"\{[a-z:-]+\}")]
    private static partial Regex Placeholder();
}
