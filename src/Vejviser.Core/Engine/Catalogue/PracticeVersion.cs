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
