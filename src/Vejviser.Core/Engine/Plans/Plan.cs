namespace Vejviser.Core.Engine.Plans;

/// <summary>A practice running for a household: dated tasks computed from anchors.</summary>
public sealed class Plan
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Practice { get; init; }

    /// <summary>The version it follows, until somebody moves it.</summary>
    public Guid PracticeVersionId { get; set; }

    public Guid HouseholdId { get; init; }

    /// <summary>The day whose law the plan follows: takeover where known, else arrival or allocation.</summary>
    public DateOnly LawDate { get; set; }

    public DateTime StartedAt { get; init; }

    public DateTime? EndedAt { get; set; }

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

public enum TaskState
{
    Open = 0,
    Done = 1,
    Skipped = 2,
}

/// <summary>One line of a plan and who does it. Late is calculated (open and due before today), never stored.</summary>
public sealed class PlanTask
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid PlanId { get; init; }

    public Guid HouseholdId { get; init; }

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
