namespace Vejviser.Core.Engine.Meetings;

/// <summary>A room that can be booked.</summary>
public sealed class Room
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Name { get; set; }

    /// <summary>The unit whose room it is; null where it is everybody's.</summary>
    public Guid? UnitId { get; set; }

    public int Seats { get; set; }

    /// <summary>A closed room takes no new meetings; those booked stand.</summary>
    public bool IsClosed { get; set; }
}
