namespace Vejviser.Core.Engine.Catalogue.Own;

/// <summary>Gives what has been named and has no id one that nothing else in its list has.</summary>
public static class DraftIds
{
    public static void Give(PracticeDraft draft)
    {
        Give(draft.Questions, "question");
        Give(draft.Settings, "figure");
        Give(draft.Phases, "phase");
        Give(draft.Steps, "step");
        Give(draft.Meetings, "meeting");
        Give(draft.Reasons, "reason");
        Give(draft.Setup, "item");
        foreach (var measure in draft.Measures.Where(m => m.Kind != DraftMeasureKind.Outcome))
            measure.Id = EnumId(measure.Kind);
        foreach (var measure in draft.Measures.Where(m => m.Kind == DraftMeasureKind.Outcome && Enum.GetValues<DraftMeasureKind>().Any(k => EnumId(k) == m.Id)))
            measure.Id = null;
        Give(draft.Measures.Where(m => m.Kind == DraftMeasureKind.Outcome), "result");
        foreach (var step in draft.Steps.Where(s => s.Phase is null || draft.Phases.TrueForAll(p => p.Id != s.Phase)))
            step.Phase = draft.Phases.Find(p => p.Id is not null)?.Id;
    }

    private static void Give(IEnumerable<DraftNamed> list, string otherwise)
    {
        var all = list.ToList();
        foreach (var item in all.Where(i => !string.IsNullOrWhiteSpace(i.Name.Da) && (string.IsNullOrEmpty(i.Id) || !Reading.Fields.IsId(i.Id))))
            item.Id = MadeIds.Of(item.Name.Da!, otherwise, made => IsKept(made) || all.Exists(o => o.Id == made));
    }

    /// <summary>The id of a task by hand, and those of measures without a name.</summary>
    private static bool IsKept(string id) => id == Step.Own || Enum.GetValues<DraftMeasureKind>().Any(k => EnumId(k) == id);

    private static string EnumId(DraftMeasureKind kind) => Reading.EnumWords.Of(kind);
}
