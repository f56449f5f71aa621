using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Vejviser.Core.Foundation.Law;

/// <summary>
/// One mapping of a law file, read strictly: every key must be asked for before <see cref="Close"/>, or the file is refused.
/// A misspelt key would otherwise change the law in silence.
/// </summary>
internal sealed class LawNode
{
    private readonly YamlMappingNode mapping;
    private readonly HashSet<string> asked = new(StringComparer.Ordinal);

    private LawNode(string file, YamlMappingNode mapping) => (File, this.mapping) = (file, mapping);

    public string File { get; }

    public long Line => mapping.Start.Line;

    /// <exception cref="LawFileException">The file is missing, is no YAML, or is not one mapping.</exception>
    public static LawNode ReadFile(string directory, string file)
    {
        var path = Path.Combine(directory, file);
        if (!System.IO.File.Exists(path))
            throw new LawFileException(file, 1, "the file is missing");
        try
        {
            using var reader = System.IO.File.OpenText(path);
            var yaml = new YamlStream();
            yaml.Load(reader);
            if (yaml.Documents is [{ RootNode: YamlMappingNode root }])
                return new(file, root);
        }
        catch (YamlException problem)
        {
            throw new LawFileException(file, problem.Start.Line, problem.Message, problem);
        }
        throw new LawFileException(file, 1, "one mapping is expected");
    }

    public LawFileException Refuse(string problem) => new(File, Line, problem);

    public string Text(string key) => Find(key) is { } node ? Scalar(key, node) : throw Refuse($"\"{key}\" is missing");

    public string? TextOrNone(string key) => Find(key) is { } node ? Scalar(key, node) : null;

    public int Number(string key) => NumberOrNone(key) ?? throw Refuse($"\"{key}\" is missing");

    public int? NumberOrNone(string key) => Parsed<int>(
        key, "a whole number", text => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n) ? n : null);

    public DateOnly? DateOrNone(string key) => Parsed<DateOnly>(key, "a date, yyyy-mm-dd", text =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null);

    public bool Flag(string key) => Parsed<bool>(key, "true or false", text => text switch { "true" => true, "false" => false, _ => null }) ?? false;

    /// <summary>The one of <paramref name="choices"/> that the text names.</summary>
    public T Choice<T>(string key, IReadOnlyDictionary<string, T> choices) => Choice(key, Text(key), choices);

    public IReadOnlyList<T> Choices<T>(string key, IReadOnlyDictionary<string, T> choices) =>
        [.. Sequence(key).Select(node => Choice(key, Scalar(key, node), choices))];

    /// <summary>A text in Danish and English: a mapping of exactly <c>da</c> and <c>en</c>.</summary>
    public LawText InBoth(string key) => InBothOrNone(key) ?? throw Refuse($"\"{key}\" is missing");

    public LawText? InBothOrNone(string key)
    {
        if (Find(key) is not { } node)
            return null;
        if (node is not YamlMappingNode child)
            throw new LawFileException(File, node.Start.Line, $"\"{key}\" must be a mapping of da and en");
        var both = new LawNode(File, child);
        var text = new LawText(both.Text("da"), both.Text("en"));
        both.Close();
        return text;
    }

    /// <summary>The mappings of a list, each read by <paramref name="read"/> and closed; none where the key is missing.</summary>
    public IReadOnlyList<T> Each<T>(string key, Func<LawNode, T> read) => [.. Sequence(key).Select(node =>
    {
        if (node is not YamlMappingNode child)
            throw new LawFileException(File, node.Start.Line, $"\"{key}\" must be a list of mappings");
        var entry = new LawNode(File, child);
        var value = read(entry);
        entry.Close();
        return value;
    })];

    /// <exception cref="LawFileException">A key nobody asked for: the file says something the product does not understand.</exception>
    public void Close()
    {
        foreach (var key in mapping.Children.Keys)
            if (key is not YamlScalarNode { Value: { } name } || !asked.Contains(name))
                throw new LawFileException(File, key.Start.Line, $"unknown key \"{key}\"");
    }

    private YamlNode? Find(string key)
    {
        asked.Add(key);
        return mapping.Children.TryGetValue(new YamlScalarNode(key), out var node) ? node : null;
    }

    private IEnumerable<YamlNode> Sequence(string key) => Find(key) switch
    {
        null => [],
        YamlSequenceNode list => list.Children,
        var other => throw new LawFileException(File, other.Start.Line, $"\"{key}\" must be a list"),
    };

    private string Scalar(string key, YamlNode node) => node is YamlScalarNode { Value: { Length: > 0 } text }
        ? text
        : throw new LawFileException(File, node.Start.Line, $"\"{key}\" must be a text");

    private T? Parsed<T>(string key, string expected, Func<string, T?> parse)
        where T : struct
    {
        if (Find(key) is not { } node)
            return null;
        var text = Scalar(key, node);
        return parse(text) ?? throw new LawFileException(File, node.Start.Line, $"\"{key}\" must be {expected}, not \"{text}\"");
    }

    private T Choice<T>(string key, string text, IReadOnlyDictionary<string, T> choices) => choices.TryGetValue(text, out var choice)
        ? choice
        : throw new LawFileException(File, Find(key)!.Start.Line, $"\"{key}\" must be one of {string.Join(", ", choices.Keys)}, not \"{text}\"");
}
