using Vejviser.Core.Engine.Meetings;
using Vejviser.Core.Foundation.Law;
using Vejviser.Core.Foundation.People;

namespace Vejviser.Core.Engine.Interpreters;

public enum InterpretingOutcome
{
    NotNoted = 0,
    Came,
    NoShow,
}

/// <summary>
/// A meeting's wish for an interpreter, and who was assigned. Their time is claimed by <see cref="MeetingSlot"/>s of the meeting: who moves or cancels the
/// meeting frees it, and <see cref="IsCurrent"/> tells that somebody must be assigned anew.
/// </summary>
public sealed class InterpreterBooking
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid MeetingId { get; init; }

    /// <summary>BCP 47.</summary>
    public required string Language { get; set; }

    public string? Dialect { get; set; }

    /// <summary>Null where video is best and anything will do.</summary>
    public InterpretingMode? WantedMode { get; set; }

    /// <summary>The newcomer's wish; unknown is no wish.</summary>
    public Sex WantedSex { get; set; }

    /// <summary>Whose least age holds.</summary>
    public InterpretingField Field { get; set; }

    public Guid? InterpreterId { get; set; }

    public InterpretingMode? Mode { get; set; }

    /// <summary>The time it was assigned for, UTC.</summary>
    public DateTime? AssignedStart { get; set; }

    public DateTime? AssignedEnd { get; set; }

    /// <summary>Who would have come else.</summary>
    public Guid? RunnerUpId { get; set; }

    /// <summary>The reason where staff chose somebody else than was proposed; null where the proposal was followed.</summary>
    public string? ByHand { get; set; }

    public InterpretingOutcome Outcome { get; set; }

    public string? Complaint { get; set; }

    public Guid RequestedBy { get; init; }

    public int Version { get; set; }

    /// <summary>True where somebody is assigned for the time the meeting has now.</summary>
    public bool IsCurrent(Meeting meeting) => InterpreterId is not null && AssignedStart == meeting.StartsAt && AssignedEnd == meeting.EndsAt;

    internal void Assign(Guid interpreter, InterpretingMode mode, Meeting meeting) => (InterpreterId, Mode, AssignedStart, AssignedEnd) = (interpreter, mode, meeting.StartsAt, meeting.EndsAt);

    /// <summary>Nobody is assigned any more.</summary>
    internal void LetGo() => (InterpreterId, Mode, AssignedStart, AssignedEnd, RunnerUpId, ByHand) = (null, null, null, null, null, null);
}
