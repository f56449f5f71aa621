using Vejviser.Core.Engine.Catalogue;

namespace Vejviser.Core.Engine.Plans.Lists;

/// <summary>One task with all that its page shows.</summary>
public sealed record TaskView(TaskHead Head, IReadOnlyList<TaskNeighbour> Plan, IReadOnlyDictionary<string, DateOnly> Anchors)
{
    public IReadOnlyList<TaskMark> Ticks { get; init; } = [];

    public IReadOnlyList<TaskMark> Comments { get; init; } = [];

    public IReadOnlyList<TaskProof> Evidence { get; init; } = [];

    /// <summary>What was done to it, newest first.</summary>
    public IReadOnlyList<TaskEvent> History { get; init; } = [];

    /// <summary>The tasks of the plan it waits for: of a person's task the same person's and the household's.</summary>
    public IEnumerable<TaskNeighbour> WaitsFor(PracticeDefinition? definition) => definition?.FindStep(Head.Name.Step)?.After is { Count: > 0 } after
        ? Plan.Where(t => t.Id != Head.Id && after.Contains(t.Step) && IsBeside(t))
        : [];

    /// <summary>The tasks of the plan that wait for it.</summary>
    public IEnumerable<TaskNeighbour> WaitingForIt(PracticeDefinition? definition) =>
        Plan.Where(t => t.Id != Head.Id && IsBeside(t) && definition?.FindStep(t.Step)?.After.Contains(Head.Name.Step) == true);

    private bool IsBeside(TaskNeighbour other) => Head.PersonId is null || other.PersonId is null || other.PersonId == Head.PersonId;
}

/// <param name="Household">The head's name.</param>
/// <param name="ClosedByName">Who finished or skipped it.</param>
public sealed record TaskHead(
    Guid Id, int Version, StepName Name, string Area, string Phase, Guid PlanId, Guid HouseholdId, string Household, string? Reference, Guid? PersonId, string? Person,
    string OwnerRole, Guid? OwnerUnitId, string? OwnerUnit, Guid? OwnerAccountId, string? OwnerName,
    DateOnly? Due, bool IsPinned, TaskState State, DateTime? ClosedAt, Guid? ClosedBy, string? ClosedByName, string? SkipReason, IReadOnlyList<string> Goals);

/// <summary>Another task of the same plan.</summary>
public sealed record TaskNeighbour(Guid Id, string Step, string? OwnTitle, Guid? PersonId, string? Person, TaskState State, DateOnly? Due);

/// <summary>Who wrote or ticked what, when. <paramref name="What"/> is a comment's text or a checklist line's id.</summary>
public sealed record TaskMark(string What, string By, DateTime At);

public sealed record TaskProof(Guid Id, string? Note, string? FileName, string By, DateTime At);

/// <param name="Action">The audit's code, such as <c>plans.complete-task</c>.</param>
/// <param name="Details">JSON of ids, codes and dates.</param>
public sealed record TaskEvent(string Action, string? By, DateTime At, string? Details)
{
    /// <summary>Why, in the words of who did it.</summary>
    public string? Reason { get; init; }
}
