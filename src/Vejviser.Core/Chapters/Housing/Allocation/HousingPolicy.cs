namespace Vejviser.Core.Chapters.Housing.Allocation;

/// <summary>
/// What the municipality weighs when homes are shared out, and what it demands: a numbered version, never changed. Weights are points, 0 to 100; 0 leaves a rule out.
/// The figures of <see cref="First"/> are own estimates, there to be changed.
/// </summary>
public sealed class HousingPolicy
{
    public const int MostWeight = 100;

    /// <summary>What holds until somebody publishes another.</summary>
    public static HousingPolicy First { get; } = new()
    {
        Number = 0, WorkWeight = 2, SchoolWeight = 10, TransportWeight = 10, YouthWeight = 60, SpareRoomWeight = 15, WaitingWeight = 5,
        PeoplePerRoom = 2, SpareRoomsMost = 1, KeptPerAdult = 1500, KeptPerChild = 800, MostDaysAhead = 90,
    };

    public int Number { get; init; }

    /// <summary>Points for each per cent of the neighbours who are in work.</summary>
    public int WorkWeight { get; init; }

    /// <summary>Points lost for each kilometre to school, where there are children.</summary>
    public int SchoolWeight { get; init; }

    /// <summary>Points lost for each kilometre to bus or train.</summary>
    public int TransportWeight { get; init; }

    /// <summary>Points for a home among students where somebody will study.</summary>
    public int YouthWeight { get; init; }

    /// <summary>Points lost for each room more than needed.</summary>
    public int SpareRoomWeight { get; init; }

    /// <summary>Points for each month waited, where not all can be placed.</summary>
    public int WaitingWeight { get; init; }

    /// <summary>At most so many people for each room.</summary>
    public int PeoplePerRoom { get; init; }

    public int SpareRoomsMost { get; init; }

    /// <summary>Kroner a month that must be left for each adult when rent and use are paid.</summary>
    public int KeptPerAdult { get; init; }

    public int KeptPerChild { get; init; }

    /// <summary>A home must be free so many days after they can move, at the latest.</summary>
    public int MostDaysAhead { get; init; }

    public DateTime PublishedAt { get; init; }

    public Guid? ByAccountId { get; init; }

    /// <summary>Why it was changed.</summary>
    public string? Reason { get; init; }
}
