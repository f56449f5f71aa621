namespace Vejviser.Core.Chapters.Housing.Hosting;

/// <summary>Where a match stands: what it waits for.</summary>
public enum MatchStep
{
    /// <summary>Both are asked whether they will meet.</summary>
    Asked = 1,

    /// <summary>Both will: the meeting in the host's home is to be booked or held.</summary>
    Meeting,

    /// <summary>Both have said yes after it: the lease is to be signed.</summary>
    Agreed,

    /// <summary>The household lives there, or has moved in and out.</summary>
    Housed,
    Ended,
}

/// <summary>Who of the two says yes or no.</summary>
public enum MatchSide
{
    Host = 1,
    Household,
}

/// <summary>Why a household has moved out of a host's home.</summary>
public enum MovedOutReason
{
    OwnHome = 1,
    FamilyArrived,
    Disagreement,
    HostStopped,
    Other,
}

/// <summary>A host and a household put forward to each other: will they meet, will they live together, and how it ended. A no forbids the pair.</summary>
public sealed class HostMatch
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid HostId { get; init; }

    public Guid HouseholdId { get; init; }

    /// <summary>The household's plan in the practice.</summary>
    public Guid PlanId { get; init; }

    public DateOnly MadeOn { get; init; }

    /// <summary>The reason where somebody chose it against the proposal.</summary>
    public string? ByHand { get; init; }

    /// <summary>Came by itself: after a no, or when somebody moved out.</summary>
    public bool IsAutomatic { get; init; }

    /// <summary>JSON: the score by rule, as it was.</summary>
    public required string Parts { get; init; }

    public bool? HostMeets { get; set; }

    public bool? HouseholdMeets { get; set; }

    public Guid? MeetingId { get; set; }

    public bool? HostAnswer { get; set; }

    public bool? HouseholdAnswer { get; set; }

    /// <summary>The day both have thought until.</summary>
    public DateOnly? AnswerBy { get; set; }

    /// <summary>Who said no; null where nobody did.</summary>
    public MatchSide? DeclinedBy { get; set; }

    /// <summary>Why, as it was told.</summary>
    public string? Reason { get; set; }

    /// <summary>The household's stay.</summary>
    public Guid? LeaseId { get; set; }

    /// <summary>Staff have said that they stay on though a home of their own is confirmed: the stay does not end by itself.</summary>
    public bool StaysOn { get; set; }

    public MovedOutReason? MovedOut { get; set; }

    public DateOnly? EndedOn { get; set; }

    /// <summary>The host while the match is open: unique, so that a host is put forward to one household at a time. Afterwards the lease holds the room.</summary>
    public Guid? StandingHostId { get; set; }

    public Guid? StandingHouseholdId { get; set; }

    public int Version { get; set; }

    public MatchStep Step => this switch
    {
        { EndedOn: not null } => MatchStep.Ended,
        { LeaseId: not null } => MatchStep.Housed,
        { HostAnswer: true, HouseholdAnswer: true } => MatchStep.Agreed,
        { HostMeets: true, HouseholdMeets: true } => MatchStep.Meeting,
        _ => MatchStep.Asked,
    };

    /// <summary>Both have agreed to meet: from then on, while it is open or they live there, the host knows who it is.</summary>
    public bool HostMayKnowWho => EndedOn is null && HostMeets == true && HouseholdMeets == true;

    internal void Close(DateOnly day)
    {
        (EndedOn, StandingHostId, StandingHouseholdId) = (day, null, null);
        Version++;
    }
}
