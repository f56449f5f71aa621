using System.Globalization;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Courses;

namespace Vejviser.Web.Engine.Courses;

/// <summary>What the form of a new course asks; its rows of the week are sent as fields of the same name.</summary>
public sealed class CourseForm
{
    /// <summary>Rows of the week for a free-standing course; those left empty count for nothing.</summary>
    public const int FreeRows = 5;

    private static readonly string[] TimeFormats = ["HH:mm", "HH.mm", "H:mm", "H.mm", "HH:mm:ss"];

    public string? Practice { get; set; }

    public string? Strand { get; set; }

    public string? Title { get; set; }

    public DateOnly? First { get; set; }

    public Guid? Leader { get; set; }

    public Guid? Operator { get; set; }

    public bool LeaveOut { get; set; }

    public int? Weeks { get; set; }

    public int? Seats { get; set; }

    public CourseIntake Intake { get; set; } = CourseIntake.Rolling;

    public bool Certificate { get; set; }

    public int? Least { get; set; }

    public List<CourseFormRow> Rows { get; set; } = [];

    /// <summary>Which key of what to say where the form cannot be read; null where it can.</summary>
    public string? Missing => this switch
    {
        { First: null } => "courses.new.first-needed",
        { Practice: null, Weeks: null } => "courses.new.weeks-needed",
        { Practice: null, Seats: null } => "courses.new.seats-needed",
        _ when Rows.Any(r => !r.IsEmpty && r.Read() is null) => "courses.new.row-unreadable",
        _ => null,
    };

    public NewCourse ToInput(Guid reader) => new(Title, Practice, Practice is null ? null : Strand, First!.Value, [.. Rows.Select(r => r.Read()).OfType<WeeklyTime>()], Leader ?? reader, Operator, LeaveOut)
    {
        Own = new FreeFigures(Weeks, Seats, Intake, Certificate, Least ?? 0),
    };

    internal static TimeOnly? Time(string? text) => TimeOnly.TryParseExact(text?.Trim(), TimeFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
}

/// <summary>A row of the week, as it was sent.</summary>
public sealed class CourseFormRow
{
    public string? Kind { get; set; }

    public DayOfWeek? Weekday { get; set; }

    public string? At { get; set; }

    public int? Minutes { get; set; }

    public Guid? Teacher { get; set; }

    public Guid? Room { get; set; }

    /// <summary>It is about the module the course has come to: the practice says so, not who fills the form in.</summary>
    public bool TeachesModules { get; set; }

    /// <summary>Nobody has put anything on it.</summary>
    public bool IsEmpty => Weekday is null && string.IsNullOrWhiteSpace(At);

    public WeeklyTime? Read() => IsEmpty || Weekday is not { } day || CourseForm.Time(At) is not { } at || Minutes is not { } minutes ? null : new WeeklyTime(Kind?.Trim() ?? "", day, at, minutes, Teacher, Room, TeachesModules);

    public static CourseFormRow Of(WeeklyTime time) => new()
    {
        Kind = time.Kind, Weekday = time.Weekday, At = time.At.ToString("HH:mm", CultureInfo.InvariantCulture), Minutes = time.Minutes, Teacher = time.TeacherId, Room = time.RoomId, TeachesModules = time.TeachesModules,
    };
}
