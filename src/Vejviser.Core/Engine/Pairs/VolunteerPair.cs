namespace Vejviser.Core.Engine.Pairs;

public enum PairState
{
    /// <summary>Both are asked; one of them may have said yes.</summary>
    Asked = 1,

    /// <summary>Both have said yes.</summary>
    Agreed,

    /// <summary>One of them said no.</summary>
    Declined,

    /// <summary>The volunteer stopped before both had answered.</summary>
    Lapsed,

    /// <summary>Carried through, with what came of it.</summary>
    Closed,
    BrokenOff,
}

/// <summary>Who said no.</summary>
public enum PairParty
{
    Newcomer = 1,
    Volunteer,
}

/// <summary>
/// A newcomer, or a household, and a volunteer: proposed and asked, agreed, and what came of it. While it holds it has the newcomer's plan and one place of the volunteer's under unique keys: whoever comes second gets
/// neither.
/// </summary>
public sealed class VolunteerPair
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Practice { get; init; }

    /// <summary>The decision it came from.</summary>
    public Guid RoundId { get; init; }

    /// <summary>The plan of the newcomer, or of the household, in the practice.</summary>
    public Guid PlanId { get; init; }

    public Guid VolunteerId { get; init; }

    /// <summary>The plan while the pair holds, else null.</summary>
    public Guid? HeldPlanId { get; set; }

    /// <summary>The volunteer's place, from 1, while the pair holds, else null.</summary>
    public int? HeldPlace { get; set; }

    public PairState State { get; set; } = PairState.Asked;

    /// <summary>The reason where it was chosen by hand.</summary>
    public string? ByHand { get; init; }

    /// <summary>JSON: the score by rule.</summary>
    public required string Parts { get; init; }

    public Guid? RunnerUpId { get; init; }

    /// <summary>Points the whole would have lost with the runner-up; null where there was none.</summary>
    public double? Price { get; init; }

    public DateOnly AskedOn { get; init; }

    public DateTime? NewcomerYesAt { get; set; }

    public DateTime? VolunteerYesAt { get; set; }

    public PairParty? DeclinedBy { get; set; }

    /// <summary>Why it was declined or broken off, in words.</summary>
    public string? Note { get; set; }

    /// <summary>The first meeting: what follows is counted from it.</summary>
    public DateOnly? StartOn { get; set; }

    public DateOnly? EndedOn { get; set; }

    /// <summary>Why it was broken off: a reason's id in the definition.</summary>
    public string? EndReason { get; set; }

    public int Version { get; set; }

    public bool Holds => State is PairState.Asked or PairState.Agreed;

    internal void LetGo(PairState how, DateOnly day) => (State, HeldPlanId, HeldPlace, EndedOn, Version) = (how, null, null, day, Version + 1);
}

/// <summary>Time a volunteer gave, as they wrote it.</summary>
public sealed class VolunteerHours
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid PairId { get; init; }

    public DateOnly On { get; init; }

    public int Minutes { get; init; }

    public string? What { get; init; }

    public Guid? ByAccountId { get; init; }

    public DateTime At { get; init; }
}
