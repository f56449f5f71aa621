using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Vejviser.Core.Engine.Messages.Templates;

/// <summary>
/// The templates a municipality begins with: <c>messages/ID.yaml</c> says for whom, by which ways and with which tokens; <c>messages/ID.LANGUAGE.yaml</c>
/// holds the words, <c>messages/PRACTICE/ID.LANGUAGE.yaml</c> those of one practice.
/// </summary>
public sealed class MessageTemplates
{
    private readonly Dictionary<(string Template, string Practice, string Language), MessageWords> words;

    private MessageTemplates(IReadOnlyList<MessageTemplate> all, Dictionary<(string, string, string), MessageWords> words, IReadOnlySet<string> sensitiveWords) =>
        (All, this.words, SensitiveWords) = (all, words, sensitiveWords);

    public IReadOnlyList<MessageTemplate> All { get; }

    /// <summary>Beginnings of words, in lower case, that a telephone is not to show about anybody: <c>messages/sensitive-words.yaml</c>.</summary>
    public IReadOnlySet<string> SensitiveWords { get; }

    public IEnumerable<(string Template, string Practice, string Language)> Keys => words.Keys;

    public MessageTemplate? Find(string id) => All.FirstOrDefault(t => t.Id == id);

    /// <summary>The words of exactly this practice (empty: all) and language; null where there are none.</summary>
    public MessageWords? Words(string template, string practice, string language) => words.GetValueOrDefault((template, practice, language));

    /// <exception cref="InvalidDataException">A file is not as it must be; names the file, the line and what.</exception>
    public static MessageTemplates Load(string folder)
    {
        var templates = new List<MessageTemplate>();
        var words = new Dictionary<(string, string, string), MessageWords>();
        var sensitive = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(folder, "*.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var root = Read(file);
            var parts = Path.GetFileNameWithoutExtension(file).Split('.');
            if (parts is ["sensitive-words"])
                sensitive.UnionWith(root.Children.Values.OfType<YamlSequenceNode>().SelectMany(l => l).Select(w => ((YamlScalarNode)w).Value!));
            else if (parts is [var id])
                templates.Add(new MessageTemplate(
                    id, Enum.Parse<MessageFor>(Scalar(file, root, "for"), ignoreCase: true),
                    [.. List(file, root, "channels").Select(c => Enum.Parse<MessageChannel>(c.Replace("-", "", StringComparison.Ordinal), ignoreCase: true))], List(file, root, "tokens")));
            else
                words.Add(
                    (parts[0], Path.GetRelativePath(folder, Path.GetDirectoryName(file)!) is var practice and not "." ? practice : "", parts[1]),
                    new MessageWords(Scalar(file, root, "subject"), Scalar(file, root, "body"), Scalar(file, root, "sms", ""), Scalar(file, root, "native-checked") == "true"));
        }

        var loaded = new MessageTemplates(templates, words, sensitive);
        var problem = words.Select(w => (Key: w.Key, Problem: CheckWords.Run(loaded, loaded.Find(w.Key.Item1), w.Value).FirstOrDefault())).FirstOrDefault(p => p.Problem is not null);
        return problem.Problem is null
            ? loaded
            : throw new InvalidDataException($"{folder}/{problem.Key.Item2}/{problem.Key.Item1}.{problem.Key.Item3}.yaml: {problem.Problem.Code} {string.Join(' ', problem.Problem.Values.Values)}");
    }

    private static YamlMappingNode Read(string file)
    {
        try
        {
            var yaml = new YamlStream();
            using var reader = new StreamReader(file);
            yaml.Load(reader);
            return (YamlMappingNode)yaml.Documents[0].RootNode;
        }
        catch (YamlException e)
        {
            throw new InvalidDataException($"{file}:{e.Start.Line}: {e.Message}", e);
        }
    }

    private static string Scalar(string file, YamlMappingNode node, string key, string? otherwise = null) =>
        node.Children.TryGetValue(new YamlScalarNode(key), out var value) ? ((YamlScalarNode)value).Value!.TrimEnd() : otherwise ?? throw new InvalidDataException($"{file}:{node.Start.Line}: {key} is missing.");

    private static IReadOnlyList<string> List(string file, YamlMappingNode node, string key) =>
        node.Children.TryGetValue(new YamlScalarNode(key), out var value) ? [.. ((YamlSequenceNode)value).Select(v => ((YamlScalarNode)v).Value!)] : throw new InvalidDataException($"{file}:{node.Start.Line}: {key} is missing.");
}
