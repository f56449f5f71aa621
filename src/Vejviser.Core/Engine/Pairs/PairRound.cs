namespace Vejviser.Core.Engine.Pairs;

/// <summary>A decision to ask: all pairs of one proposal at once, with the facts they rested on.</summary>
public sealed class PairRound
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Practice { get; init; }

    /// <summary>The practice's version whose weights it followed; null where the practice was not adopted.</summary>
    public int? PracticeNumber { get; init; }

    public DateTime DecidedAt { get; init; }

    public Guid? DecidedBy { get; init; }

    public string? Note { get; init; }

    /// <summary>JSON of <see cref="PairFacts"/>: what other weights would have done is reckoned from it.</summary>
    public required string Facts { get; init; }

    public int Pairs { get; init; }

    /// <summary>Of them, chosen by hand.</summary>
    public int ByHand { get; init; }
}

/// <summary>A choice by hand: the rest is paired around it until it is decided.</summary>
public sealed class PairChoice
{
    public Guid PlanId { get; init; }

    public required string Practice { get; init; }

    /// <summary>Null: waits.</summary>
    public Guid? VolunteerId { get; set; }

    public required string Reason { get; set; }

    public Guid? ByAccountId { get; set; }

    public DateTime At { get; set; }
}

/// <summary>What a newcomer, or a household, wants of a volunteer, beside what their own pages know.</summary>
public sealed class PairWish
{
    public Guid PlanId { get; init; }

    public Guid? TownId { get; set; }

    /// <summary>In their own words; it goes to the volunteer without a name.</summary>
    public string? Words { get; set; }

    public List<PairWishIndustry> Industries { get; init; } = [];

    public int Version { get; set; }
}

public sealed class PairWishIndustry
{
    public Guid PlanId { get; init; }

    public required string Industry { get; init; }
}

/// <summary>A question from volunteers to the municipality, with an owner and the moment from which it is late.</summary>
public sealed class VolunteerEnquiry
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Practice { get; init; }

    /// <summary>The association that asks.</summary>
    public Guid PartnerId { get; init; }

    public Guid AskedBy { get; init; }

    public required string What { get; init; }

    public DateTime AskedAt { get; init; }

    /// <summary>Late from this instant, UTC, where it is not answered.</summary>
    public DateTime LateFrom { get; init; }

    /// <summary>The employee who answers; null where the role is a unit's or nobody's.</summary>
    public Guid? OwnerId { get; init; }

    public Guid? OwnerUnitId { get; init; }

    public string? Answer { get; set; }

    public DateTime? AnsweredAt { get; set; }

    public Guid? AnsweredBy { get; set; }

    public int Version { get; set; }

    /// <summary>By calculation, never a flag.</summary>
    public bool IsLateAt(DateTime now) => (AnsweredAt ?? now) >= LateFrom;
}
