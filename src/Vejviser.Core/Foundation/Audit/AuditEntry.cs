namespace Vejviser.Core.Foundation.Audit;

/// <summary>
/// A row of the audit: written in the same transaction as the change it tells of, chained to the row before by SHA-256,
/// never changed. Reads of a person are rows too (<see cref="Action"/> is <c>people.read</c>).
/// </summary>
public sealed class AuditEntry
{
    /// <summary>Number in the chain, from 1, without holes.</summary>
    public long Seq { get; init; }

    /// <summary>UTC.</summary>
    public DateTime At { get; init; }

    public Guid? ActorId { get; init; }

    public required string Action { get; init; }

    public string? Reason { get; init; }

    public Guid? PersonId { get; init; }

    public Guid? HouseholdId { get; init; }

    public string? Entity { get; init; }

    public Guid? EntityId { get; init; }

    /// <summary>JSON: names of changed fields, with old and new value where these are dates, codes or ids.</summary>
    public string? Details { get; init; }

    /// <summary>SHA-256 over the row before's hash and this row's fields, 32 bytes.</summary>
    public required byte[] Hash { get; init; }
}

/// <summary>The end of the chain: one row. A cut at the end shows because the head still counts what was cut.</summary>
public sealed class AuditHead
{
    public int Id { get; init; } = 1;

    public long Seq { get; set; }

    public required byte[] Hash { get; set; }
}

/// <summary>A form's command id, kept so that a double click or a retry gets the first answer (ADR 0009).</summary>
public sealed class ProcessedCommand
{
    public Guid Id { get; init; }

    public required string Action { get; init; }

    public DateTime At { get; init; }
}
