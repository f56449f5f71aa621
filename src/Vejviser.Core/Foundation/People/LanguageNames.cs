using System.Collections.Frozen;
using System.Text.Json;

namespace Vejviser.Core.Foundation.People;

/// <summary>A language a newcomer may speak.</summary>
/// <param name="Code">BCP 47, or ISO 639-3 for a spoken variant without one.</param>
/// <param name="Danish">Its name in Danish.</param>
/// <param name="English">Its name in English.</param>
/// <param name="Native">Its own name, in its own script.</param>
/// <param name="IsRightToLeft">Written from right to left.</param>
public sealed record SpokenLanguage(string Code, string Danish, string English, string Native, bool IsRightToLeft)
{
    public string In(string language) => language == "da" ? Danish : English;
}

/// <summary>The languages of <c>reference/languages.json</c>, by code.</summary>
public sealed class LanguageNames
{
    private readonly FrozenDictionary<string, SpokenLanguage> byCode;

    private LanguageNames(FrozenDictionary<string, SpokenLanguage> byCode) => this.byCode = byCode;

    public IEnumerable<SpokenLanguage> All => byCode.Values;

    public static LanguageNames Load(string file)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(file));
        string Text(JsonElement row, string name) => row.GetProperty(name).GetString() ?? "";
        return new LanguageNames(json.RootElement.EnumerateArray()
            .Select(row => new SpokenLanguage(Text(row, "bcp47"), Text(row, "nameDa"), Text(row, "nameEn"), Text(row, "nativeName"), Text(row, "direction") == "rtl"))
            .ToFrozenDictionary(l => l.Code, StringComparer.Ordinal));
    }

    public bool Knows(string code) => byCode.ContainsKey(code);

    /// <summary>The code itself where the list does not have it.</summary>
    public string Name(string? code, string language) => code is null ? "" : byCode.GetValueOrDefault(code)?.In(language) ?? code;
}
