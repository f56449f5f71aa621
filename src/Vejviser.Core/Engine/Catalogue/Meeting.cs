namespace Vejviser.Core.Engine.Catalogue;

public enum MeetingKind
{
    Single = 1,

    /// <summary>Returns by an RFC 5545 rule.</summary>
    Series,

    /// <summary>Dated from another meeting of the practice, or one after the other from an anchor.</summary>
    Chain,

    /// <summary>Returns by a rule, and who comes, comes.</summary>
    OpenHouse,
}

public enum MeetingGuests
{
    Person = 1,
    Household,
    Parents,
    Children,
    Group,
    Newcomers,
    Partners,
    Staff,
}

public enum MeetingInterpreter
{
    None = 0,
    IfNeeded,
    Always,
}

public enum MeetingRoom
{
    OnSite = 0,
    Online,

    /// <summary>At the citizen's home.</summary>
    Home,
    Phone,

    /// <summary>At somebody else's home, such as a host's.</summary>
    Visit,
}

/// <summary>How those in a practice are put together for a meeting that invites a group.</summary>
public enum MeetingGrouping
{
    None = 0,

    /// <summary>One meeting for each language, and more than one where they are many.</summary>
    Language,
}

/// <summary>A meeting the practice holds. Dated by <see cref="Due"/>, or by <see cref="Rule"/> where it returns.</summary>
/// <param name="Rule">RFC 5545, such as <c>FREQ=WEEKLY;BYDAY=TH</c>; numbers may be settings until <see cref="RuleInForce"/>.</param>
/// <param name="At">Local time, or null where it is agreed.</param>
/// <param name="With">Roles that take part.</param>
/// <param name="Partners">Ids of the practice's partners.</param>
public sealed record PracticeMeeting(
    string Id,
    MeetingKind Kind,
    DueRule? Due,
    RecurrenceText? Rule,
    TimeOnly? At,
    Figure? Minutes,
    IReadOnlyList<string> With,
    MeetingGuests Invites,
    IReadOnlyList<string> Partners,
    MeetingInterpreter Interpreter,
    MeetingRoom Room)
{
    /// <summary>The step it belongs to: held where the plan has that step and has not skipped it, so that its conditions are said once. Null where it is always held.</summary>
    public string? Step { get; init; }

    /// <summary>The product books it as soon as it has a day, with those who fill its roles, and moves it with that day.</summary>
    public bool BooksItself { get; init; }

    public MeetingGrouping GroupBy { get; init; }

    /// <summary>The practice's open coordination points stand on its agenda by themselves.</summary>
    public bool GathersPoints { get; init; }

    /// <summary>It belongs to the practice as a whole, not to one plan: it returns, or gathers people of many plans.</summary>
    public bool IsOfPractice => Rule is not null || GroupBy != MeetingGrouping.None;

    /// <summary>The rule with the settings' values, or null where it does not return.</summary>
    public string? RuleInForce => Rule?.InForce;

    internal PracticeMeeting InForceBy(IReadOnlyDictionary<string, int> settings) =>
        this with { Due = Due?.With(settings), Rule = Rule?.With(settings), Minutes = Minutes?.With(settings) };
}

/// <summary>A recurrence rule with figures in it: <c>FREQ=WEEKLY;INTERVAL=${every-weeks};BYDAY=WE</c>.</summary>
/// <param name="Parts">Texts and figures in turn.</param>
public sealed record RecurrenceText(IReadOnlyList<(string Text, Figure? Figure)> Parts)
{
    public string InForce => string.Concat(Parts.Select(p => p.Text + p.Figure?.Value.ToString(System.Globalization.CultureInfo.InvariantCulture)));

    internal RecurrenceText With(IReadOnlyDictionary<string, int> settings) => new([.. Parts.Select(p => (p.Text, p.Figure?.With(settings)))]);
}

public enum CourseIntake
{
    Fixed = 0,
    Rolling,
}

/// <summary>A course: so many weeks or days, with weekly sessions and modules in order.</summary>
/// <param name="Weeks">Null where it is counted in days.</param>
public sealed record PracticeCourse(
    string Id,
    Figure? Weeks,
    Figure? Days,
    Figure? Seats,
    CourseIntake Intake,
    IReadOnlyList<string> Modules,
    IReadOnlyList<PracticeSession> Sessions,
    bool HasCertificate)
{
    /// <summary>Whom it is for, asked on the day somebody joins; none where it is for all in the practice.</summary>
    public StepConditions If { get; init; } = StepConditions.None;

    /// <summary>Percent of its hours one must have attended to get the certificate; null where being in it is enough.</summary>
    public Figure? AttendanceLeast { get; init; }

    /// <summary>Which of the practice's partners is responsible for a module, by module; the municipality is for the others.</summary>
    public IReadOnlyDictionary<string, string> ModulePartners { get; init; } = new Dictionary<string, string>();

    /// <summary>True where a session of this kind is about the module the course has come to; those of other kinds go on beside it.</summary>
    public bool TeachesModules(PracticeSession session) => session.TeachesModules || Sessions.Count == 1;

    internal PracticeCourse With(IReadOnlyDictionary<string, int> settings) => this with
    {
        Weeks = Weeks?.With(settings),
        Days = Days?.With(settings),
        Seats = Seats?.With(settings),
        If = If.With(settings),
        AttendanceLeast = AttendanceLeast?.With(settings),
        Sessions = [.. Sessions.Select(s => s with { PerWeek = s.PerWeek.With(settings), Minutes = s.Minutes?.With(settings) })],
    };
}

/// <param name="LedBy">The role that leads it.</param>
public sealed record PracticeSession(string Id, Figure PerWeek, Figure? Minutes, string LedBy)
{
    /// <summary>Said in the definition where a course has sessions of several kinds; see <see cref="PracticeCourse.TeachesModules"/>.</summary>
    public bool TeachesModules { get; init; }
}
