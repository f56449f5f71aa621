namespace Vejviser.Core.Chapters.Health.Doctors;

public enum DoctorEventKind
{
    /// <summary>A newcomer was given the practice: a turn.</summary>
    Given = 1,

    /// <summary>Somebody whose practice withdrew was given this one: a turn.</summary>
    MovedIn,

    /// <summary>The practice withdrew while it was the person's: its turn goes with them.</summary>
    MovedOut,

    /// <summary>Moved from the municipality, or chose another: the practice has had its turn.</summary>
    Left,

    Opened,
    Closed,
    Withdrew,

    /// <summary>A new agreement: the count towards the next begins at 0.</summary>
    Renegotiated,

    /// <summary>Turns are counted from another figure: the practice came or came back, or has other provider numbers.</summary>
    Counted,
}

/// <summary>
/// A line of the ledger of turns, never changed and never removed. Whose turn it is, how many each practice has and when its agreement is due again are worked out from
/// these lines each time they are asked for: nothing is forgotten by a restart.
/// </summary>
public sealed class DoctorEvent
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public DoctorEventKind Kind { get; init; }

    public Guid PracticeId { get; init; }

    public Guid? PersonId { get; init; }

    public DateOnly On { get; init; }

    public DateTime At { get; init; }

    /// <summary>Turns more or fewer that count from now on; only where <see cref="Kind"/> is <see cref="DoctorEventKind.Counted"/>.</summary>
    public int Turns { get; init; }

    /// <summary>The reason where staff chose it instead of the turn.</summary>
    public string? ByHand { get; init; }
}
