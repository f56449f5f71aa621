using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Engine.Plans.Road;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.People;

namespace Vejviser.Core.Chapters.Reception;

/// <summary>A household on its way, as the arrivals board shows it.</summary>
/// <param name="ExpectedDate">The agreed arrival, else the takeover; null where neither is known.</param>
/// <param name="HasAddress">An address is written on the household. The address itself stays off the board.</param>
/// <param name="People">Head first, then by age.</param>
public sealed record Arrival(
    Guid HouseholdId,
    string? Reference,
    string Name,
    ResidenceBasis Basis,
    DateOnly? AllocationDate,
    DateOnly? TakeoverDate,
    DateOnly? ArrivalDate,
    DateOnly? ExpectedDate,
    bool HasArrived,
    string? Centre,
    bool HasAddress,
    string? CaseWorker,
    string? ContactPerson,
    IReadOnlyList<ArrivingPerson> People)
{
    public bool IsProtected => People.Any(p => p.IsProtected);

    /// <summary>The tasks before arrival, open and closed, by due date; empty where no plan runs.</summary>
    public IReadOnlyList<BeforeTask> Before { get; init; } = [];

    /// <summary>The first of those to be done, as many as were asked for.</summary>
    public IReadOnlyList<TaskLine> Missing { get; init; } = [];

    public int Done => Before.Count(t => !t.IsToDo);

    public HomeState Home => HasAddress ? HomeState.Found
        : !Before.Any(t => t.IsOfHome) ? HomeState.Unknown
        : Before.Any(t => t is { IsOfHome: true, IsToDo: true }) ? HomeState.UnderWay : HomeState.Found;

    public int LateOn(DateOnly today) => Before.Count(t => t.State == TaskState.Open && t.Due < today);
}

/// <summary>A task before arrival, as counting needs it.</summary>
/// <param name="IsOfHome">The dwelling waits for it; false where an address is written, which nobody asks further about.</param>
public sealed record BeforeTask(Guid Id, Guid HouseholdId, TaskState State, DateOnly? Due, int Order, bool IsOfHome)
{
    /// <summary>Neither done nor skipped.</summary>
    public bool IsToDo => State is TaskState.Open or TaskState.Resting;
}

/// <summary>How far the dwelling is.</summary>
public enum HomeState
{
    /// <summary>No plan says anything of it.</summary>
    Unknown = 0,

    /// <summary>Tasks of the dwelling are still open.</summary>
    UnderWay,

    /// <summary>An address is written, or all tasks of the dwelling are closed.</summary>
    Found,
}

public sealed record ArrivingPerson(
    HouseholdRole Role, DateOnly? BirthDate, int? BirthYear, string? Language, bool NeedsInterpreter, bool IsUnaccompanied, bool IsProtected)
{
    /// <summary>In whole years; by the year alone where only that is known; null where unknown.</summary>
    public int? AgeOn(DateOnly day) => Age.On(day, BirthDate, BirthYear);
}
