namespace Vejviser.Core.Engine.Plans;

public enum PlanState
{
    Running = 0,

    /// <summary>In line for a seat: it has no tasks yet.</summary>
    Waiting,

    /// <summary>Stopped for a while: its open tasks rest.</summary>
    Paused,
    Completed,
    BrokenOff,

    /// <summary>Went on to another practice.</summary>
    MovedOn,
}

/// <summary>How somebody came into a practice.</summary>
public enum PlanSource
{
    Staff = 0,

    /// <summary>Said yes to an offer.</summary>
    Offer,

    /// <summary>Another practice led here.</summary>
    Practice,

    /// <summary>A partner organisation referred.</summary>
    Partner,

    /// <summary>Came with the allocation.</summary>
    Allocation,
}

/// <summary>
/// A practice running for a household or a person: being in it, and its dated tasks computed from anchors. Who waits for a seat has a
/// plan without tasks; who has left has one that ended.
/// </summary>
public sealed class Plan
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Practice { get; init; }

    /// <summary>The version it follows, until somebody moves it.</summary>
    public Guid PracticeVersionId { get; set; }

    public Guid HouseholdId { get; set; }

    /// <summary>The person it runs for; null where it is the household's.</summary>
    public Guid? PersonId { get; set; }

    public PlanState State { get; set; }

    public PlanSource Source { get; init; }

    /// <summary>The offer, the plan or the partner organisation it came from, by <see cref="Source"/>.</summary>
    public Guid? SourceId { get; init; }

    /// <summary>The seat it holds, from 1, where the practice has so many; claimed by its unique key.</summary>
    public int? Seat { get; set; }

    /// <summary>The day whose law the plan follows: its own start, else takeover, arrival or allocation.</summary>
    public DateOnly LawDate { get; set; }

    /// <summary>When it began, or when it came in line.</summary>
    public DateTime StartedAt { get; set; }

    /// <summary>The first day of the pause.</summary>
    public DateOnly? PausedOn { get; set; }

    /// <summary>The day it is meant to go on.</summary>
    public DateOnly? PausedUntil { get; set; }

    public DateTime? EndedAt { get; set; }

    /// <summary>Why it was broken off: a reason's id in the definition.</summary>
    public string? EndReason { get; set; }

    public string? EndNote { get; set; }

    /// <summary>The practice it moved on to.</summary>
    public string? MovedOnTo { get; set; }

    public List<PlanAnchor> Anchors { get; init; } = [];

    public int Version { get; set; }
}

public sealed class PlanAnchor
{
    public Guid PlanId { get; init; }

    /// <summary>As in the definition: <c>allocation</c>, <c>takeover</c>, <c>arrival</c> …</summary>
    public required string Name { get; init; }

    public DateOnly Date { get; set; }
}

/// <summary>A yes-or-no fact about somebody in a practice, such as being in work a year after; the practice's measures count it.</summary>
public sealed class PlanOutcome
{
    public Guid PlanId { get; init; }

    /// <summary>The outcome's id in the definition.</summary>
    public required string Outcome { get; init; }

    public bool IsYes { get; set; }

    /// <summary>The day it was so.</summary>
    public DateOnly On { get; set; }

    public Guid ByAccountId { get; set; }
}

public enum TaskState
{
    Open = 0,
    Done = 1,
    Skipped = 2,

    /// <summary>Open in a plan that pauses: nobody's work until it goes on.</summary>
    Resting = 3,
}

/// <summary>One line of a plan and who does it. Late is calculated (open and due before today), never stored.</summary>
public sealed class PlanTask
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid PlanId { get; init; }

    public Guid HouseholdId { get; set; }

    /// <summary>Set where the step is for each person it fits; null where it is the household's.</summary>
    public Guid? PersonId { get; set; }

    /// <summary>The practice it comes from; the lists filter on it.</summary>
    public required string Practice { get; init; }

    /// <summary>The step's id in the definition, or <c>own</c> for a task written by hand.</summary>
    public required string Step { get; init; }

    /// <summary>Title of a task written by hand; null where the definition's texts name it.</summary>
    public string? OwnTitle { get; set; }

    /// <summary>One of the nine areas, such as <c>housing</c>.</summary>
    public required string Area { get; init; }

    /// <summary>As in the definition, such as <c>before-arrival</c>.</summary>
    public required string Phase { get; init; }

    public required string OwnerRole { get; set; }

    public Guid? OwnerUnitId { get; set; }

    public Guid? OwnerAccountId { get; set; }

    /// <summary>Null while an anchor it depends on has no date.</summary>
    public DateOnly? Due { get; set; }

    /// <summary>A date set by hand: it stays when an anchor moves.</summary>
    public bool IsPinned { get; set; }

    public TaskState State { get; set; }

    public DateTime? ClosedAt { get; set; }

    public Guid? ClosedBy { get; set; }

    public string? SkipReason { get; set; }

    /// <summary>Conditions whose facts were not known when the task was made, such as <c>education,age</c>: ask. Null where it surely is for them.</summary>
    public string? NotKnown { get; set; }

    /// <summary>Place in the plan's order, from 0.</summary>
    public int Order { get; set; }

    public List<PlanTaskBlock> Blocks { get; init; } = [];

    public int Version { get; set; }
}

/// <summary>A goal that an open task stands in the way of, such as <c>job-ready</c>.</summary>
public sealed class PlanTaskBlock
{
    public Guid TaskId { get; init; }

    public required string Goal { get; init; }
}

/// <summary>A ticked line of a task's checklist, with who ticked it and when.</summary>
public sealed class TaskTick
{
    public Guid TaskId { get; init; }

    /// <summary>The line's id in the definition.</summary>
    public required string Item { get; init; }

    public Guid AccountId { get; init; }

    public DateTime At { get; init; }
}

public sealed class TaskComment
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid TaskId { get; init; }

    public Guid AccountId { get; init; }

    public DateTime At { get; init; }

    public required string Text { get; init; }
}

/// <summary>What shows that a task was done: a note or a file.</summary>
public sealed class TaskEvidence
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid TaskId { get; init; }

    public Guid AccountId { get; init; }

    public DateTime At { get; init; }

    public string? Note { get; init; }

    public string? FileName { get; init; }

    public string? ContentType { get; init; }

    public byte[]? Content { get; init; }
}
