namespace Vejviser.Core.Chapters.CivilSociety;

/// <summary>A city guide: somebody who came here before and shows newcomers the town.</summary>
public sealed class Guide
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Name { get; set; }

    /// <summary>BCP 47; the language beside Danish that the guide speaks with guests.</summary>
    public string? Language { get; set; }

    public DateOnly Since { get; init; }

    /// <summary>Turns that count as had from the beginning: as many as the guide with the fewest had then, so that a new guide takes turns with the others and need not catch up.</summary>
    public int TurnsBefore { get; init; }

    public bool IsClosed { get; set; }
}

/// <summary>A guide's turn at a meeting of the practice's monthly round. The number is under a unique key, so that no meeting gets more guides than it is to have.</summary>
public sealed class GuideTurn
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid GuideId { get; set; }

    /// <summary>The meeting's id in the definition, such as <c>tour</c>.</summary>
    public required string Meeting { get; init; }

    public DateOnly Day { get; init; }

    /// <summary>From 1.</summary>
    public int Number { get; init; }

    /// <summary>What the guide served, noted afterwards; 0 where they did not come, null where nobody has said.</summary>
    public int? Minutes { get; set; }
}
