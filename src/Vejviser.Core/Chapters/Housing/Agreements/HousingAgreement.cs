namespace Vejviser.Core.Chapters.Housing.Agreements;

/// <summary>A framework agreement with housing associations for a period (Frederiksberg, the catalogue's page 20).</summary>
public sealed class HousingAgreement
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Name { get; set; }

    public DateOnly From { get; set; }

    /// <summary>The last day.</summary>
    public DateOnly To { get; set; }

    /// <summary>Percent of vacated homes the municipality may name tenants for.</summary>
    public int QuarterPercent { get; set; }

    /// <summary>Homes beyond that share.</summary>
    public int ExtraHomes { get; set; }

    /// <summary>The last day on which an extra home is given.</summary>
    public DateOnly ExtraTo { get; set; }

    /// <summary>Kroner for voluntary activities in the estates.</summary>
    public int ActivityKroner { get; set; }

    /// <summary>Of those, spent.</summary>
    public int ActivitySpent { get; set; }

    /// <summary>Within which the hotline answers.</summary>
    public int HotlineHours { get; set; }

    /// <summary>The municipality pays rent while a home stands empty and repairs at moving out, as for ordinary nominations.</summary>
    public bool HasGuarantee { get; set; }

    public int Version { get; set; }
}

/// <summary>An association that has signed.</summary>
public sealed class AgreementAssociation
{
    public Guid AgreementId { get; init; }

    public Guid AssociationId { get; init; }
}

/// <summary>A milestone of an agreement, or its evaluation.</summary>
public sealed class AgreementMilestone
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid AgreementId { get; init; }

    public required string Title { get; init; }

    public DateOnly Due { get; init; }

    public DateOnly? ReachedOn { get; set; }

    /// <summary>What came of it.</summary>
    public string? Note { get; set; }
}
