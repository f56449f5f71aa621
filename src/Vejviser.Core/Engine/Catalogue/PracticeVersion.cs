namespace Vejviser.Core.Engine.Catalogue;

/// <summary>
/// The municipality's version of a practice: the catalogue's definition plus its differences. Numbered, never changed afterwards.
/// </summary>
public sealed class PracticeVersion
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The practice's id, such as <c>reception-plan</c>.</summary>
    public required string Practice { get; init; }

    /// <summary>From 1 within the practice.</summary>
    public int Number { get; init; }

    /// <summary>JSON of <c>PracticeChanges</c>: what differs from the catalogue's definition.</summary>
    public required string Changes { get; init; }

    public DateTime PublishedAt { get; init; }

    public Guid? PublishedBy { get; init; }

    public string? Note { get; init; }
}

/// <summary>Something that must stand before the practice can run, and stands: who said so, and when.</summary>
public sealed class PracticeSetupTick
{
    public required string Practice { get; init; }

    /// <summary>The item's id in the definition.</summary>
    public required string Item { get; init; }

    public Guid AccountId { get; init; }

    public DateTime At { get; init; }
}

/// <summary>
/// A practice that the municipality wrote itself, or got from another: the same files as the catalogue's, kept in the database. Versions are
/// numbered by the definition and never changed.
/// </summary>
public sealed class OwnPractice
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The practice's id; never one of the catalogue's.</summary>
    public required string Practice { get; init; }

    /// <summary>The definition's version.</summary>
    public int Version { get; init; }

    /// <summary>YAML, as <c>ID.yaml</c>.</summary>
    public required string Structure { get; init; }

    /// <summary>JSON: YAML of the texts by language, as <c>ID.da.yaml</c>.</summary>
    public required string Texts { get; init; }

    public DateTime WrittenAt { get; init; }

    public Guid? WrittenBy { get; init; }
}
