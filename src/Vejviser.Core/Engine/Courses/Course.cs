using Vejviser.Core.Engine.Catalogue;

namespace Vejviser.Core.Engine.Courses;

/// <summary>
/// A course that is held: a practice's (one of its strands) or a free-standing one. Its sessions are meetings (<see cref="CourseSession"/>). It keeps the
/// figures it was made with, as a plan keeps its version.
/// </summary>
public sealed class Course
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Title { get; set; }

    /// <summary>Null for a free-standing course.</summary>
    public string? Practice { get; init; }

    public Guid? PracticeVersionId { get; init; }

    /// <summary>The course's id in the practice's definition.</summary>
    public string? Strand { get; init; }

    /// <summary>The day of the first session.</summary>
    public DateOnly FirstDay { get; set; }

    public DateOnly LastDay { get; set; }

    public int Seats { get; init; }

    public CourseIntake Intake { get; init; }

    public bool HasCertificate { get; init; }

    /// <summary>Percent of the hours held since one joined, to have the certificate.</summary>
    public int AttendanceLeast { get; init; }

    /// <summary>The employee who answers for it.</summary>
    public Guid LeaderId { get; set; }

    /// <summary>The partner organisation it is held together with: its users see the sessions, and note attendance where the partner is responsible.</summary>
    public Guid? OperatorId { get; init; }

    /// <summary>The day it was called off.</summary>
    public DateOnly? CalledOffOn { get; set; }

    public DateTime CreatedAt { get; init; }

    public int Version { get; set; }
}

/// <summary>What a meeting is in a course. When and where, and who comes, stands with the meeting alone.</summary>
public sealed class CourseSession
{
    public Guid MeetingId { get; init; }

    public Guid CourseId { get; init; }

    /// <summary>From 1, in the order of the timetable.</summary>
    public int Number { get; init; }

    /// <summary>The kind of session: its id in the definition, or what a free-standing course calls it.</summary>
    public required string Kind { get; init; }

    /// <summary>The module it is about: its id in the definition, or what a free-standing course calls it; null where it is about none.</summary>
    public string? Module { get; init; }

    /// <summary>The partner organisation that is responsible for it; null where the municipality is.</summary>
    public Guid? PartnerId { get; init; }
}

/// <summary>
/// Somebody's place in a course: a seat, or a place in line. A seat is a number under a unique key (course, seat, not left), so that two never hold one.
/// </summary>
public sealed class CoursePlace
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid CourseId { get; init; }

    public Guid PersonId { get; set; }

    /// <summary>From 1; null while waiting in line.</summary>
    public int? Seat { get; set; }

    /// <summary>When the person was put on the course; the line is in this order.</summary>
    public DateTime AddedAt { get; init; }

    /// <summary>From which day the person is asked to the sessions; null while waiting.</summary>
    public DateOnly? JoinedOn { get; set; }

    public DateOnly? LeftOn { get; set; }

    public int Version { get; set; }
}
