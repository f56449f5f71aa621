namespace Vejviser.Core.Engine.Plans.Road;

/// <summary>A part of a day that one is at one place in.</summary>
public enum DayPart
{
    /// <summary>Before 12.</summary>
    Morning = 0,

    /// <summary>From 12 to 17.</summary>
    Afternoon,

    /// <summary>From 17.</summary>
    Evening,
}

/// <summary>A meeting that somebody has booked.</summary>
public sealed record BookedEvent(Guid Id, string Title);

/// <summary>A meeting that somebody is to come to: as a practice proposes it, or as it was booked.</summary>
/// <param name="PlanId">Null for a booked meeting of no plan.</param>
/// <param name="VersionId">The version of the practice that names it; null for a booked one.</param>
/// <param name="Meeting">The meeting's id in the definition; null for a booked one of no practice.</param>
/// <param name="At">Local time; null where it is agreed.</param>
public sealed record RoadEvent(Guid? PlanId, string? Practice, Guid? VersionId, string? Meeting, DateOnly Date, TimeOnly? At, int? Minutes)
{
    /// <summary>Set where it is booked: then it stands in the place of the practice's proposal.</summary>
    public BookedEvent? Booked { get; init; }

    private static readonly TimeOnly Noon = new(12, 0);
    private static readonly TimeOnly Five = new(17, 0);

    /// <summary>The parts of the day it takes; none while its time is not agreed. One without length takes the part it begins in.</summary>
    public IEnumerable<DayPart> Parts
    {
        get
        {
            if (At is not { } at)
                return [];
            // A meeting until noon is over at noon.
            var last = at.ToTimeSpan() + TimeSpan.FromMinutes(Math.Max(1, Minutes ?? 1)) - TimeSpan.FromTicks(1);
            var until = last >= TimeSpan.FromDays(1) ? TimeOnly.MaxValue : TimeOnly.FromTimeSpan(last);
            return Enum.GetValues<DayPart>().Where(p => p >= PartOf(at) && p <= PartOf(until));
        }
    }

    private static DayPart PartOf(TimeOnly time) => time < Noon ? DayPart.Morning : time < Five ? DayPart.Afternoon : DayPart.Evening;
}
