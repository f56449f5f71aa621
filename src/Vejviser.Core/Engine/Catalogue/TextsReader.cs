namespace Vejviser.Core.Engine.Catalogue;

/// <summary>Reads a practice's texts in one language against its definition: nothing missing, nothing over.</summary>
internal sealed class TextsReader(PracticeDefinition definition, Problems problems)
{
    public PracticeTexts? Read(string text)
    {
        if (YamlTree.Parse(text, problems) is not { } root)
            return null;
        var fields = Fields.Of(root, problems);
        var texts = new PracticeTexts
        {
            Title = Whole(fields, "title"),
            Summary = Whole(fields, "summary"),
            Roles = ReadNames(fields, "roles", definition.Roles),
            Phases = ReadNames(fields, "phases", definition.Phases),
            Goals = ReadNames(fields, "goals", [.. definition.Goals.Select(g => g.Id)]),
            Settings = ReadNames(fields, "settings", [.. definition.Settings.Select(s => s.Id)]),
            Steps = ReadSteps(fields),
            Advice = [.. fields.Texts("advice").Select(a => Checked(a.Text, a.Line))],
        };
        fields.Close();
        return texts;
    }

    private Dictionary<string, StepTexts> ReadSteps(Fields fields)
    {
        var entries = fields.Entries("steps", isRequired: true);
        TellDifference("steps", entries, [.. definition.Steps.Select(s => s.Id)], fields.LineOf("steps"));
        var steps = new Dictionary<string, StepTexts>();
        foreach (var step in definition.Steps)
        {
            if (entries.Find(e => e.Key == step.Id) is not { } entry)
                continue;
            var inner = Fields.Of(entry.Value, problems);
            steps[step.Id] = new StepTexts(Whole(inner, "title"), Whole(inner, "how"), ReadNames(inner, "checklist", step.Checklist));
            inner.Close();
        }

        return steps;
    }

    private Dictionary<string, string> ReadNames(Fields fields, string key, IReadOnlyList<string> ids)
    {
        var entries = fields.Entries(key, isRequired: ids.Count > 0);
        TellDifference(key, entries, ids, fields.LineOf(key));
        var names = new Dictionary<string, string>();
        foreach (var entry in entries)
        {
            if (entry.Value is YamlText { Value: { } value } && !string.IsNullOrWhiteSpace(value))
                names[entry.Key] = Checked(value.Trim(), entry.Line);
            else
                problems.Add("empty-text", entry.Line, ("key", $"{key}.{entry.Key}"));
        }

        return names;
    }

    private void TellDifference(string key, List<YamlEntry> entries, IReadOnlyList<string> ids, int line)
    {
        foreach (var id in ids.Where(i => !entries.Exists(e => e.Key == i)))
            problems.Add("missing-text", line, ("key", $"{key}.{id}"));
        foreach (var entry in entries.Where(e => !ids.Contains(e.Key)))
            problems.Add("text-without-id", entry.Line, ("key", $"{key}.{entry.Key}"));
    }

    private string Whole(Fields fields, string key) => Checked(fields.Text(key, isRequired: true) ?? "", fields.LineOf(key));

    private string Checked(string text, int line)
    {
        foreach (var slot in PracticeTexts.UnknownSlots(text, definition))
            problems.Add("unknown-slot", line, ("slot", slot));
        return text;
    }
}
