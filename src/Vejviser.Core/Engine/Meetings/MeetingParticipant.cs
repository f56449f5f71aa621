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

/// <summary>Who is asked to a meeting: an employee, a newcomer, a partner organisation, or a unit that sends whom it can; one of the four is set.</summary>
public sealed class MeetingParticipant
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid MeetingId { get; init; }

    public Guid? AccountId { get; init; }

    public Guid? PersonId { get; set; }

    public Guid? PartnerId { get; init; }

    public Guid? UnitId { get; init; }

    /// <summary>The practice's role they are asked as.</summary>
    public string? Role { get; init; }

    /// <summary>The plan by which a newcomer is asked, where people of many plans meet.</summary>
    public Guid? PlanId { get; init; }

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

/// <summary>
/// Something about a household that several departments must answer together. It stands on the agenda of the practice's meetings that gather points until
/// one of them has answered it.
/// </summary>
public sealed class CoordinationPoint
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Practice { get; init; }

    public Guid PlanId { get; init; }

    public Guid HouseholdId { get; init; }

    /// <summary>Written so that it can be read by who does not know the family: no names.</summary>
    public required string Text { get; init; }

    public DateTime RaisedAt { get; init; }

    public Guid RaisedBy { get; init; }

    public string? Answer { get; set; }

    public DateTime? AnsweredAt { get; set; }

    public Guid? AnsweredBy { get; set; }

    /// <summary>The meeting that answered it; null where it was settled without one.</summary>
    public Guid? MeetingId { get; set; }

    public int Version { get; set; }
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
