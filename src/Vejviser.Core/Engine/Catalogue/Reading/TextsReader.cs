namespace Vejviser.Core.Engine.Catalogue.Reading;

/// <summary>Reads a practice's texts in one language against its definition: nothing missing, nothing over.</summary>
internal sealed class TextsReader(PracticeDefinition definition, Problems problems)
{
    /// <summary>All texts, for those who do the work and for the newcomer.</summary>
    public (PracticeTexts Texts, CitizenTexts? Citizen)? Read(string text)
    {
        if (YamlTree.Parse(text, problems) is not { } root)
            return null;
        var fields = Fields.Of(root, problems);
        var citizen = Citizen(fields, isNativeChecked: true);
        var texts = new PracticeTexts
        {
            Title = Whole(fields, "title"),
            Summary = Whole(fields, "summary"),
            Roles = ReadNames(fields, "roles", definition.Roles),
            Phases = ReadNames(fields, "phases", definition.Phases),
            Goals = ReadNames(fields, "goals", [.. definition.Goals.Select(g => g.Id)]),
            Settings = ReadNames(fields, "settings", [.. definition.Settings.Select(s => s.Id)]),
            Questions = ReadNames(fields, "questions", definition.Questions),
            Limits = ReadNames(fields, "limits", [.. definition.Limits.Select(l => l.Id)]),
            Ending = ReadNames(fields, "ending", definition.Ending.BrokenOff),
            Effects = ReadNames(fields, "effects", [.. definition.Effects.Select(e => e.Id)]),
            Starts = ReadNames(fields, "starts", [.. definition.Starts.Select(s => s.Id)]),
            Outcomes = ReadNames(fields, "outcomes", definition.Outcomes),
            Anchors = ReadNames(fields, "anchors", [.. definition.Anchors.Where(IsOwnDate).Select(a => a.Id)]),
            Steps = ReadEach(fields, "steps", definition.Steps, s => s.Id, (s, f) => new StepTexts(Whole(f, "title"), Whole(f, "how"), ReadNames(f, "checklist", s.Checklist))),
            Meetings = ReadEach(fields, "meetings", definition.Meetings, m => m.Id, (_, f) => new MeetingTexts(Whole(f, "title"), Whole(f, "about"))),
            Courses = ReadEach(
                fields, "courses", definition.Courses, c => c.Id,
                (c, f) => new CourseTexts(Whole(f, "title"), ReadNames(f, "modules", c.Modules), ReadNames(f, "sessions", [.. c.Sessions.Select(s => s.Id)]))),
            Partners = ReadEach(fields, "partners", definition.Partners, p => p.Id, (_, f) => new PartnerTexts(Whole(f, "name"), Whole(f, "part"))),
            Measures = ReadEach(fields, "measures", definition.Measures, m => m.Id, (_, f) => new MeasureTexts(Whole(f, "title"), Whole(f, "about"))),
            Setup = ReadEach(fields, "setup", definition.Setup, s => s.Id, (_, f) => new SetupTexts(Whole(f, "title"), Whole(f, "how"))),
            Advice = [.. fields.Texts("advice").Select(a => Checked(a.Text, a.Line))],
        };
        fields.Close();
        return (texts, citizen);
    }

    /// <summary>The newcomer's texts alone, in a language that has no others.</summary>
    public CitizenTexts? ReadCitizen(string text)
    {
        if (YamlTree.Parse(text, problems) is not { } root)
            return null;
        var fields = Fields.Of(root, problems);
        if (fields.YesNo("native-checked") is not { } isChecked)
        {
            problems.Add("missing-key", fields.Line, ("key", "native-checked"));
            isChecked = false;
        }

        var citizen = Citizen(fields, isChecked);
        fields.Close();
        return citizen;
    }

    private static bool IsOwnDate(Anchor anchor) =>
        anchor.Source == AnchorSource.Person || (anchor.Source == AnchorSource.Enrolment && anchor.Id is not (Anchor.Start or Anchor.Offered));

    private CitizenTexts? Citizen(Fields fields, bool isNativeChecked)
    {
        if (fields.Require("citizen") is not { } item)
            return null;
        var inner = Fields.Of(item, problems);
        var citizen = new CitizenTexts(Whole(inner, "title"), Whole(inner, "what"), Whole(inner, "choice"), isNativeChecked);
        inner.Close();
        return citizen;
    }

    private Dictionary<string, TText> ReadEach<TItem, TText>(Fields fields, string key, IReadOnlyList<TItem> items, Func<TItem, string> id, Func<TItem, Fields, TText> read)
    {
        var entries = fields.Entries(key, isRequired: items.Count > 0);
        TellDifference(key, entries, [.. items.Select(id)], fields.LineOf(key));
        var texts = new Dictionary<string, TText>();
        foreach (var item in items)
        {
            if (entries.Find(e => e.Key == id(item)) is not { } entry)
                continue;
            var inner = Fields.Of(entry.Value, problems);
            texts[id(item)] = read(item, inner);
            inner.Close();
        }

        return texts;
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
