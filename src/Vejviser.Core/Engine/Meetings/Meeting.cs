using Vejviser.Core.Engine.Catalogue;

namespace Vejviser.Core.Engine.Meetings;

public enum MeetingState
{
    Planned = 0,
    Held,
    Cancelled,
}

/// <summary>A meeting on a day: of staff alone, or about a household or one of its people, perhaps one that a practice asks for.</summary>
public sealed class Meeting
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Title { get; set; }

    public MeetingKind Kind { get; init; }

    /// <summary>UTC.</summary>
    public DateTime StartsAt { get; set; }

    /// <summary>UTC.</summary>
    public DateTime EndsAt { get; set; }

    /// <summary>The day on the town hall's clock.</summary>
    public DateOnly Day { get; set; }

    public MeetingRoom Where { get; set; }

    /// <summary>The room it holds, where it is on site.</summary>
    public Guid? RoomId { get; set; }

    /// <summary>The address of an online meeting.</summary>
    public string? Link { get; set; }

    public Guid? HouseholdId { get; set; }

    public Guid? PersonId { get; set; }

    public Guid? PlanId { get; init; }

    /// <summary>The meeting's id in the plan's definition.</summary>
    public string? PracticeMeeting { get; init; }

    /// <summary>The day the definition proposes, which this one takes the place of.</summary>
    public DateOnly? ProposedOn { get; set; }

    /// <summary>The practice that holds it, where the product booked it by the practice's definition.</summary>
    public string? Practice { get; init; }

    /// <summary>What it is to the practice: one plan's, one day's of a series, one group's. Unique, so that it is booked once; null where somebody booked it by hand, or its reason is gone.</summary>
    public string? KeptKey { get; set; }

    /// <summary>BCP 47: the language its group has in common.</summary>
    public string? GroupLanguage { get; init; }

    /// <summary>The first meeting of the series it was booked with.</summary>
    public Guid? SeriesId { get; init; }

    public Guid OrganiserId { get; init; }

    public MeetingState State { get; set; }

    public string? CancelReason { get; set; }

    /// <summary>What was said, as somebody wrote it down.</summary>
    public string? Minutes { get; set; }

    public DateTime CreatedAt { get; init; }

    public int Version { get; set; }
}
