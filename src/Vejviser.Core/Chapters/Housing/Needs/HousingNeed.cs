namespace Vejviser.Core.Chapters.Housing.Needs;

/// <summary>
/// What a household needs of a home, where staff have said otherwise than what follows from its people. What is null is worked out anew each time it is asked, so
/// that a family that is reunified needs more rooms without anybody writing it.
/// </summary>
public sealed class HousingNeed
{
    public Guid HouseholdId { get; init; }

    /// <summary>On the list of those who wait for a permanent home.</summary>
    public bool IsWaiting { get; set; }

    public DateOnly WaitingSince { get; set; }

    /// <summary>The first day they can move; null from today.</summary>
    public DateOnly? From { get; set; }

    /// <summary>Least rooms; null as worked out.</summary>
    public int? Rooms { get; set; }

    /// <summary>Kroner a month after tax, all benefits and wages together; null as worked out from the benefits of the day.</summary>
    public int? Income { get; set; }

    /// <summary>Housing benefit as the benefits officer reckons it, kroner a month.</summary>
    public int HousingBenefit { get; set; }

    public bool NeedsAccess { get; set; }

    /// <summary>Somebody who will study and gains from living among students; null as worked out.</summary>
    public bool? IsFutureStudent { get; set; }

    /// <summary>How many they were when they were put on the list by themselves, their home having become too small; null where that has not been.</summary>
    public int? OutgrownPeople { get; set; }

    /// <summary>One line for the meeting; no names.</summary>
    public string? Note { get; set; }

    public int Version { get; set; }
}
