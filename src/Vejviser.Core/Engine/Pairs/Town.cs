namespace Vejviser.Core.Engine.Pairs;

/// <summary>A town where volunteers live and newcomers move in, and who leads the activities there.</summary>
public sealed class Town
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Name { get; set; }

    /// <summary>The volunteers' activity leader; null where there is none.</summary>
    public string? Leader { get; set; }

    public string? LeaderPhone { get; set; }
}
