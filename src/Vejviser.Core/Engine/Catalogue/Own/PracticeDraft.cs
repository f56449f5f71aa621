using Vejviser.Core.Foundation.People;

namespace Vejviser.Core.Engine.Catalogue.Own;

/// <summary>A text in Danish, and in English where somebody has written it; until then English readers get the Danish.</summary>
public sealed class DraftWords
{
    public string? Da { get; set; }

    public string? En { get; set; }

    internal string In(string language) => (language == "en" && !string.IsNullOrWhiteSpace(En) ? En : Da)?.Trim() ?? "";
}

/// <summary>A whole number, or one of the practice's settings.</summary>
public sealed class DraftFigure
{
    public string? Number { get; set; }

    /// <summary>The setting's id; it goes before the number.</summary>
    public string? Setting { get; set; }

    /// <summary>As a definition writes it: <c>4</c>, <c>${weeks}</c>; empty where nothing is chosen.</summary>
    internal string Text => string.IsNullOrEmpty(Setting) ? Number?.Trim() ?? "" : $"${{{Setting}}}";

    internal bool IsEmpty => Text.Length == 0;

    internal static DraftFigure Of(Figure? figure) => figure switch
    {
        null => new DraftFigure(),
        { Setting: { } setting } => new DraftFigure { Setting = setting },
        { } number => new DraftFigure { Number = Math.Abs(number.Value).ToString(System.Globalization.CultureInfo.InvariantCulture) },
    };
}

/// <summary>
/// A practice as somebody writes it in a form: less than a definition can say, and no ids to make up. What has an id keeps it when its name
/// changes.
/// </summary>
public sealed class PracticeDraft
{
    public DraftWords Title { get; set; } = new();

    public DraftWords Summary { get; set; } = new();

    public string Chapter { get; set; } = "";

    public PracticeFor For { get; set; } = PracticeFor.Person;

    /// <summary>Roles' ids: the owner of the practice, the steady contact, and who decides on an offer.</summary>
    public string? Lead { get; set; }

    public string? Contact { get; set; }

    public string? DecidedBy { get; set; }

    public bool IsRequired { get; set; }

    /// <summary>The purpose of a consent it needs, or empty.</summary>
    public string? Consent { get; set; }

    public DraftFigure Seats { get; set; } = new();

    public DraftConditions If { get; set; } = new();

    public List<DraftQuestion> Questions { get; set; } = [];

    public List<DraftSetting> Settings { get; set; } = [];

    public List<DraftNamed> Phases { get; set; } = [];

    public List<DraftStep> Steps { get; set; } = [];

    public List<DraftMeeting> Meetings { get; set; } = [];

    /// <summary>Reasons it is broken off for.</summary>
    public List<DraftNamed> Reasons { get; set; } = [];

    public List<DraftMeasure> Measures { get; set; } = [];

    public List<DraftSetup> Setup { get; set; } = [];

    public DraftWords CitizenTitle { get; set; } = new();

    public DraftWords CitizenWhat { get; set; } = new();

    public DraftWords CitizenChoice { get; set; } = new();
}

/// <summary>Something with a name; its id is made when it first has one.</summary>
public class DraftNamed
{
    public string? Id { get; set; }

    public DraftWords Name { get; set; } = new();
}

/// <summary>A yes-or-no question that must be answered so.</summary>
public sealed class DraftQuestion : DraftNamed
{
    public bool IsNo { get; set; }
}

public sealed class DraftSetting : DraftNamed
{
    public int? Value { get; set; }

    public string Unit { get; set; } = "days";
}

/// <summary>So many days, workdays, weeks or months before or after a date of the practice.</summary>
public class DraftDue : DraftNamed
{
    public DraftFigure Amount { get; set; } = new();

    public DueUnit Unit { get; set; } = DueUnit.Workdays;

    public bool IsBefore { get; set; }

    public string Anchor { get; set; } = Catalogue.Anchor.Start;
}

public sealed class DraftStep : DraftDue
{
    public DraftWords How { get; set; } = new();

    public string? Phase { get; set; }

    public string? Owner { get; set; }

    /// <summary>It must be done before the practice can be completed.</summary>
    public bool IsLast { get; set; }
}

public sealed class DraftMeeting : DraftDue
{
    public DraftWords About { get; set; } = new();

    /// <summary>Returns every so many weeks on a weekday; else it is held once, by its date.</summary>
    public bool Returns { get; set; }

    public DraftFigure EveryWeeks { get; set; } = new();

    public DayOfWeek Weekday { get; set; } = DayOfWeek.Monday;

    /// <summary>Local time, <c>HH:mm</c>, or empty.</summary>
    public string? At { get; set; }

    public DraftFigure Minutes { get; set; } = new();

    public string? With { get; set; }

    public MeetingGuests Invites { get; set; } = MeetingGuests.Person;

    public MeetingRoom Room { get; set; }
}

public enum DraftMeasureKind
{
    /// <summary>The share of those who left that completed it.</summary>
    Completed = 1,

    /// <summary>The share of those who left with a result that staff register.</summary>
    Outcome,

    /// <summary>The share of offers that were said yes to.</summary>
    Accepted,

    /// <summary>How many have begun.</summary>
    Started,
}

/// <summary>The name is the result's, where a result is measured.</summary>
public sealed class DraftMeasure : DraftNamed
{
    public DraftMeasureKind Kind { get; set; } = DraftMeasureKind.Completed;

    public DraftFigure Target { get; set; } = new();
}

public sealed class DraftSetup : DraftNamed
{
    public DraftWords How { get; set; } = new();

    public string? Owner { get; set; }
}

/// <summary>Whom it is offered to; what is empty is not asked.</summary>
public sealed class DraftConditions
{
    public DraftFigure AgeFrom { get; set; } = new();

    public DraftFigure AgeTo { get; set; } = new();

    public DraftFigure ChildrenAgeFrom { get; set; } = new();

    public DraftFigure ChildrenAgeTo { get; set; } = new();

    public DraftFigure DenmarkMonthsFrom { get; set; } = new();

    public DraftFigure DenmarkMonthsTo { get; set; } = new();

    public List<EducationLevel> Education { get; set; } = [];

    public Proficiency? EnglishFrom { get; set; }

    public List<DanishTrack> Track { get; set; } = [];

    /// <summary>As a definition writes it: <c>asylum</c>, <c>quota</c>, <c>family</c>, <c>ukraine</c>.</summary>
    public List<string> Basis { get; set; } = [];

    public Sex? Sex { get; set; }

    public bool? HasChildren { get; set; }

    public bool? Single { get; set; }

    public bool? Unaccompanied { get; set; }

    public bool? AtCentre { get; set; }

    public bool? Arrived { get; set; }

    public bool? Interpreter { get; set; }

    public bool? OwnBusiness { get; set; }

    public bool? WorkBackground { get; set; }
}
