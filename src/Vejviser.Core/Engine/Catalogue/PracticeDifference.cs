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
    PracticeTitleChanged,
    SummaryChanged,
    CitizenTextChanged,
    OfferChanged,
    MeetingsChanged,
    MeasuresChanged,
    EndingChanged,
    SettingRemoved,
    PartnerChanged,
}

/// <summary>One thing in which two definitions differ.</summary>
/// <param name="Id">The setting's or the step's id; the practice's where the whole of it differs.</param>
/// <param name="Before">As the definition writes it; null where it was not there.</param>
/// <param name="Language">Set where a text differs.</param>
public sealed record PracticeDifference(DifferenceKind Kind, string Id, string? Before, string? After, string? Language = null)
{
    /// <summary>Everything in which the later differs from the earlier, settings first, then by step in the order of the later.</summary>
    public static IReadOnlyList<PracticeDifference> Between(PracticeDefinition earlier, PracticeDefinition later)
    {
        var all = OfWhole(earlier, later).ToList();
        foreach (var setting in later.Settings)
            if (earlier.Settings.FirstOrDefault(s => s.Id == setting.Id)?.Value is var before && before != setting.Value)
                all.Add(new(DifferenceKind.SettingChanged, setting.Id, before?.ToString(CultureInfo.InvariantCulture), setting.Value.ToString(CultureInfo.InvariantCulture)));
        all.AddRange(earlier.Settings.Where(s => later.Settings.All(l => l.Id != s.Id)).Select(s => new PracticeDifference(DifferenceKind.SettingRemoved, s.Id, s.Value.ToString(CultureInfo.InvariantCulture), null)));
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

    /// <summary>What is said of the practice itself. A figure that differs is told as its setting.</summary>
    private static IEnumerable<PracticeDifference> OfWhole(PracticeDefinition earlier, PracticeDefinition later)
    {
        IEnumerable<PracticeDifference> Changed(DifferenceKind kind, string? was, string? becomes, string? language = null) =>
            was == becomes ? [] : [new(kind, later.Id, was, becomes, language)];
        static string Ids(IEnumerable<string> ids) => string.Join(", ", ids);
        foreach (var (language, texts) in later.Texts)
            foreach (var difference in Changed(DifferenceKind.PracticeTitleChanged, earlier.Texts.GetValueOrDefault(language)?.Title, texts.Title, language)
                .Concat(Changed(DifferenceKind.SummaryChanged, earlier.Texts.GetValueOrDefault(language)?.Summary, texts.Summary, language)))
                yield return difference;
        foreach (var (language, texts) in later.CitizenTexts)
            foreach (var difference in Changed(DifferenceKind.CitizenTextChanged, Written(earlier.CitizenTexts.GetValueOrDefault(language)), Written(texts), language))
                yield return difference;
        foreach (var difference in Changed(DifferenceKind.OfferChanged, Ids(earlier.Offer.If.All.Select(c => c.Code)), Ids(later.Offer.If.All.Select(c => c.Code)))
            .Concat(Changed(DifferenceKind.MeetingsChanged, Ids(earlier.Meetings.Select(m => m.Id)), Ids(later.Meetings.Select(m => m.Id))))
            .Concat(Changed(DifferenceKind.MeasuresChanged, Ids(earlier.Measures.Select(m => m.Id)), Ids(later.Measures.Select(m => m.Id))))
            .Concat(Changed(DifferenceKind.EndingChanged, Ids(earlier.Ending.BrokenOff), Ids(later.Ending.BrokenOff))))
            yield return difference;
    }

    private static string? Written(CitizenTexts? texts) => texts is null ? null : $"{texts.Title} {texts.What} {texts.Choice}";

    private static IEnumerable<PracticeDifference> Of(Step before, Step after)
    {
        PracticeDifference? Changed(DifferenceKind kind, string was, string becomes) => was == becomes ? null : new(kind, after.Id, was, becomes);
        return new[]
        {
            Changed(DifferenceKind.OwnerChanged, before.Owner, after.Owner),
            Changed(DifferenceKind.PartnerChanged, before.Partner ?? "", after.Partner ?? ""),
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
