using System.Globalization;
using System.Text.RegularExpressions;

namespace Vejviser.Core.Engine.Catalogue.Reading;

/// <summary>Takes a mapping's keys one by one; what was never taken is unknown.</summary>
internal sealed partial class Fields(YamlMap map, Problems problems)
{
    private readonly HashSet<string> taken = [];

    public int Line => map.Line;

    public Problems Problems => problems;

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex KebabCase { get; }

    /// <summary>The fields of a mapping; an empty one with a problem where the node is something else.</summary>
    public static Fields Of(YamlItem item, Problems problems)
    {
        if (item is YamlMap map)
            return new Fields(map, problems);
        problems.Add("not-a-mapping", item.Line);
        return new Fields(new YamlMap([], item.Line), problems);
    }

    public static bool IsId(string text) => KebabCase.IsMatch(text);

    /// <summary>The key <c>id</c>, which must be there and be one.</summary>
    public string? Id()
    {
        if (Text("id", isRequired: true) is not { } id)
            return null;
        if (!IsId(id))
            problems.Add("not-an-id", LineOf("id"), ("id", id));
        return id;
    }

    public YamlItem? Take(string key)
    {
        taken.Add(key);
        return map.Entries.FirstOrDefault(e => e.Key == key)?.Value;
    }

    public YamlItem? Require(string key)
    {
        var item = Take(key);
        if (item is null)
            problems.Add("missing-key", map.Line, ("key", key));
        return item;
    }

    public int LineOf(string key) => map.Entries.FirstOrDefault(e => e.Key == key)?.Line ?? map.Line;

    /// <summary>A text of one scalar; empty counts as missing.</summary>
    public string? Text(string key, bool isRequired = false)
    {
        var item = isRequired ? Require(key) : Take(key);
        if (item is null)
            return null;
        if (item is YamlText { Value: { } value } && !string.IsNullOrWhiteSpace(value))
            return value.Trim();
        problems.Add(item is YamlText ? "empty-text" : "not-a-text", item.Line, ("key", key));
        return null;
    }

    public int? Number(string key, bool isRequired = false)
    {
        if (Text(key, isRequired) is not { } text)
            return null;
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            return number;
        problems.Add("not-a-number", LineOf(key), ("key", key));
        return null;
    }

    public bool? YesNo(string key)
    {
        if (Text(key) is not { } text)
            return null;
        if (text is "true" or "false")
            return text == "true";
        problems.Add("not-true-or-false", LineOf(key), ("key", key));
        return null;
    }

    public DateOnly? Date(string key)
    {
        if (Text(key) is not { } text)
            return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return date;
        problems.Add("not-a-date", LineOf(key), ("key", key));
        return null;
    }

    /// <summary>A list of ids, each with its line; a double is told and left out.</summary>
    public List<(string Id, int Line)> Ids(string key, bool isRequired = false)
    {
        var ids = new List<(string Id, int Line)>();
        foreach (var (text, line) in Texts(key, isRequired))
        {
            if (!IsId(text))
                problems.Add("not-an-id", line, ("id", text));
            else if (ids.Exists(i => i.Id == text))
                problems.Add("duplicate-id", line, ("id", text));
            else
                ids.Add((text, line));
        }

        return ids;
    }

    public List<(string Text, int Line)> Texts(string key, bool isRequired = false)
    {
        var item = isRequired ? Require(key) : Take(key);
        if (item is null)
            return [];
        if (item is not YamlList list)
        {
            problems.Add("not-a-list", item.Line, ("key", key));
            return [];
        }

        foreach (var other in list.Items.Where(i => i is not YamlText))
            problems.Add("not-a-text", other.Line, ("key", key));
        return [.. list.Items.OfType<YamlText>().Select(t => (t.Value.Trim(), t.Line))];
    }

    /// <summary>A mapping of ids to something, in its order.</summary>
    public List<YamlEntry> Entries(string key, bool isRequired = false)
    {
        var item = isRequired ? Require(key) : Take(key);
        if (item is null)
            return [];
        if (item is not YamlMap inner)
        {
            problems.Add("not-a-mapping", item.Line, ("key", key));
            return [];
        }

        foreach (var entry in inner.Entries.Where(e => !IsId(e.Key)))
            problems.Add("not-an-id", entry.Line, ("id", entry.Key));
        return [.. inner.Entries];
    }

    /// <summary>Says which keys nobody knows.</summary>
    public void Close()
    {
        foreach (var entry in map.Entries.Where(e => !taken.Contains(e.Key)))
            problems.Add("unknown-key", entry.Line, ("key", entry.Key), ("known", string.Join(", ", taken)));
    }
}
