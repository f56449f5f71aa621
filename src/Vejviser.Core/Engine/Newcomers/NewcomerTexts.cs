using System.Collections.Frozen;
using YamlDotNet.RepresentationModel;

namespace Vejviser.Core.Engine.Newcomers;

/// <summary>
/// What the newcomer reads, in the languages of <c>texts/newcomer/</c>: one file each with the same keys. Danish is where a text comes from when a language lacks it;
/// a test sees that none does.
/// </summary>
public sealed class NewcomerTexts
{
    public const string Danish = "da";

    private static readonly FrozenSet<string> RightToLeft = new[] { "ar", "fa" }.ToFrozenSet(StringComparer.Ordinal);

    private readonly Dictionary<string, Dictionary<string, string>> byLanguage = new(StringComparer.Ordinal);

    private NewcomerTexts()
    {
    }

    public IReadOnlyCollection<string> Languages => byLanguage.Keys;

    public static NewcomerTexts Load(string folder)
    {
        var texts = new NewcomerTexts();
        foreach (var file in Directory.EnumerateFiles(folder, "*.yaml").Order(StringComparer.Ordinal))
        {
            var yaml = new YamlStream();
            using var reader = new StreamReader(file);
            yaml.Load(reader);
            var into = texts.byLanguage[Path.GetFileNameWithoutExtension(file)] = new Dictionary<string, string>(StringComparer.Ordinal);
            Flatten("", yaml.Documents[0].RootNode, into);
        }

        return texts;
    }

    public IEnumerable<string> Keys(string language) => byLanguage[language].Keys;

    public string Get(string language, string key) => byLanguage.GetValueOrDefault(language)?.GetValueOrDefault(key) ?? byLanguage[Danish].GetValueOrDefault(key) ?? key;

    /// <summary>False until somebody who grew up with the language has read it.</summary>
    public bool IsNativeChecked(string language) => Get(language, "native-checked") == "true";

    public static bool IsRightToLeft(string language) => RightToLeft.Contains(language);

    /// <summary>The page's language for a mother tongue: its own, the one its speakers read, else null.</summary>
    public string? For(string? motherTongue) => motherTongue switch
    {
        null => null,
        "prs" or "fa-AF" => "fa",
        "apc" or "acm" or "ary" => "ar",
        _ => byLanguage.ContainsKey(motherTongue) ? motherTongue : null,
    };

    private static void Flatten(string prefix, YamlNode node, Dictionary<string, string> into)
    {
        if (node is YamlScalarNode scalar)
            into.Add(prefix, scalar.Value ?? "");
        if (node is not YamlMappingNode map)
            return;
        foreach (var (key, value) in map.Children)
            Flatten(prefix.Length == 0 ? ((YamlScalarNode)key).Value! : $"{prefix}.{((YamlScalarNode)key).Value}", value, into);
    }
}
