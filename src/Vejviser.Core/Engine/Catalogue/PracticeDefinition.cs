using System.Globalization;

namespace Vejviser.Core.Engine.Catalogue;

/// <summary>
/// A practice as data (ADR 0001): what is done, by whom, when, and what it stands in the way of. Immutable. The catalogue's own, or a
/// municipality's effective one after <see cref="PracticeChanges"/>.
/// </summary>
public sealed record PracticeDefinition
{
    /// <summary>The nine chapters of KL's catalogue, in its order.</summary>
    public static readonly IReadOnlyList<string> Chapters =
        ["transition", "reception", "housing", "civil-society", "employment", "children", "minors", "health", "families"];

    /// <summary>Such as <c>reception-plan</c>.</summary>
    public required string Id { get; init; }

    /// <summary>One of the nine chapters, such as <c>reception</c>; also the folder's name after its number.</summary>
    public required string Chapter { get; init; }

    /// <summary>From 1, as in KL's catalogue.</summary>
    public int ChapterNumber => NumberOf(Chapter);

    internal static int NumberOf(string chapter) => Chapters.Index().FirstOrDefault(c => c.Item == chapter, (Index: -1, Item: "")).Index + 1;

    public required Origin Origin { get; init; }

    /// <summary>The catalogue's own version of this definition, from 1.</summary>
    public required int Version { get; init; }

    public required PracticeFor For { get; init; }

    /// <summary>The role that owns the practice in the municipality.</summary>
    public required string Lead { get; init; }

    /// <summary>The role of the steady contact person.</summary>
    public required string Contact { get; init; }

    public required OfferRule Offer { get; init; }

    /// <summary>Null where as many as wish may take part.</summary>
    public Capacity? Capacity { get; init; }

    public required IReadOnlyList<Limit> Limits { get; init; }

    /// <summary>Yes-or-no questions about a person that its conditions rest on.</summary>
    public required IReadOnlyList<string> Questions { get; init; }

    public required IReadOnlyList<PracticeMeeting> Meetings { get; init; }

    public required IReadOnlyList<PracticeCourse> Courses { get; init; }

    public required IReadOnlyList<PracticePartner> Partners { get; init; }

    public required Ending Ending { get; init; }

    public required IReadOnlyList<PracticeEffect> Effects { get; init; }

    /// <summary>Yes-or-no facts registered about those who take part; measures count them.</summary>
    public required IReadOnlyList<string> Outcomes { get; init; }

    public required IReadOnlyList<Measure> Measures { get; init; }

    /// <summary>What each person of a household is to start in, by who fits the steps.</summary>
    public IReadOnlyList<PracticeStart> Starts { get; init; } = [];

    public IReadOnlyList<PracticeSurvey> Surveys { get; init; } = [];

    public required IReadOnlyList<SetupItem> Setup { get; init; }

    public required IReadOnlyList<Setting> Settings { get; init; }

    public required IReadOnlyList<string> Roles { get; init; }

    /// <summary>In the order they happen.</summary>
    public required IReadOnlyList<string> Phases { get; init; }

    public required IReadOnlyList<string> Areas { get; init; }

    public required IReadOnlyList<Anchor> Anchors { get; init; }

    public required IReadOnlyList<Goal> Goals { get; init; }

    /// <summary>In the definition's order.</summary>
    public required IReadOnlyList<Step> Steps { get; init; }

    /// <summary>By BCP 47 tag; Danish and English are always there and complete.</summary>
    public required IReadOnlyDictionary<string, PracticeTexts> Texts { get; init; }

    /// <summary>What the newcomer reads, by BCP 47 tag: Danish and English always, others where they are written.</summary>
    public required IReadOnlyDictionary<string, CitizenTexts> CitizenTexts { get; init; }

    public Step? FindStep(string id) => Steps.FirstOrDefault(s => s.Id == id);

    public Anchor? FindAnchor(string id) => Anchors.FirstOrDefault(a => a.Id == id);

    /// <summary>The practices that people leave when this comes about.</summary>
    public IReadOnlyList<string> EndedOn(EffectOn on) => [.. Effects.Where(e => e.On == on && e.Do == EffectKind.EndPractice).Select(e => e.Practice).Distinct(StringComparer.Ordinal)];

    /// <summary>The figure of a limit.</summary>
    /// <exception cref="InvalidOperationException">The definition has no such limit: the rule that asks and the definition are apart.</exception>
    public int LimitOf(string id) => Limits.FirstOrDefault(l => l.Id == id)?.Value.Value ?? throw new InvalidOperationException($"{Id} has no limit {id}.");

    /// <summary>The texts in a language, else in Danish.</summary>
    public PracticeTexts TextsIn(string language) => Texts.TryGetValue(language, out var texts) ? texts : Texts["da"];
}

/// <summary>Where the practice was seen: municipalities or organisations, and the page of KL's catalogue.</summary>
public sealed record Origin(IReadOnlyList<string> Municipalities, int Page);

/// <summary>A figure of the practice that a municipality may set.</summary>
/// <param name="Value">In force: the default, until a municipality's changes say otherwise.</param>
/// <param name="Unit">Such as <c>weeks</c>, <c>workdays</c>, <c>people</c>.</param>
/// <param name="Page">The page of KL's catalogue it stands on, or null.</param>
/// <param name="Source">Where else it comes from: an act, a page, or <c>own estimate</c>; one of the two is always there.</param>
public sealed record Setting(string Id, int Default, int Value, string Unit, int? Page, string? Source)
{
    /// <summary>Money and counts: far more than any municipality has, and far from where whole numbers end.</summary>
    private const int MostOfAnything = 100_000_000;

    /// <summary>The largest value: time reaches no further than dates are counted.</summary>
    public int Most => Unit is "days" or "workdays" or "weeks" or "months" or "years" or "hours" or "minutes" ? Figure.Most : MostOfAnything;
}

/// <summary>Something a person is to start in, such as a reception class: theirs who has its step in the plan.</summary>
/// <param name="Place">The step that finds the place.</param>
/// <param name="Start">The step that is their first day: it is late by its own rule, whatever day was agreed.</param>
/// <param name="Needs">Steps that must be ready for it, such as a bus card.</param>
public sealed record PracticeStart(string Id, string Place, string Start, IReadOnlyList<string> Needs);

/// <summary>Questions that a practice asks those who take part in it, on their own page; nobody's answers can be told from another's.</summary>
/// <param name="Step">Asked from this step's day.</param>
/// <param name="Questions">Ids; each is answered from 1, not at all, to 5, very much.</param>
/// <param name="AnswersLeast">A month with fewer answers is not shown.</param>
public sealed record PracticeSurvey(string Id, string Step, IReadOnlyList<string> Questions, Figure AnswersLeast);

public enum AnchorSource
{
    /// <summary>A date given on the household: allocation, takeover, arrival, registered.</summary>
    Household = 1,

    /// <summary>Computed by a rule of <c>law/</c>.</summary>
    Law,

    /// <summary>Given when somebody is enrolled: <c>start</c>, <c>offered</c>, or one of the practice's own.</summary>
    Enrolment,

    /// <summary>A birthday of the person.</summary>
    Person,
}

/// <summary>A date that due rules count from.</summary>
/// <param name="Rule">The law's rule, where the source is the law.</param>
/// <param name="Or">The anchor whose date is used while this one has none.</param>
/// <param name="Birthday">Which birthday, where the source is the person.</param>
public sealed record Anchor(string Id, AnchorSource Source, string? Rule, string? Or, Figure? Birthday = null)
{
    /// <summary>The day the course starts: every plan of a person has it.</summary>
    public const string Start = "start";

    public const string Offered = "offered";
}

/// <summary>Something the plan is to reach, such as <c>job-ready</c>, and by when.</summary>
public sealed record Goal(string Id, DueRule? Due);

public enum StepEach
{
    Household = 0,
    Person,
}

public enum EvidenceKind
{
    None = 0,
    Note,
    File,
}

/// <summary>One line of the plan. Where the practice is for a person, every line is that person's.</summary>
/// <param name="If">All must hold; see <see cref="StepConditions"/>.</param>
/// <param name="After">Steps that must be done or skipped before this one can be finished.</param>
/// <param name="Blocks">Goals it stands in the way of while it is open.</param>
/// <param name="Checklist">Ids of its lines.</param>
/// <param name="Evidence">What is asked for when it is finished; a must where <paramref name="IsEvidenceRequired"/>.</param>
public sealed record Step(
    string Id,
    string Area,
    string Phase,
    string Owner,
    StepEach Each,
    StepConditions If,
    LawPeriod Law,
    DueRule Due,
    IReadOnlyList<string> After,
    IReadOnlyList<string> Blocks,
    IReadOnlyList<string> Checklist,
    EvidenceKind Evidence,
    bool IsEvidenceRequired)
{
    /// <summary>The practice's partner who does it, by id; the owner then sees to it that it is done. Null where the owner does it.</summary>
    public string? Partner { get; init; }

    /// <summary>What stands for the step of a task written by hand; no definition may use it.</summary>
    public const string Own = "own";
}

/// <summary>The law dates a step exists for, both ends included; an end that is missing is open.</summary>
public sealed record LawPeriod(DateOnly? From, DateOnly? To)
{
    public static readonly LawPeriod Always = new(null, null);

    /// <summary><c>2016-07-01..2025-06-30</c></summary>
    internal string Written => string.Create(CultureInfo.InvariantCulture, $"{From:yyyy-MM-dd}..{To:yyyy-MM-dd}");

    public bool Holds(DateOnly lawDate) => (From is null || From <= lawDate) && (To is null || lawDate <= To);
}
