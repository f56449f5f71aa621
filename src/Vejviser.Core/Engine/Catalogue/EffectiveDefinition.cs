namespace Vejviser.Core.Engine.Catalogue;

/// <summary>The catalogue's definition with a municipality's differences: what its plans follow.</summary>
public static class EffectiveDefinition
{
    /// <param name="definition">The catalogue's own.</param>
    /// <param name="changes">Differences without <see cref="PracticeChanges.FaultsIn"/>; what fits nothing is left aside.</param>
    public static PracticeDefinition With(this PracticeDefinition definition, PracticeChanges changes)
    {
        var settings = definition.Settings.ToDictionary(s => s.Id, s => changes.Settings.GetValueOrDefault(s.Id, s.Value));
        var steps = Joined(definition, changes).Select(s => s.With(changes.Steps.GetValueOrDefault(s.Id), settings)).ToList();
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
            Surveys = [.. definition.Surveys.Select(s => s with { AnswersLeast = s.AnswersLeast.With(settings) })],
            Goals = [.. definition.Goals.Select(g => g with { Due = g.Due?.With(settings) })],
            Steps = [.. steps.Where(s => !omitted.ContainsKey(s.Id)).Select(s => s with { After = Bridge(s.After, omitted) })],
            Texts = definition.Texts.ToDictionary(t => t.Key, t => t.Value.With(t.Key, changes, Fitting(definition, changes))),
            CitizenTexts = definition.CitizenTexts.ToDictionary(t => t.Key, t => t.Value.With(changes.Texts?.GetValueOrDefault(t.Key))),
        };
    }

    /// <summary>The steps with those a municipality added, each last in its phase.</summary>
    private static List<Step> Joined(PracticeDefinition definition, PracticeChanges changes)
    {
        var steps = definition.Steps.ToList();
        foreach (var (id, added) in Fitting(definition, changes))
        {
            var phase = Phase(added.Phase);
            steps.Insert(steps.FindLastIndex(s => Phase(s.Phase) <= phase) + 1, added.ToStep(id, definition));
        }

        return steps;

        int Phase(string id) => definition.Phases.Index().First(p => p.Item == id).Index;
    }

    private static IEnumerable<KeyValuePair<string, AddedStep>> Fitting(PracticeDefinition definition, PracticeChanges changes) =>
        (changes.Added ?? new Dictionary<string, AddedStep>()).Where(a => !a.Value.FaultsIn(definition, a.Key).Any());

    /// <summary>Who waited for a step that is left out waits for what that step waited for.</summary>
    private static List<string> Bridge(IReadOnlyList<string> after, Dictionary<string, Step> omitted) =>
        [.. after.SelectMany(a => omitted.TryGetValue(a, out var step) ? Bridge(step.After, omitted) : [a]).Distinct()];

    private static Step With(this Step step, StepChanges? changes, Dictionary<string, int> settings) => step with
    {
        Owner = changes?.Owner ?? step.Owner,
        Due = (changes?.Due?.ToRule().Rule ?? step.Due).With(settings),
        If = step.If.With(settings),
    };

    private static PracticeTexts With(this PracticeTexts texts, string language, PracticeChanges changes, IEnumerable<KeyValuePair<string, AddedStep>> added)
    {
        var words = changes.Texts?.GetValueOrDefault(language);
        if (words is null && changes.Added is null && changes.Steps.Values.All(s => s.Texts?.ContainsKey(language) != true))
            return texts;
        var steps = texts.Steps.ToDictionary(
            s => s.Key,
            s => changes.Steps.GetValueOrDefault(s.Key)?.Texts?.GetValueOrDefault(language) is { } own
                ? s.Value with { Title = own.Title ?? s.Value.Title, How = own.How ?? s.Value.How }
                : s.Value);
        foreach (var (id, step) in added)
            steps[id] = step.TextsIn(language);
        return texts with { Title = words?.Title ?? texts.Title, Summary = words?.Summary ?? texts.Summary, Steps = steps };
    }

    private static CitizenTexts With(this CitizenTexts texts, OwnPracticeWords? words) => words is null ? texts : texts with
    {
        Title = words.CitizenTitle ?? texts.Title, What = words.CitizenWhat ?? texts.What, Choice = words.CitizenChoice ?? texts.Choice,
    };
}
