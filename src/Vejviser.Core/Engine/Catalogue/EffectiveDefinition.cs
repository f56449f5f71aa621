namespace Vejviser.Core.Engine.Catalogue;

/// <summary>The catalogue's definition with a municipality's differences: what its plans follow.</summary>
public static class EffectiveDefinition
{
    /// <param name="definition">The catalogue's own.</param>
    /// <param name="changes">Differences without <see cref="PracticeChanges.FaultsIn"/>; what fits nothing is left aside.</param>
    public static PracticeDefinition With(this PracticeDefinition definition, PracticeChanges changes)
    {
        var settings = definition.Settings.ToDictionary(s => s.Id, s => changes.Settings.GetValueOrDefault(s.Id, s.Value));
        var steps = definition.Steps.Select(s => s.With(changes.Steps.GetValueOrDefault(s.Id), settings)).ToList();
        var omitted = steps.Where(s => changes.Steps.GetValueOrDefault(s.Id)?.IsOmitted == true).ToDictionary(s => s.Id);
        return definition with
        {
            Settings = [.. definition.Settings.Select(s => s with { Value = settings[s.Id] })],
            Offer = definition.Offer with { If = definition.Offer.If.With(settings) },
            Capacity = definition.Capacity is { } capacity ? capacity with { Seats = capacity.Seats.With(settings) } : null,
            Limits = [.. definition.Limits.Select(l => l with { Value = l.Value.With(settings) })],
            Anchors = [.. definition.Anchors.Select(a => a with { Birthday = a.Birthday?.With(settings) })],
            Meetings = [.. definition.Meetings.Select(m => m.InForceBy(settings))],
            Courses = [.. definition.Courses.Select(c => c.With(settings))],
            Measures = [.. definition.Measures.Select(m => m.With(settings))],
            Goals = [.. definition.Goals.Select(g => g with { Due = g.Due?.With(settings) })],
            Steps = [.. steps.Where(s => !omitted.ContainsKey(s.Id)).Select(s => s with { After = Bridge(s.After, omitted) })],
            Texts = definition.Texts.ToDictionary(t => t.Key, t => t.Value.With(t.Key, changes)),
        };
    }

    /// <summary>Who waited for a step that is left out waits for what that step waited for.</summary>
    private static List<string> Bridge(IReadOnlyList<string> after, Dictionary<string, Step> omitted) =>
        [.. after.SelectMany(a => omitted.TryGetValue(a, out var step) ? Bridge(step.After, omitted) : [a]).Distinct()];

    private static Step With(this Step step, StepChanges? changes, Dictionary<string, int> settings) => step with
    {
        Owner = changes?.Owner ?? step.Owner,
        Due = (changes?.Due?.ToRule().Rule ?? step.Due).With(settings),
        If = step.If.With(settings),
    };

    private static PracticeTexts With(this PracticeTexts texts, string language, PracticeChanges changes)
    {
        if (changes.Steps.Values.All(s => s.Texts?.ContainsKey(language) != true))
            return texts;
        return texts with
        {
            Steps = texts.Steps.ToDictionary(
                s => s.Key,
                s => changes.Steps.GetValueOrDefault(s.Key)?.Texts?.GetValueOrDefault(language) is { } own
                    ? s.Value with { Title = own.Title ?? s.Value.Title, How = own.How ?? s.Value.How }
                    : s.Value),
        };
    }
}
