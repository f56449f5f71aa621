using System.Text.RegularExpressions;
using Vejviser.Testing;

namespace Vejviser.Web.Tests.Shared;

/// <summary>
/// What a person reads stands in <c>texts/</c>, in both languages, never in a page. Found by reading pages as text: words between tags,
/// words in attributes that are read out, and words told from code.
/// </summary>
public sealed partial class TextsOfPeopleTests
{
    /// <summary>Names, the same in every language; a language's own name stands in that language.</summary>
    private static readonly HashSet<string> Names = new(StringComparer.Ordinal) { "Vejviser", "English", "Dansk", "Excel", "CSV", "Enter" };

    [Fact]
    public void Pages_HoldNoSentence()
    {
        var found = Repository.Sources(".cshtml").SelectMany(f => InPage(File.ReadAllText(f)).Select(words => $"{Path.GetFileName(f)}: {words}"))
            .Concat(Repository.Sources(".cs").SelectMany(f => InCode(File.ReadAllText(f)).Select(words => $"{Path.GetFileName(f)}: {words}")));
        Assert.Empty(found);
    }

    [Fact]
    public void APageWithSentences_IsFound()
    {
        const string page = """
            @page "/fixture"
            @{
              ViewData["title"] = T["fixture.title"];
              var late = Model.Tasks.Where(t => t.Due < Model.Today && t.Count > 2);
            }
            @* A comment may say <b>what it likes</b>. *@
            <h1>@T["fixture.title"] Forsinkede opgaver</h1>
            @if (late.Any()) { <p>Ring til borgeren</p> }
            <input placeholder="Skriv et navn" value="@Model.Name">
            <a href="/" aria-label="Til forsiden">Vejviser</a>
            """;
        Assert.Equal(["Forsinkede opgaver", "Ring til borgeren", "Skriv et navn", "Til forsiden"], InPage(page).Order(StringComparer.Ordinal));
        Assert.Equal(["Opgaven er klaret"], InCode("""Tell("Opgaven er klaret"); Tell(Text["work.done"]); AddCrumb(Text["x.y"], "/");"""));
    }

    private static IEnumerable<string> InPage(string page)
    {
        var markup = Comment().Replace(page, "");
        return Between().Matches(markup).Concat(ReadOut().Matches(markup))
            .Select(m => Expression().Replace(m.Groups["words"].Value, " ").Trim())
            .Where(words => Letters().IsMatch(words) && !words.StartsWith("@(", StringComparison.Ordinal) && !Names.Contains(words.TrimEnd('"', ')', ' ')));
    }

    private static IEnumerable<string> InCode(string code) => Told().Matches(code).Select(m => m.Groups["words"].Value).Where(words => Letters().IsMatch(words));

    [GeneratedRegex(@"@\*.*?\*@|<!--.*?-->|<script.*?</script>|<style.*?</style>", RegexOptions.Singleline)]
    private static partial Regex Comment();

    /// <summary>From the end of a tag to the beginning of the next, where neither is a comparison or a lambda of code.</summary>
    [GeneratedRegex(@"(?<=</?[a-z][a-z0-9-]*(?:\s[^<>]*)?(?<!=)>)(?<words>[^<>{};]*[^<>{};\s][^<>{};]*)(?=</?[a-z])", RegexOptions.None)]
    private static partial Regex Between();

    [GeneratedRegex(@"\s(?:placeholder|title|alt|aria-label|aria-description)=""(?<words>[^""@]+)""")]
    private static partial Regex ReadOut();

    /// <summary>What Razor writes, with its brackets and two levels of those within.</summary>
    [GeneratedRegex(@"@(?:await\s+)?(?:\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)|[A-Za-z_][\w.]*(?:\??\.[\w]+|\[(?:[^\[\]]|\[[^\]]*\])*\]|\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)|!)*)")]
    private static partial Regex Expression();

    [GeneratedRegex(@"\b(?:Tell|AddCrumb)\(\$?""(?<words>[^""]+)""|AddModelError\([^,]+,\s*\$?""(?<words>[^""]+)""")]
    private static partial Regex Told();

    /// <summary>A word: two letters side by side.</summary>
    [GeneratedRegex(@"\p{L}{2}")]
    private static partial Regex Letters();
}
