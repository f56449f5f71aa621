namespace Vejviser.Core.Chapters.Minors.Villas;

/// <summary>A house that youths who came alone share: each has a room, contact persons come every day and answer the telephone round the clock.</summary>
public sealed class Villa
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Name { get; set; }

    /// <summary>The part of town, in the town hall's words. The address is not needed to choose, and is not shown.</summary>
    public string? Area { get; set; }

    /// <summary>Rooms for youths.</summary>
    public int Rooms { get; set; }

    /// <summary>Answered round the clock.</summary>
    public required string Phone { get; set; }

    /// <summary>Takes nobody in; who lives there stays.</summary>
    public bool IsClosed { get; set; }

    /// <summary>Changed by everything that takes or frees a room: of two who decide at once, one is told to look again.</summary>
    public int Version { get; set; }
}

/// <summary>A contact person of a villa, with the languages they share with youths.</summary>
public sealed class VillaContact
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid VillaId { get; init; }

    public required string Name { get; set; }

    public string? Phone { get; set; }

    /// <summary>BCP 47, as a person's language is.</summary>
    public required string Language { get; set; }

    public string? OtherLanguage { get; set; }

    /// <summary>Where they are an employee: they become the contact person of their youths' households that have none.</summary>
    public Guid? AccountId { get; set; }

    /// <summary>Is given no more youths; keeps those they have.</summary>
    public bool IsClosed { get; set; }
}
