using System.Collections.Frozen;
using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Vejviser.Core.Foundation.Common;

/// <summary>
/// All texts that people see, by language: read once from <c>texts/*.{language}.yaml</c>, keys joined by dots
/// (<c>work: { late: … }</c> is <c>work.late</c>). A key stands in one file only; the languages hold the same keys.
/// </summary>
public sealed class Texts
{
    private readonly FrozenDictionary<string, FrozenDictionary<string, string>> byLanguage;

    private Texts(FrozenDictionary<string, FrozenDictionary<string, string>> byLanguage) => this.byLanguage = byLanguage;

    public static IReadOnlyList<string> Languages { get; } = ["da", "en"];

    public IEnumerable<string> Keys(string language) => byLanguage[language].Keys;

    /// <exception cref="InvalidDataException">A key stands twice, or a file is no YAML; names file and line.</exception>
    public static Texts Load(string directory)
    {
        var languages = Languages.ToDictionary(l => l, _ => new Dictionary<string, string>(StringComparer.Ordinal), StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(directory, "*.yaml").Order(StringComparer.Ordinal))
        {
            var language = Path.GetFileNameWithoutExtension(file).Split('.')[^1];
            var yaml = new YamlStream();
            using var reader = new StreamReader(file);
            try
            {
                yaml.Load(reader);
            }
            catch (YamlException e)
            {
                throw new InvalidDataException($"{file}:{e.Start.Line}: {e.Message}", e);
            }

            foreach (var document in yaml.Documents)
                Flatten(file, "", document.RootNode, languages[language]);
        }

        return new Texts(languages.ToFrozenDictionary(l => l.Key, l => l.Value.ToFrozenDictionary(StringComparer.Ordinal), StringComparer.Ordinal));
    }

    /// <summary>The text with its <c>{name}</c>s filled in. A missing key answers the key itself: a test finds it before a reader does.</summary>
    public string Get(string language, string key, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        if (!byLanguage.GetValueOrDefault(language, byLanguage["da"]).TryGetValue(key, out var text))
            return key;
        foreach (var (name, value) in values)
            text = text.Replace($"{{{name}}}", Show(language, value), StringComparison.Ordinal);
        return text;
    }

    public bool Has(string language, string key) => byLanguage[language].ContainsKey(key);

    public string Get(string language, Failure failure)
    {
        var values = failure.Values.Select(v => (v.Key, v.Value)).ToArray();
        return Get(language, $"failure.{failure.Code}", values);
    }

    /// <summary>Dates, numbers and counts as people here write them: set explicitly, never the machine's.</summary>
    public static string Show(string language, object? value) => value switch
    {
        DateOnly d => d.ToString("dd-MM-yyyy", CultureInfo.InvariantCulture),
        DateTime t => TimeZones.ToDanish(t).ToString("dd-MM-yyyy HH.mm", CultureInfo.InvariantCulture),
        IFormattable f => f.ToString(null, CultureInfo.GetCultureInfo(language == "da" ? "da-DK" : "en-GB")),
        _ => value?.ToString() ?? "",
    };

    private static void Flatten(string file, string prefix, YamlNode node, Dictionary<string, string> into)
    {
        switch (node)
        {
            case YamlMappingNode map:
                foreach (var (key, value) in map.Children)
                    Flatten(file, prefix.Length == 0 ? ((YamlScalarNode)key).Value! : $"{prefix}.{((YamlScalarNode)key).Value}", value, into);
                break;
            case YamlScalarNode scalar when !into.TryAdd(prefix, scalar.Value ?? ""):
                throw new InvalidDataException($"{file}:{scalar.Start.Line}: {prefix} stands twice.");
            case YamlSequenceNode list:
                throw new InvalidDataException($"{file}:{list.Start.Line}: {prefix} is a list; a text is a key and a sentence.");
        }
    }
}
