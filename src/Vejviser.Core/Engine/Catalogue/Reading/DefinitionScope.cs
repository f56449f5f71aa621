namespace Vejviser.Core.Engine.Catalogue.Reading;

/// <summary>A reference to another practice, or to one of its steps, to be looked up when all are read.</summary>
internal sealed record PracticeReference(string Practice, string? Step, int Line);

/// <summary>
/// The ids a definition declares, what has been referred to, and what was referred to in vain. A setting or role that nobody
/// refers to is as wrong as one that is missing.
/// </summary>
internal sealed class DefinitionScope(Problems problems)
{
    private readonly Dictionary<string, List<(string Id, int Line)>> declared = [];
    private readonly HashSet<(string Kind, string Id)> used = [];
    private readonly List<PracticeReference> practices = [];
    private readonly List<(string Purpose, int Line)> consents = [];

    public Problems Problems => problems;

    /// <summary>The settings' values, in force while the definition is read.</summary>
    public Dictionary<string, int> Settings { get; } = [];

    /// <summary>What points out of the definition.</summary>
    public IReadOnlyList<PracticeReference> Practices => practices;

    /// <summary>Purposes of consent the definition asks for.</summary>
    public IReadOnlyList<(string Purpose, int Line)> Consents => consents;

    public void Declare(string kind, IEnumerable<(string Id, int Line)> ids) => declared[kind] = [.. ids];

    /// <summary>One more id of a kind; a double is told.</summary>
    public void DeclareOne(string kind, string? id, int line)
    {
        if (id is null)
            return;
        var known = declared.TryGetValue(kind, out var there) ? there : declared[kind] = [];
        if (known.Exists(k => k.Id == id))
            problems.Add("duplicate-id", line, ("id", id));
        known.Add((id, line));
    }

    /// <summary>A kind whose ids are those of others together.</summary>
    public void DeclareTogether(string kind, params string[] kinds) =>
        declared[kind] = [.. kinds.SelectMany(k => declared.GetValueOrDefault(k) ?? [])];

    public int LineOf(string kind, string id) => declared[kind].Find(d => d.Id == id).Line;

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

    public IReadOnlyList<string> ReferPractices(IEnumerable<(string Id, int Line)> ids)
    {
        var found = ids.ToList();
        practices.AddRange(found.Select(p => new PracticeReference(p.Id, null, p.Line)));
        return [.. found.Select(p => p.Id)];
    }

    public void ReferStepOf(string practice, string step, int line) => practices.Add(new PracticeReference(practice, step, line));

    public string ReferConsent(string purpose, int line)
    {
        consents.Add((purpose, line));
        return purpose;
    }

    /// <summary>The fields of each mapping in a list.</summary>
    public IEnumerable<Fields> Items(Fields fields, string key, bool isRequired = false)
    {
        var item = isRequired ? fields.Require(key) : fields.Take(key);
        if (item is not (null or YamlList))
            problems.Add("not-a-list", item.Line, ("key", key));
        return ((item as YamlList)?.Items ?? []).Select(i => Fields.Of(i, problems));
    }

    /// <summary>A number or a setting's value where the key is there.</summary>
    public Figure? Figure(Fields fields, string key, bool isRequired = false) =>
        fields.Text(key, isRequired) is { } text ? Figure(text, fields.LineOf(key), key) : null;

    public Figure? Figure(string text, int line, string key = "rule")
    {
        if (Catalogue.Figure.Parse(text) is not { } figure)
        {
            problems.Add("not-a-number", line, ("key", key));
            return null;
        }

        Refer("setting", figure.Setting, line);
        return figure.With(Settings);
    }

    public void TellUnused(string kind)
    {
        foreach (var (id, line) in (declared.GetValueOrDefault(kind) ?? []).Where(d => !used.Contains((kind, d.Id))))
            problems.Add($"unused-{kind}", line, ("id", id));
    }
}
