using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Plans.Lists;
using Vejviser.Core.Foundation.Law;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Engine.Plans;

/// <summary>
/// What tasks are called and how they are done, in the reader's language, with the law's names of the plan's day filled in.
/// Ask for the versions first (<see cref="LoadAsync"/>); the rest is memory.
/// </summary>
public sealed class TaskWords(EffectivePractices practices, LawBook law, VejviserDb db, PageTexts text)
{
    private readonly Dictionary<Guid, PracticeDefinition> definitions = [];
    private readonly Dictionary<DateOnly, LawNames> namesByDay = [];
    private Dictionary<string, PracticeDefinition>? own;

    public string Language => text.Language;

    /// <summary>Reads the practice versions that are not in memory yet, and the municipality's own practices.</summary>
    /// <param name="newestOwn">As <see cref="EffectivePractices.NewestOwn"/> answers, where the page has asked; null where it has not.</param>
    public async ValueTask LoadAsync(IEnumerable<Guid> versions, CancellationToken cancel, IReadOnlyList<Guid>? newestOwn = null)
    {
        own ??= (newestOwn is null ? await practices.OwnAsync(db, cancel) : await practices.OwnAsync(db, newestOwn, cancel)).ToDictionary(p => p.Id, StringComparer.Ordinal);
        foreach (var version in versions)
            if (!definitions.ContainsKey(version))
                definitions[version] = await practices.OfAsync(db, version, cancel);
    }

    public PracticeDefinition? Definition(Guid version) => definitions.GetValueOrDefault(version);

    public Step? Step(StepName name) => Definition(name.PracticeVersionId)?.FindStep(name.Step);

    /// <summary>The title; a step that no definition knows is shown by its id, so that the task is never lost from sight.</summary>
    public string Title(StepName name) => name.OwnTitle ?? (Texts(name) is { } texts ? Fill(texts.Title, name) : name.Step);

    public string? How(StepName name) => Texts(name) is { } texts ? Fill(texts.How, name) : null;

    public string ChecklistItem(StepName name, string item) => Texts(name)?.Checklist.GetValueOrDefault(item) is { } line ? Fill(line, name) : item;

    public string Goal(Guid version, string goal) => Definition(version)?.TextsIn(Language).Goals.GetValueOrDefault(goal) ?? goal;

    public string Phase(Guid version, string phase) => Definition(version)?.TextsIn(Language).Phases.GetValueOrDefault(phase) ?? phase;

    public string Role(Guid version, string role) => Definition(version)?.TextsIn(Language).Roles.GetValueOrDefault(role) ?? role;

    /// <summary>A step's title by the practice's newest definition: for lists over many plans.</summary>
    public string Title(string practice, string step, DateOnly today) =>
        Find(practice) is { } definition && definition.TextsIn(Language).Steps.TryGetValue(step, out var texts)
            ? Fill(texts.Title, definition, today)
            : step;

    public string Phase(string practice, string phase) => Find(practice)?.TextsIn(Language).Phases.GetValueOrDefault(phase) ?? phase;

    /// <summary>The partner who does it, where the owner only sees to it that it is done.</summary>
    public string? Partner(StepName name) => Step(name)?.Partner is { } partner ? Definition(name.PracticeVersionId)!.TextsIn(Language).Partners[partner].Name : null;

    public string PracticeTitle(StepName name) => Definition(name.PracticeVersionId)?.TextsIn(Language).Title ?? name.Practice;

    public string PracticeTitle(string practice) => Find(practice)?.TextsIn(Language).Title ?? practice;

    /// <summary>The catalogue's practices and the municipality's own by title, for filters.</summary>
    public IEnumerable<(string Id, string Title)> Practices =>
        practices.Catalogue.Practices.Concat(Own.Values).Select(p => (p.Id, p.TextsIn(Language).Title)).OrderBy(p => p.Title, StringComparer.CurrentCulture);

    private Dictionary<string, PracticeDefinition> Own => own ?? throw new InvalidOperationException($"Ask {nameof(LoadAsync)} first.");

    /// <summary>What a practice changes elsewhere, as a sentence; its version asked for before.</summary>
    public string Effect(Guid version, string effect, DateOnly today) => Definition(version) is { } definition ? Fill(definition.TextsIn(Language).Effects[effect], definition, today) : "";

    /// <summary>Finished on the list itself where there is nothing to tick, show or write on the way.</summary>
    public bool IsFinishedInPlace(StepName name) => Step(name) is not { } step || (step.Checklist.Count == 0 && step.Evidence == EvidenceKind.None);

    private PracticeDefinition? Find(string practice) => practices.Catalogue.Find(practice) ?? Own.GetValueOrDefault(practice);

    private StepTexts? Texts(StepName name) => Definition(name.PracticeVersionId)?.TextsIn(Language).Steps.GetValueOrDefault(name.Step);

    private string Fill(string words, StepName name) => Fill(words, Definition(name.PracticeVersionId)!, name.LawDate);

    private string Fill(string words, PracticeDefinition definition, DateOnly day) => PracticeTexts.Fill(words, definition, id => Names(day).Find(id) ?? id);

    private LawNames Names(DateOnly day)
    {
        if (!namesByDay.TryGetValue(day, out var names))
            namesByDay[day] = names = law.Names(day, Language);
        return names;
    }
}
