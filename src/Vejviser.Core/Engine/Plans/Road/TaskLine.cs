using Vejviser.Core.Data;
using Vejviser.Core.Engine.Plans.Lists;

namespace Vejviser.Core.Engine.Plans.Road;

/// <summary>A task as lists, prints and exports show it: one row of one query, names of people and units with it.</summary>
/// <param name="VersionId">The practice's version that names the step.</param>
/// <param name="LawDate">The day whose names the law gives its titles.</param>
/// <param name="Owner">Who has it, where that is one employee.</param>
/// <param name="OwnerUnit">The unit that has it.</param>
/// <param name="Due">Null while an anchor it hangs on has no date.</param>
/// <param name="Comments">How many comments it has.</param>
public sealed record TaskLine(
    Guid Id,
    Guid PlanId,
    Guid VersionId,
    DateOnly LawDate,
    Guid HouseholdId,
    Guid? PersonId,
    string Practice,
    string Step,
    string? OwnTitle,
    string Area,
    string Phase,
    string OwnerRole,
    Guid? OwnerAccountId,
    string? Owner,
    string? OwnerUnit,
    DateOnly? Due,
    bool IsPinned,
    TaskState State,
    DateTime? ClosedAt,
    string? ClosedBy,
    string? SkipReason,
    int Order,
    int Comments)
{
    public StepName Name => new(Practice, VersionId, Step, LawDate, OwnTitle);

    public bool IsOpen => State == TaskState.Open;

    /// <summary>Neither done nor skipped: open, or resting in a plan that pauses.</summary>
    public bool IsToDo => State is TaskState.Open or TaskState.Resting;

    /// <summary>Late is calculated: open and due before today.</summary>
    public bool IsLateOn(DateOnly today) => IsOpen && Due < today;
}

public static class TaskLines
{
    /// <summary>The tasks of these plans as lines; filter and sort on the plan and the task before asking.</summary>
    public static IQueryable<TaskLine> Lines(this VejviserDb db, IQueryable<PlanTask> tasks) =>
        from t in tasks
        join p in db.Plans on t.PlanId equals p.Id
        orderby p.StartedAt, p.Id, t.Order, t.Id
        select new TaskLine(
            t.Id, p.Id, p.PracticeVersionId, p.LawDate, t.HouseholdId, t.PersonId, t.Practice, t.Step, t.OwnTitle, t.Area, t.Phase, t.OwnerRole,
            t.OwnerAccountId,
            db.Users.Where(a => a.Id == t.OwnerAccountId).Select(a => a.DisplayName).FirstOrDefault(),
            db.Units.Where(u => u.Id == t.OwnerUnitId).Select(u => u.Name).FirstOrDefault(),
            t.Due, t.IsPinned, t.State, t.ClosedAt,
            db.Users.Where(a => a.Id == t.ClosedBy).Select(a => a.DisplayName).FirstOrDefault(),
            t.SkipReason, t.Order,
            db.TaskComments.Count(c => c.TaskId == t.Id));
}
