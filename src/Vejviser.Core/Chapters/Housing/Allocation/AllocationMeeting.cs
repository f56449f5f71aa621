namespace Vejviser.Core.Chapters.Housing.Allocation;

/// <summary>The meeting at which municipality and associations share out the month's homes.</summary>
public sealed class AllocationMeeting
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public DateOnly Day { get; init; }

    /// <summary>Null while it is being prepared.</summary>
    public DateTime? DecidedAt { get; set; }

    public Guid? DecidedBy { get; set; }

    /// <summary>The policy it was decided by.</summary>
    public int? PolicyNumber { get; set; }

    public string? Minutes { get; set; }

    /// <summary>JSON of <see cref="AllocationFacts"/> as they were when it was decided: what another policy would have done is reckoned from it.</summary>
    public string? Facts { get; set; }

    public int Version { get; set; }
}

/// <summary>A choice by hand at a meeting: the rest is shared out around it.</summary>
public sealed class AllocationPin
{
    public Guid MeetingId { get; init; }

    public Guid HouseholdId { get; init; }

    /// <summary>Null: the household waits for another month.</summary>
    public Guid? DwellingId { get; set; }

    public required string Reason { get; set; }

    public Guid? ByAccountId { get; set; }

    public DateTime At { get; set; }
}

/// <summary>What a meeting decided for one household.</summary>
public sealed class AllocationPlacement
{
    public Guid MeetingId { get; init; }

    public Guid HouseholdId { get; init; }

    /// <summary>Null where they wait.</summary>
    public Guid? DwellingId { get; init; }

    public Guid? NominationId { get; init; }

    /// <summary>The reason where it was chosen by hand.</summary>
    public string? ByHand { get; init; }

    /// <summary>JSON: the score by rule.</summary>
    public required string Parts { get; init; }

    public Guid? RunnerUpId { get; init; }

    /// <summary>Points the whole would have lost at least with the runner-up.</summary>
    public double? Price { get; init; }
}
