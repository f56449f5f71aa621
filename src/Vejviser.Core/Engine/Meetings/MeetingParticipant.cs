namespace Vejviser.Core.Engine.Meetings;

public enum Invited
{
    NotAnswered = 0,
    Coming,
    NotComing,
}

public enum Attendance
{
    NotNoted = 0,
    Attended,
    NoShow,
}

/// <summary>Why somebody was not there.</summary>
public enum AbsenceReason
{
    NotGiven = 0,
    Illness,
    ChildIll,

    /// <summary>Asked elsewhere at the same time: by an authority, a school, a doctor.</summary>
    AskedElsewhere,
    Work,
    Leave,
    Transport,
    Other,
}

/// <summary>Who is asked to a meeting: an employee, a newcomer, or a partner organisation; one of the three is set.</summary>
public sealed class MeetingParticipant
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid MeetingId { get; init; }

    public Guid? AccountId { get; init; }

    public Guid? PersonId { get; set; }

    public Guid? PartnerId { get; init; }

    public Invited Answer { get; set; }

    public Attendance Attendance { get; set; }

    /// <summary>Why not, where a course's teacher noted it; null else.</summary>
    public AbsenceReason? Absence { get; set; }
}

/// <summary>
/// A quarter of an hour that a planned or held meeting takes of somebody's time, or of a room's. Its key is the guarantee that nobody and no room
/// is booked twice: two bookings at once write the same row, and one of them fails. A partner organisation sends whom it likes and takes none.
/// </summary>
public sealed class MeetingSlot
{
    /// <summary>An account, a person or a room.</summary>
    public Guid SubjectId { get; init; }

    /// <summary>Quarters of an hour since 1 January 1970, UTC; see <see cref="Quarters"/>.</summary>
    public int Quarter { get; init; }

    public Guid MeetingId { get; init; }
}

/// <summary>A point of the agenda, in the order they were added.</summary>
public sealed class AgendaPoint
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid MeetingId { get; init; }

    public int Order { get; init; }

    public required string Text { get; init; }

    public Guid AddedBy { get; init; }
}

/// <summary>What was decided; who does it by when stands in its task.</summary>
public sealed class MeetingDecision
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid MeetingId { get; init; }

    public required string Text { get; init; }

    public Guid TaskId { get; init; }

    public DateTime At { get; init; }
}
