namespace Vejviser.Core.Engine.Messages.Handovers;

/// <summary>
/// Something about a person that is given on to somebody, who says that they have it. Unacknowledged in time it climbs: the next role of the chain is told,
/// and whoever it was given to still can acknowledge it.
/// </summary>
public sealed class Handover
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid PersonId { get; set; }

    public Guid HouseholdId { get; set; }

    /// <summary>What is given on, in the giver's words; shown in the product only, never in a message.</summary>
    public required string What { get; init; }

    /// <summary>The day the receiver is to have done it by; null where there is nothing but to know.</summary>
    public DateOnly? DueOn { get; init; }

    public Guid GivenBy { get; init; }

    public DateTime GivenAt { get; init; }

    /// <summary>To an employee, a unit or a partner: one of the three.</summary>
    public Guid? ToAccountId { get; init; }

    public Guid? ToUnitId { get; init; }

    public Guid? ToPartnerId { get; init; }

    /// <summary>When it climbs next, unless somebody acknowledges it first; null where the chain has ended.</summary>
    public DateTime? ClimbsAt { get; set; }

    /// <summary>How many roles of the chain have been told.</summary>
    public int Climbed { get; set; }

    public DateTime? AcknowledgedAt { get; set; }

    public Guid? AcknowledgedBy { get; set; }

    public DateTime? DoneAt { get; set; }

    public Guid? DoneBy { get; set; }

    public int Version { get; set; }
}
