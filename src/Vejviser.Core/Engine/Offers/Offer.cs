namespace Vejviser.Core.Engine.Offers;

public enum OfferAnswer
{
    /// <summary>Not answered yet.</summary>
    None = 0,
    Yes,
    No,

    /// <summary>Ask again on <see cref="Offer.RemindOn"/>.</summary>
    Later,
}

/// <summary>A practice offered to a person or a household, and what they said.</summary>
public sealed class Offer
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Practice { get; init; }

    public Guid HouseholdId { get; set; }

    /// <summary>Set where the practice is for a person.</summary>
    public Guid? PersonId { get; set; }

    public DateOnly OfferedOn { get; init; }

    public Guid OfferedBy { get; init; }

    public OfferAnswer Answer { get; set; }

    public DateOnly? AnsweredOn { get; set; }

    public Guid? AnsweredBy { get; set; }

    /// <summary>In the person's own words, or the staff's.</summary>
    public string? Reason { get; set; }

    /// <summary>The day to ask again, or to ask for the answer.</summary>
    public DateOnly? RemindOn { get; set; }

    /// <summary>The plan that a yes led to.</summary>
    public Guid? PlanId { get; set; }

    public int Version { get; set; }
}
