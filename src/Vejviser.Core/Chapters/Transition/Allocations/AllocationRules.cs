using System.Globalization;
using System.Text.Json;
using Vejviser.Core.Foundation.Law;

namespace Vejviser.Core.Chapters.Transition.Allocations;

/// <summary>What rows are checked against: the law, the languages the product knows, and the world's countries.</summary>
public sealed class AllocationRules
{
    // ICAO 9303-3 beside ISO 3166: stateless, refugees, unspecified; and Kosovo, which has a code by agreement only.
    private static readonly string[] BesidesIso = ["XXA", "XXB", "XXC", "XXX", "XKX", "RKS"];

    private static readonly HashSet<string> AllCountries = CultureInfo.GetCultures(CultureTypes.SpecificCultures)
        .Select(c => new RegionInfo(c.Name).ThreeLetterISORegionName).Concat(BesidesIso).ToHashSet(StringComparer.OrdinalIgnoreCase);

    private readonly Dictionary<string, string> languages = new(StringComparer.OrdinalIgnoreCase);

    private AllocationRules(LawBook law, string languagesFile)
    {
        Law = law;
        using var json = JsonDocument.Parse(File.ReadAllBytes(languagesFile));
        foreach (var language in json.RootElement.EnumerateArray())
        {
            var code = language.GetProperty("bcp47").GetString()!;
            languages[code] = code;
            languages.TryAdd(language.GetProperty("iso639_3").GetString()!, code);
        }
    }

    public LawBook Law { get; }

    /// <param name="law">The dated law.</param>
    /// <param name="reference">The folder <c>reference/</c>.</param>
    public static AllocationRules Load(LawBook law, string reference) => new(law, Path.Combine(reference, "languages.json"));

    /// <summary>ISO 3166-1 alpha-3, or one of the codes beside it.</summary>
    public static bool IsCountry(string code) => AllCountries.Contains(code);

    /// <returns>The BCP 47 code for it or for an ISO 639-3 code; null where the product does not know the language.</returns>
    public string? Language(string code) => languages.GetValueOrDefault(code);
}
