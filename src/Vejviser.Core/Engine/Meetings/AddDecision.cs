using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Engine.Meetings;

/// <param name="Due">The day it is to be done.</param>
public sealed record AddDecisionInput(Guid MeetingId, string? Text, DateOnly Due, Guid? UnitId, Guid? AccountId);

/// <summary>
/// Writes down a decision and makes it a task of the household's plan, with an owner and a day, in the same transaction: it stands on My work.
/// Failures: <c>meetings.unknown</c>, <c>meetings.is-cancelled</c>, <c>meetings.no-plan</c> (the meeting is about nobody with a running plan),
/// <c>meetings.changed-meanwhile</c>, and those of <see cref="AddOwnTask"/>.
/// </summary>
public sealed class AddDecision(VejviserDb db, EffectivePractices practices, AddOwnTask addTask)
{
    /// <returns>The task.</returns>
    public async Task<Result<Guid>> RunAsync(AddDecisionInput input, Reader who, AuditContext audit, CancellationToken cancel = default)
    {
        if (await MeetingChange.FindAsync(db, who, input.MeetingId, audit, cancel) is not { } meeting)
            return Failure.Of("meetings.unknown");
        // The command's id is the decision's: sent twice, it names the task it made.
        var id = audit.CommandId ?? Guid.CreateVersion7();
        if (await db.IsHandledAsync(audit, cancel))
            return await db.MeetingDecisions.Where(d => d.Id == id).Select(d => d.TaskId).SingleAsync(cancel);
        if (meeting.State == MeetingState.Cancelled)
            return Failure.Of("meetings.is-cancelled");
        if (await PlanAsync(meeting, cancel) is not { } plan)
            return Failure.Of("meetings.no-plan");
        var (area, phase) = await PlaceAsync(plan, cancel);

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var about = meeting.PersonId is { } person && await db.People.AnyAsync(p => p.Id == person && p.HouseholdId == plan.HouseholdId, cancel) ? meeting.PersonId : null;
        var task = await addTask.RunAsync(new AddOwnTaskInput(plan.Id, about, input.Text, area, phase, input.Due, input.UnitId, input.AccountId), audit with { Action = "plans.add-own-task", CommandId = null }, cancel);
        if (!task.IsSuccess)
            return task.Failure;
        db.MeetingDecisions.Add(new MeetingDecision { Id = id, MeetingId = meeting.Id, Text = input.Text!.Trim(), TaskId = task.Value.TaskId, At = audit.At });
        var saved = await MeetingChange.SaveAsync(db, meeting, audit, AuditDetails.Of(("task", task.Value.TaskId), ("due", input.Due)), cancel);
        if (!saved.IsSuccess)
            return saved.Failure;
        await transaction.CommitAsync(cancel);
        return task.Value.TaskId;
    }

    /// <summary>The meeting's own plan, else one that runs for the person, else one of the household.</summary>
    private Task<Plan?> PlanAsync(Meeting meeting, CancellationToken cancel) => db.Plans.AsNoTracking()
        .Where(p => p.HouseholdId == meeting.HouseholdId && p.EndedAt == null)
        .OrderByDescending(p => p.Id == meeting.PlanId).ThenByDescending(p => meeting.PersonId != null && p.PersonId == meeting.PersonId).ThenBy(p => p.PersonId != null).ThenBy(p => p.StartedAt).ThenBy(p => p.Id)
        .FirstOrDefaultAsync(cancel);

    /// <summary>Where the plan is now: the phase and area of its next open task.</summary>
    private async Task<(string Area, string Phase)> PlaceAsync(Plan plan, CancellationToken cancel)
    {
        var definition = await practices.OfAsync(db, plan.PracticeVersionId, cancel);
        var next = await db.PlanTasks.AsNoTracking().Where(t => t.PlanId == plan.Id && t.State == TaskState.Open && t.Due != null).OrderBy(t => t.Due).ThenBy(t => t.Order)
            .Select(t => new { t.Area, t.Phase }).FirstOrDefaultAsync(cancel);
        return next is not null && definition.Areas.Contains(next.Area) && definition.Phases.Contains(next.Phase) ? (next.Area, next.Phase) : (definition.Areas[0], definition.Phases[0]);
    }
}
