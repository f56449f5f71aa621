using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Vejviser.Core.Engine.Catalogue.Reading;

/// <summary>A YAML node with the line it begins on, from 1: every refusal names its line.</summary>
internal abstract record YamlItem(int Line);

internal sealed record YamlText(string Value, int Line) : YamlItem(Line);

internal sealed record YamlList(IReadOnlyList<YamlItem> Items, int Line) : YamlItem(Line);

internal sealed record YamlMap(IReadOnlyList<YamlEntry> Entries, int Line) : YamlItem(Line);

internal sealed record YamlEntry(string Key, YamlItem Value, int Line);

/// <summary>
/// Reads a file into nodes from the parser's events. The library's own object model stops at the first key that stands twice;
/// here it is one problem among the others.
/// </summary>
internal static partial class YamlTree
{
    /// <summary>No definition is nested so deep; a file from elsewhere may be, to bring the reader down.</summary>
    private const int MostDepth = 32;

    [GeneratedRegex(@"\$\{(?<id>[a-z0-9-]+)\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SettingReference { get; }

    [GeneratedRegex(@"\$\((?<id>[a-z0-9-]+)\)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MaskedReference { get; }

    /// <summary>The file's root, or null where it is empty or no YAML; what is wrong is told to <paramref name="problems"/>.</summary>
    public static YamlItem? Parse(string text, Problems problems)
    {
        // A bare ${name} inside { … } is no YAML. Brackets of the same width are, and keep every column in place.
        var parser = new Parser(new StringReader(SettingReference.Replace(text, "$$(${id})")));
        try
        {
            parser.Consume<StreamStart>();
            if (parser.Accept<StreamEnd>(out _))
            {
                problems.Add("empty-file", 1);
                return null;
            }

            parser.Consume<DocumentStart>();
            return Read(parser, problems, 0);
        }
        catch (YamlException e)
        {
            problems.Add("not-yaml", (int)e.Start.Line, ("detail", e.InnerException?.Message ?? e.Message));
            return null;
        }
    }

    private static YamlItem Read(IParser parser, Problems problems, int depth)
    {
        if (depth > MostDepth)
            throw new YamlException(parser.Current!.Start, parser.Current.End, $"More than {MostDepth} levels.");
        if (parser.TryConsume<Scalar>(out var scalar))
            return new YamlText(MaskedReference.Replace(scalar.Value, "$${${id}}"), (int)scalar.Start.Line);
        if (parser.TryConsume<SequenceStart>(out var sequence))
        {
            var items = new List<YamlItem>();
            while (!parser.TryConsume<SequenceEnd>(out _))
                items.Add(Read(parser, problems, depth + 1));
            return new YamlList(items, (int)sequence.Start.Line);
        }

        if (parser.TryConsume<MappingStart>(out var mapping))
            return new YamlMap(ReadEntries(parser, problems, depth + 1), (int)mapping.Start.Line);
        var other = parser.Consume<ParsingEvent>();
        throw new YamlException(other.Start, other.End, other.GetType().Name);
    }

    private static List<YamlEntry> ReadEntries(IParser parser, Problems problems, int depth)
    {
        var entries = new List<YamlEntry>();
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var key = parser.Consume<Scalar>();
            var entry = new YamlEntry(key.Value, Read(parser, problems, depth), (int)key.Start.Line);
            if (entries.Exists(e => e.Key == entry.Key))
                problems.Add("duplicate-key", entry.Line, ("key", entry.Key));
            else
                entries.Add(entry);
        }

        return entries;
    }
}
