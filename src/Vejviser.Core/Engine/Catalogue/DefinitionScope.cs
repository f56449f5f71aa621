namespace Vejviser.Core.Engine.Catalogue;

/// <summary>
/// The ids a definition declares, what has been referred to, and what was referred to in vain. A setting or role that nobody
/// refers to is as wrong as one that is missing.
/// </summary>
internal sealed class DefinitionScope(Problems problems)
{
    private readonly Dictionary<string, List<(string Id, int Line)>> declared = [];
    private readonly HashSet<(string Kind, string Id)> used = [];

    public Problems Problems => problems;

    /// <summary>The settings' values, in force while the definition is read.</summary>
    public Dictionary<string, int> Settings { get; } = [];

    public void Declare(string kind, IEnumerable<(string Id, int Line)> ids) => declared[kind] = [.. ids];

    public string? Refer(string kind, string? id, int line)
    {
        if (id is null)
            return null;
        used.Add((kind, id));
        if (!declared.TryGetValue(kind, out var known) || !known.Exists(k => k.Id == id))
            problems.Add($"unknown-{kind}", line, ("id", id));
        return id;
    }

    public IReadOnlyList<string> Refer(string kind, IEnumerable<(string Id, int Line)> ids) =>
        [.. ids.Select(i => Refer(kind, i.Id, i.Line)!)];

    /// <summary>A number or a setting's value where the key is there.</summary>
    public Figure? Figure(Fields fields, string key)
    {
        if (fields.Text(key) is not { } text)
            return null;
        if (Catalogue.Figure.Parse(text) is not { } figure)
        {
            problems.Add("not-a-number", fields.LineOf(key), ("key", key));
            return null;
        }

        Refer("setting", figure.Setting, fields.LineOf(key));
        return figure.With(Settings);
    }

    public void TellUnused(string kind)
    {
        foreach (var (id, line) in declared[kind].Where(d => !used.Contains((kind, d.Id))))
            problems.Add($"unused-{kind}", line, ("id", id));
    }
}
