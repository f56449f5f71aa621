namespace Vejviser.Core.Chapters.Housing.Homes;

/// <summary>A housing association's estate: a department of it, in one area.</summary>
public sealed class Estate
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Name { get; set; }

    /// <summary>A partner organisation of the kind housing association.</summary>
    public Guid AssociationId { get; set; }

    public Guid AreaId { get; set; }

    /// <summary>Small homes for students and newcomers together (Roskilde and KAB, the catalogue's page 23): let apart from the monthly meeting.</summary>
    public bool IsIntegrationSupporting { get; set; }

    /// <summary>Rises with each letting in an integration-supporting estate: two at once would each keep the mix and together break it.</summary>
    public int Version { get; set; }
}

/// <summary>How many homes tenants moved out of in an association in a year: what the key of the allocation meeting is built on, and what the nomination right is a share of.</summary>
public sealed class AssociationYear
{
    public Guid AssociationId { get; init; }

    public int Year { get; init; }

    public int MoveOuts { get; set; }
}
