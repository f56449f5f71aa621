using System.Globalization;

namespace Vejviser.Core.Engine.Catalogue;

public enum DifferenceKind
{
    SettingChanged = 1,
    StepAdded,
    StepRemoved,
    OwnerChanged,
    DueChanged,
    TitleChanged,
    HowChanged,
    ConditionsChanged,
    LawPeriodChanged,
    DependenciesChanged,
    BlocksChanged,
    ChecklistChanged,
    EvidenceChanged,
}

/// <summary>One thing in which two definitions differ.</summary>
/// <param name="Id">The setting's or the step's id.</param>
/// <param name="Before">As the definition writes it; null where it was not there.</param>
/// <param name="Language">Set where a text differs.</param>
public sealed record PracticeDifference(DifferenceKind Kind, string Id, string? Before, string? After, string? Language = null)
{
    /// <summary>Everything in which the later differs from the earlier, settings first, then by step in the order of the later.</summary>
    public static IReadOnlyList<PracticeDifference> Between(PracticeDefinition earlier, PracticeDefinition later)
    {
        var all = new List<PracticeDifference>();
        foreach (var setting in later.Settings)
            if (earlier.Settings.FirstOrDefault(s => s.Id == setting.Id)?.Value is var before && before != setting.Value)
                all.Add(new(DifferenceKind.SettingChanged, setting.Id, before?.ToString(CultureInfo.InvariantCulture), setting.Value.ToString(CultureInfo.InvariantCulture)));
        foreach (var step in later.Steps)
        {
            if (earlier.FindStep(step.Id) is { } before)
                all.AddRange(Of(before, step).Concat(OfTexts(step.Id, earlier, later)));
            else
                all.Add(new(DifferenceKind.StepAdded, step.Id, null, step.Owner));
        }

        all.AddRange(earlier.Steps.Where(s => later.FindStep(s.Id) is null).Select(s => new PracticeDifference(DifferenceKind.StepRemoved, s.Id, s.Owner, null)));
        return all;
    }

    private static IEnumerable<PracticeDifference> Of(Step before, Step after)
    {
        PracticeDifference? Changed(DifferenceKind kind, string was, string becomes) => was == becomes ? null : new(kind, after.Id, was, becomes);
        return new[]
        {
            Changed(DifferenceKind.OwnerChanged, before.Owner, after.Owner),
            Changed(DifferenceKind.DueChanged, DueRuleParts.FromRule(before.Due).InForce(), DueRuleParts.FromRule(after.Due).InForce()),
            before.If.SameAs(after.If) && before.Each == after.Each ? null : new(DifferenceKind.ConditionsChanged, after.Id, before.Each.ToString(), after.Each.ToString()),
            Changed(DifferenceKind.LawPeriodChanged, before.Law.Written, after.Law.Written),
            Changed(DifferenceKind.DependenciesChanged, string.Join(", ", before.After), string.Join(", ", after.After)),
            Changed(DifferenceKind.BlocksChanged, string.Join(", ", before.Blocks), string.Join(", ", after.Blocks)),
            Changed(DifferenceKind.ChecklistChanged, string.Join(", ", before.Checklist), string.Join(", ", after.Checklist)),
            Changed(DifferenceKind.EvidenceChanged, $"{before.Evidence} {before.IsEvidenceRequired}", $"{after.Evidence} {after.IsEvidenceRequired}"),
        }.OfType<PracticeDifference>();
    }

    private static IEnumerable<PracticeDifference> OfTexts(string step, PracticeDefinition earlier, PracticeDefinition later)
    {
        foreach (var (language, texts) in later.Texts)
        {
            var (before, after) = (earlier.Texts.GetValueOrDefault(language)?.Steps.GetValueOrDefault(step), texts.Steps.GetValueOrDefault(step));
            if (before?.Title != after?.Title)
                yield return new(DifferenceKind.TitleChanged, step, before?.Title, after?.Title, language);
            if (before?.How != after?.How)
                yield return new(DifferenceKind.HowChanged, step, before?.How, after?.How, language);
        }
    }
}
