using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Vejviser.Core.Engine.Catalogue.Reading;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Engine.Catalogue.Own;

/// <summary>
/// Writes a draft as a practice's files. The same draft is always the same text, letter for letter: that is how one knows whether a form can
/// show all that a stored practice says.
/// </summary>
internal sealed class DraftFiles(PracticeDraft draft, string id, int version, string municipality, Texts texts)
{
    private static readonly JsonSerializerOptions Quoting = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly StringBuilder yaml = new();

    public string Structure()
    {
        yaml.Clear();
        Line("# yaml-language-server: $schema=../schema.json");
        Line($"id: {id}");
        Line($"chapter: {draft.Chapter}");
        Line($"origin: {{ municipalities: [{Quoted(municipality)}], page: 0 }}");
        Line($"version: {version.ToString(CultureInfo.InvariantCulture)}");
        Line($"for: {EnumWords.Of(draft.For)}");
        Line($"lead: {draft.Lead}");
        Line($"contact: {draft.Contact}");
        Block("settings", draft.Settings, s => $"{s.Id}: {{ default: {Number(s.Value)}, unit: {s.Unit}, source: own estimate }}");
        Line($"roles: [{string.Join(", ", Roles)}]");
        Line($"phases: [{string.Join(", ", draft.Phases.Select(p => p.Id))}]");
        Line($"areas: [{draft.Chapter}]");
        Line("anchors:");
        Line("  start: { source: enrolment }");
        Line("  takeover: { source: law, rule: takeover }");
        Line("  arrival: { source: household, or: takeover }");
        if (draft.Questions.Count > 0)
            Line($"questions: [{string.Join(", ", draft.Questions.Select(q => q.Id))}]");
        Offer();
        if (!draft.Seats.IsEmpty)
            Line($"capacity: {{ seats: {Amount(draft.Seats)} }}");
        Block("steps", draft.Steps, s => $"- {{ id: {s.Id}, area: {draft.Chapter}, phase: {s.Phase}, owner: {s.Owner}, due: {Due(s)} }}");
        Block("meetings", draft.Meetings, Meeting);
        Line($"ending: {{ completed: [{string.Join(", ", draft.Steps.Where(s => s.IsLast).Select(s => s.Id))}], broken-off: [{string.Join(", ", draft.Reasons.Select(r => r.Id))}] }}");
        var outcomes = draft.Measures.Where(m => m.Kind == DraftMeasureKind.Outcome).Select(m => m.Id).ToList();
        if (outcomes.Count > 0)
            Line($"outcomes: [{string.Join(", ", outcomes)}]");
        Block("measures", draft.Measures, Measure);
        Block("setup", draft.Setup, s => $"- {{ id: {s.Id}, owner: {s.Owner} }}");
        return yaml.ToString();
    }

    /// <summary>The whole texts in Danish or English.</summary>
    public string WordsIn(string language)
    {
        yaml.Clear();
        Line($"title: {In(draft.Title)}");
        Line($"summary: {In(draft.Summary)}");
        Block("roles", Roles, r => $"{r}: {Quoted(texts.Get(language, $"role.{r}"))}");
        Block("phases", draft.Phases, Named);
        Block("questions", draft.Questions, Named);
        Block("settings", draft.Settings, Named);
        Block("steps", draft.Steps, s => $"{s.Id}: {{ title: {In(s.Name)}, how: {In(s.How)} }}");
        Block("meetings", draft.Meetings, m => $"{m.Id}: {{ title: {In(m.Name)}, about: {In(m.About)} }}");
        Block("ending", draft.Reasons, Named);
        Block("outcomes", [.. draft.Measures.Where(m => m.Kind == DraftMeasureKind.Outcome)], Named);
        Block("measures", draft.Measures, m => $"{m.Id}: {{ title: {(m.Kind == DraftMeasureKind.Outcome ? In(m.Name) : Said(m, "title"))}, about: {Said(m, "about")} }}");
        Block("setup", draft.Setup, s => $"{s.Id}: {{ title: {In(s.Name)}, how: {In(s.How)} }}");
        Line($"citizen: {{ title: {In(draft.CitizenTitle)}, what: {In(draft.CitizenWhat)}, choice: {In(draft.CitizenChoice)} }}");
        return yaml.ToString();

        string In(DraftWords words) => Quoted(words.In(language));
        string Named(DraftNamed named) => $"{named.Id}: {In(named.Name)}";
        string Said(DraftMeasure measure, string part) => Quoted(texts.Get(language, $"practices.own.measure.{EnumWords.Of(measure.Kind)}.{part}"));
    }

    private IReadOnlyList<string> Roles =>
    [
        .. new[] { draft.Lead, draft.Contact, draft.DecidedBy }.Concat(draft.Steps.Select(s => s.Owner)).Concat(draft.Meetings.Select(m => m.With)).Concat(draft.Setup.Select(s => s.Owner))
            .Where(r => !string.IsNullOrEmpty(r)).OfType<string>().Distinct(),
    ];

    private void Offer()
    {
        var conditions = Conditions().ToList();
        Line("offer:");
        if (conditions.Count > 0)
            Line($"  if: {{ {string.Join(", ", conditions)} }}");
        Line($"  decided-by: {draft.DecidedBy}");
        Line($"  voluntary: {(draft.IsRequired ? "false" : "true")}");
        if (!string.IsNullOrEmpty(draft.Consent))
            Line($"  consent: {draft.Consent}");
    }

    private IEnumerable<string> Conditions()
    {
        var c = draft.If;
        foreach (var (key, figure) in new[]
        {
            ("age-from", c.AgeFrom), ("age-to", c.AgeTo), ("children-age-from", c.ChildrenAgeFrom), ("children-age-to", c.ChildrenAgeTo),
            ("denmark-months-from", c.DenmarkMonthsFrom), ("denmark-months-to", c.DenmarkMonthsTo),
        })
            if (!figure.IsEmpty)
                yield return $"{key}: {Amount(figure)}";
        if (c.Education.Count > 0)
            yield return $"education: [{string.Join(", ", c.Education.Order().Select(e => EnumWords.Of(e)))}]";
        if (c.EnglishFrom is { } english)
            yield return $"english-from: {EnumWords.Of(english)}";
        if (c.Track.Count > 0)
            yield return $"danish-track: [{string.Join(", ", c.Track.Order().Select(t => EnumWords.Of(t)))}]";
        if (c.Basis.Count > 0)
            yield return $"basis: [{string.Join(", ", c.Basis.Order(StringComparer.Ordinal))}]";
        if (c.Sex is { } sex)
            yield return $"sex: [{EnumWords.Of(sex)}]";
        foreach (var (key, wanted) in new[]
        {
            ("has-children", c.HasChildren), ("single", c.Single), ("unaccompanied", c.Unaccompanied), ("at-centre", c.AtCentre), ("arrived", c.Arrived),
            ("interpreter", c.Interpreter), ("own-business", c.OwnBusiness), ("work-background", c.WorkBackground),
        })
            if (wanted is { } value)
                yield return $"{key}: {(value ? "true" : "false")}";
        foreach (var (key, isNo) in new[] { ("answers", false), ("answers-no", true) })
            if (draft.Questions.Exists(q => q.IsNo == isNo))
                yield return $"{key}: [{string.Join(", ", draft.Questions.Where(q => q.IsNo == isNo).Select(q => q.Id))}]";
    }

    private static string Due(DraftDue due)
    {
        var amount = Amount(due.Amount, due.IsBefore);
        return $"{{ {EnumWords.Of(due.Unit)}: {amount}, from: {due.Anchor}{(due.Unit == DueUnit.Workdays ? "" : ", roll: next")} }}";
    }

    private static string Meeting(DraftMeeting meeting)
    {
        var when = meeting.Returns
            ? $"kind: series, rule: \"FREQ=WEEKLY;INTERVAL={meeting.EveryWeeks.Text};BYDAY={meeting.Weekday.ToString()[..2].ToUpperInvariant()}\""
            : $"kind: single, due: {Due(meeting)}";
        var at = string.IsNullOrWhiteSpace(meeting.At) ? "" : $", at: \"{meeting.At.Trim()}\"";
        var minutes = meeting.Minutes.IsEmpty ? "" : $", minutes: {Amount(meeting.Minutes)}";
        return $"- {{ id: {meeting.Id}, {when}{at}{minutes}, with: [{meeting.With}], invites: {EnumWords.Of(meeting.Invites)}, room: {EnumWords.Of(meeting.Room)} }}";
    }

    private static string Measure(DraftMeasure measure)
    {
        var counts = measure.Kind switch
        {
            DraftMeasureKind.Completed => "numerator: { state: completed }, denominator: { plans: ended }, unit: percent",
            DraftMeasureKind.Outcome => $"numerator: {{ outcome: {measure.Id} }}, denominator: {{ plans: ended }}, unit: percent",
            DraftMeasureKind.Accepted => "numerator: { offers: accepted }, denominator: { offers: made }, unit: percent",
            _ => "numerator: { plans: started }, unit: number",
        };
        return $"- {{ id: {measure.Id}, {counts}{(measure.Target.IsEmpty ? "" : $", target: {Amount(measure.Target)}")} }}";
    }

    private static string Number(int? value) => (value ?? 0).ToString(CultureInfo.InvariantCulture);

    /// <summary>A number as it is, a setting in the quotes YAML wants.</summary>
    private static string Amount(DraftFigure figure, bool isBefore = false)
    {
        var amount = int.TryParse(figure.Text, CultureInfo.InvariantCulture, out var number) ? Number(number) : figure.Text;
        var sign = isBefore && amount != "0" ? "-" : "";
        return amount.StartsWith('$') ? $"\"{sign}{amount}\"" : $"{sign}{amount}";
    }

    /// <summary>JSON's strings are YAML's double-quoted ones.</summary>
    private static string Quoted(string text) => JsonSerializer.Serialize(text.ReplaceLineEndings("\n"), Quoting);

    private void Block<T>(string key, IReadOnlyCollection<T> items, Func<T, string> write)
    {
        if (items.Count == 0)
            return;
        Line($"{key}:");
        foreach (var item in items)
            Line($"  {write(item)}");
    }

    private void Line(string text) => yaml.Append(text).Append('\n');
}
