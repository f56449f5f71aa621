using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.People;

namespace Vejviser.Web.Engine.Catalogue;

/// <summary>
/// The municipality's next version of a practice. The draft travels in the form itself, step by step, until it is published: nothing
/// is kept half, and two who adapt at once do not write over each other.
/// </summary>
public sealed class PracticeAdaptModel(EffectivePractices practices, PlanLaw law, LanguageNames languages) : PracticePage(practices, law)
{
    private const int MostNote = 500;

    /// <summary>JSON of the differences so far.</summary>
    [BindProperty]
    public string? Draft { get; set; }

    [BindProperty]
    public Dictionary<string, int?> Setting { get; set; } = [];

    /// <summary>The step whose fields are open; its fields come back with every button.</summary>
    [BindProperty]
    public StepForm? Step { get; set; }

    /// <summary>The own step whose fields are open.</summary>
    [BindProperty]
    public AddedStepForm? Added { get; set; }

    /// <summary>Own words for the practice, by language.</summary>
    [BindProperty]
    public Dictionary<string, WordsForm> Words { get; set; } = [];

    [BindProperty]
    public string? Note { get; set; }

    public PracticeChanges Changes { get; private set; } = PracticeChanges.None;

    /// <summary>The catalogue with the draft.</summary>
    public PracticeDefinition Drafted { get; private set; } = null!;

    /// <summary>The step open for editing, with the draft's words and figures; null where none is.</summary>
    public StepForm? Open { get; private set; }

    /// <summary>The own step open for editing; null where none is.</summary>
    public AddedStepForm? OpenAdded { get; private set; }

    /// <summary>What opens the fields of a new step.</summary>
    public const string NewStep = "own";

    public DifferenceList FromCatalogue => new(Original, Drafted, this);

    public DifferenceList FromNewest => new(Definition, Drafted, this);

    /// <summary>True for a step of the draft that is not the definition's.</summary>
    public bool IsAddedHere(Step step) => Changes.Added?.ContainsKey(step.Id) == true;

    /// <summary>As it stands inside a sentence: small in Danish, which writes languages so.</summary>
    public string LanguageName(string language)
    {
        var name = languages.Name(language, Text.Language);
        return Text.Language == "da" ? name.ToLower(CultureInfo.CurrentCulture) : name;
    }

    public string DirectionOf(string language) => languages.All.Any(l => l.Code == language && l.IsRightToLeft) ? "rtl" : "ltr";

    public async Task<IActionResult> OnGetAsync(string? step)
    {
        if (!await LoadAsync())
            return NotFound();
        Take(Published());
        return Show(step);
    }

    /// <summary>Keeps what is written, takes an own step away, and opens another step or none.</summary>
    public async Task<IActionResult> OnPostAsync(string? edit, string? drop)
    {
        if (!await LoadAsync())
            return NotFound();
        return ReadDraft(drop) is { } read ? Refused(read) : Show(edit);
    }

    public async Task<IActionResult> OnPostPublishAsync([FromServices] PublishPracticeVersion publish)
    {
        if (!await LoadAsync())
            return NotFound();
        if (ReadDraft(null) is { } read)
            return Refused(read);
        if (string.IsNullOrWhiteSpace(Note) || Note.Length > MostNote)
        {
            ModelState.AddModelError("Note", Text["practices.note-needed", ("most", MostNote)]);
            return Show(null);
        }

        var published = await publish.RunAsync(new PublishPracticeVersionInput(Practice, Changes, Note.Trim()), Audit("practices.publish-version"), Cancel);
        if (!published.IsSuccess)
            return Refused(published.Failure);
        Tell(Text["practices.was-published", ("number", published.Value.Number)]);
        return LocalRedirect($"/practices/{Practice}");
    }

    private PracticeChanges Published()
    {
        // Differences from an older catalogue are carried over; what no longer fits is named when publishing.
        var newest = Versions.Count > 0 ? PracticeChanges.FromJson(Versions[0].Changes) : PracticeChanges.None;
        return newest with { CatalogueVersion = Original.Version };
    }

    private void Take(PracticeChanges changes)
    {
        Changes = changes;
        Drafted = Original.With(changes);
        Draft = changes.ToJson();
    }

    /// <summary>The draft with the fields of this form; a failure where a rule says no, with the draft as it was before.</summary>
    private Failure? ReadDraft(string? drop)
    {
        PracticeChanges before;
        try
        {
            before = PracticeChanges.FromJson(Draft ?? "{}") with { CatalogueVersion = Original.Version };
        }
        catch (JsonException)
        {
            before = Published();
        }

        ModelState.Clear();
        Take(before.FaultsIn(Original).Count == 0 ? before : Published());
        var settings = Original.Settings.Where(s => Setting.GetValueOrDefault(s.Id) is { } value && value != s.Default).ToDictionary(s => s.Id, s => Setting[s.Id]!.Value, StringComparer.Ordinal);
        var changes = Changes with { Settings = Setting.Count == 0 ? Changes.Settings : settings };
        if (Step is { Id.Length: > 0 } form && Original.With(changes with { Steps = new Dictionary<string, StepChanges>() }).FindStep(form.Id) is { } original)
        {
            var steps = changes.Steps.Where(s => s.Key != form.Id).ToDictionary(s => s.Key, s => s.Value, StringComparer.Ordinal);
            if (form.ToChanges(original) is { } changed)
                steps[form.Id] = changed;
            changes = changes with { Steps = steps };
        }

        changes = WithAdded(changes, drop);
        if (Words.Count > 0)
        {
            var words = Words.Select(w => (w.Key, Own: w.Value.ToWords())).Where(w => w.Own is not null).OrderBy(w => w.Key, StringComparer.Ordinal).ToDictionary(w => w.Key, w => w.Own!, StringComparer.Ordinal);
            changes = changes with { Texts = words.Count == 0 ? null : words };
        }

        if (changes.FaultsIn(Original) is [var fault, ..])
            return fault;
        Take(changes);
        return null;
    }

    private PracticeChanges WithAdded(PracticeChanges changes, string? drop)
    {
        var added = (changes.Added ?? new Dictionary<string, AddedStep>()).Where(a => a.Key != drop).ToDictionary(a => a.Key, a => a.Value, StringComparer.Ordinal);
        if (Added is { IsBlank: false } form && form.Id != drop)
        {
            var (id, step) = form.ToStep(made => added.ContainsKey(made) || Original.FindStep(made) is not null);
            added[id] = step;
        }

        return changes with { Added = added.Count == 0 ? null : added };
    }

    private IActionResult Refused(Failure failure)
    {
        TellFailure(failure);
        var shown = Show(Step?.Id);
        // What was written stays in its fields.
        OpenAdded = Added is { IsBlank: false } ? Added : null;
        return shown;
    }

    private IActionResult Show(string? step)
    {
        // A step that is left out is still there to be taken back: its fields come from the catalogue with the draft's settings.
        var whole = Original.With(Changes with { Steps = Changes.Steps.ToDictionary(s => s.Key, s => s.Value with { IsOmitted = false }, StringComparer.Ordinal) });
        OpenAdded = step == NewStep ? AddedStepForm.New(Original)
            : step is not null && Changes.Added?.GetValueOrDefault(step) is { } added ? AddedStepForm.Of(step, added, Original)
            : null;
        Open = step is not null && Original.FindStep(step) is not null && whole.FindStep(step) is { } found ? StepForm.Of(found, Changes.Steps.GetValueOrDefault(step), Original) : null;
        AddCrumb(Texts.Title, $"/practices/{Practice}");
        AddCrumb(Text["practices.adapt"]);
        return Page();
    }
}
