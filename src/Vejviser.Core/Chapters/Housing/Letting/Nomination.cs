namespace Vejviser.Core.Chapters.Housing.Letting;

/// <summary>By which right the municipality names a tenant.</summary>
public enum NominationRight
{
    /// <summary>The share of vacant homes the law gives: up to every fourth (almenboligloven § 59).</summary>
    Quarter = 1,

    /// <summary>A home beyond it, by a framework agreement.</summary>
    Extra,
}

public enum NominationState
{
    /// <summary>Sent to the association, which has not answered.</summary>
    Made = 1,
    Confirmed,

    /// <summary>By the association or the household.</summary>
    Refused,
}

/// <summary>A household named as tenant of a home, with the right it was done by: a line of the ledger, never removed.</summary>
public sealed class Nomination
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid HouseholdId { get; init; }

    public Guid DwellingId { get; init; }

    public Guid AssociationId { get; init; }

    public Guid LeaseId { get; init; }

    public NominationRight Right { get; set; }

    public NominationState State { get; set; }

    /// <summary>The allocation meeting it came out of; null where it was made between meetings.</summary>
    public Guid? MeetingId { get; init; }

    public DateOnly MadeOn { get; init; }

    public DateOnly? AnsweredOn { get; set; }

    /// <summary>Why it was refused.</summary>
    public string? Reason { get; set; }

    /// <summary>The household while the nomination stands: unique, so that nobody is named for two homes.</summary>
    public Guid? StandingHouseholdId { get; set; }

    public int Version { get; set; }
}
