using System.Globalization;

namespace Vejviser.Core.Engine.Catalogue.Own;

/// <summary>What is missing or wrong in a draft.</summary>
/// <param name="Field">The field's name in the form, such as <c>Steps[2].Name.Da</c>; empty for the whole.</param>
/// <param name="Key">Of its text in <c>texts/</c>.</param>
public sealed record DraftFault(string Field, string Key, IReadOnlyDictionary<string, object?> Values)
{
    internal static DraftFault Of(string field, string code) => new(field, $"practices.own.fault.{code}", new Dictionary<string, object?>());
}

/// <summary>Looks a draft through before it is written: what a form can get wrong, each at its field.</summary>
internal static class CheckDraft
{
    public static IEnumerable<DraftFault> Run(PracticeDraft draft) => Missing(draft).Concat(Lists(draft)).Concat(Figures(draft)).Concat(Rows(draft));

    private static IEnumerable<DraftFault> Missing(PracticeDraft draft)
    {
        if (!PracticeDefinition.Chapters.Contains(draft.Chapter))
            yield return DraftFault.Of("Chapter", "choose");
        foreach (var (field, words) in new[]
        {
            ("Title", draft.Title), ("Summary", draft.Summary), ("CitizenTitle", draft.CitizenTitle), ("CitizenWhat", draft.CitizenWhat), ("CitizenChoice", draft.CitizenChoice),
        })
            if (string.IsNullOrWhiteSpace(words.Da))
                yield return DraftFault.Of($"{field}.Da", "write");
        foreach (var (field, role) in new[] { ("Lead", draft.Lead), ("Contact", draft.Contact), ("DecidedBy", draft.DecidedBy) })
            if (string.IsNullOrEmpty(role))
                yield return DraftFault.Of(field, "choose");
    }

    private static IEnumerable<DraftFault> Lists(PracticeDraft draft)
    {
        if (draft.Phases.Count == 0)
            yield return DraftFault.Of("", "no-phase");
        if (draft.Steps.Count == 0)
            yield return DraftFault.Of("", "no-step");
        if (draft.Reasons.Count == 0)
            yield return DraftFault.Of("", "no-reason");
        if (draft.Measures.Count == 0)
            yield return DraftFault.Of("", "no-measure");
        foreach (var (i, measure) in draft.Measures.Index())
            if (measure.Kind != DraftMeasureKind.Outcome && draft.Measures.Take(i).Any(m => m.Kind == measure.Kind))
                yield return DraftFault.Of($"Measures[{i}].Kind", "twice");
    }

    /// <summary>Every figure of the form with its field; whether it may be left out.</summary>
    private static IEnumerable<(string Field, DraftFigure Figure, bool IsOptional)> AllFigures(PracticeDraft draft) =>
    [
        ("Seats", draft.Seats, true), ("If.AgeFrom", draft.If.AgeFrom, true), ("If.AgeTo", draft.If.AgeTo, true), ("If.ChildrenAgeFrom", draft.If.ChildrenAgeFrom, true),
        ("If.ChildrenAgeTo", draft.If.ChildrenAgeTo, true), ("If.DenmarkMonthsFrom", draft.If.DenmarkMonthsFrom, true), ("If.DenmarkMonthsTo", draft.If.DenmarkMonthsTo, true),
        .. draft.Steps.Index().Select(s => ($"Steps[{s.Index}].Amount", s.Item.Amount, false)),
        .. draft.Meetings.Index().Where(m => !m.Item.Returns).Select(m => ($"Meetings[{m.Index}].Amount", m.Item.Amount, false)),
        .. draft.Meetings.Index().Where(m => m.Item.Returns).Select(m => ($"Meetings[{m.Index}].EveryWeeks", m.Item.EveryWeeks, false)),
        .. draft.Meetings.Index().Select(m => ($"Meetings[{m.Index}].Minutes", m.Item.Minutes, true)),
        .. draft.Measures.Index().Select(m => ($"Measures[{m.Index}].Target", m.Item.Target, true)),
    ];

    private static IEnumerable<DraftFault> Figures(PracticeDraft draft)
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (field, written, isOptional) in AllFigures(draft))
        {
            if (written.IsEmpty)
            {
                if (!isOptional)
                    yield return DraftFault.Of(field, "number");
                continue;
            }

            if (Figure.Parse(written.Text) is not { } figure || figure is { Setting: null, Value: < 0 or > Figure.Most } || figure.IsNegated)
                yield return DraftFault.Of(field, "number");
            else if (figure.Setting is { } setting)
            {
                used.Add(setting);
                if (!draft.Settings.Exists(s => s.Id == setting))
                    yield return DraftFault.Of(field, "number");
            }
        }

        foreach (var (i, setting) in draft.Settings.Index())
        {
            if (setting.Value is not { } value || Math.Abs((long)value) > new Setting("", 0, 0, setting.Unit, null, null).Most)
                yield return DraftFault.Of($"Settings[{i}].Value", "number");
            if (setting.Id is not null && !used.Contains(setting.Id))
                yield return DraftFault.Of($"Settings[{i}].Name.Da", "unused");
        }
    }

    private static IEnumerable<DraftFault> Rows(PracticeDraft draft)
    {
        (string List, IEnumerable<DraftNamed> Items)[] lists =
        [
            ("Questions", draft.Questions), ("Settings", draft.Settings), ("Phases", draft.Phases), ("Steps", draft.Steps), ("Meetings", draft.Meetings), ("Reasons", draft.Reasons), ("Setup", draft.Setup),
        ];
        foreach (var (list, items) in lists)
            foreach (var (i, item) in items.Index())
                if (string.IsNullOrWhiteSpace(item.Name.Da))
                    yield return DraftFault.Of($"{list}[{i}].Name.Da", "write");
        foreach (var (i, measure) in draft.Measures.Index())
            if (measure.Kind == DraftMeasureKind.Outcome && string.IsNullOrWhiteSpace(measure.Name.Da))
                yield return DraftFault.Of($"Measures[{i}].Name.Da", "write");
        foreach (var (i, step) in draft.Steps.Index())
        {
            if (string.IsNullOrWhiteSpace(step.How.Da))
                yield return DraftFault.Of($"Steps[{i}].How.Da", "write");
            if (string.IsNullOrEmpty(step.Owner))
                yield return DraftFault.Of($"Steps[{i}].Owner", "choose");
        }

        foreach (var (i, meeting) in draft.Meetings.Index())
        {
            if (string.IsNullOrWhiteSpace(meeting.About.Da))
                yield return DraftFault.Of($"Meetings[{i}].About.Da", "write");
            if (string.IsNullOrEmpty(meeting.With))
                yield return DraftFault.Of($"Meetings[{i}].With", "choose");
            if (!string.IsNullOrWhiteSpace(meeting.At) && !TimeOnly.TryParseExact(meeting.At.Trim(), "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
                yield return DraftFault.Of($"Meetings[{i}].At", "time");
        }

        foreach (var (i, item) in draft.Setup.Index())
        {
            if (string.IsNullOrWhiteSpace(item.How.Da))
                yield return DraftFault.Of($"Setup[{i}].How.Da", "write");
            if (string.IsNullOrEmpty(item.Owner))
                yield return DraftFault.Of($"Setup[{i}].Owner", "choose");
        }
    }
}
