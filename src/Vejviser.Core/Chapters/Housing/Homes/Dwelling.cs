namespace Vejviser.Core.Chapters.Housing.Homes;

public enum DwellingKind
{
    /// <summary>A permanent home of an association.</summary>
    Family = 1,

    /// <summary>A permanent home among students, for one.</summary>
    Youth,

    /// <summary>A place to stay until there is a home.</summary>
    Temporary,

    /// <summary>A room with a private host.</summary>
    PrivateRoom,
}

/// <summary>A home that the municipality can place somebody in, or has.</summary>
public sealed class Dwelling
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Null outside the associations.</summary>
    public Guid? EstateId { get; set; }

    /// <summary>The estate's where there is one.</summary>
    public Guid AreaId { get; set; }

    public required string Address { get; set; }

    public DwellingKind Kind { get; set; }

    public int Rooms { get; set; }

    public int SquareMetres { get; set; }

    /// <summary>Kroner a month, without use.</summary>
    public int Rent { get; set; }

    /// <summary>Heat, water and power on account, kroner a month.</summary>
    public int Use { get; set; }

    /// <summary>Can be reached and lived in with a wheelchair.</summary>
    public bool IsAccessible { get; set; }

    public DateOnly AvailableFrom { get; set; }

    /// <summary>Taken back by its owner: nobody is placed in it any more.</summary>
    public bool IsWithdrawn { get; set; }

    public int Version { get; set; }

    /// <summary>What the household pays a month.</summary>
    public int RentWithUse => Rent + Use;
}
