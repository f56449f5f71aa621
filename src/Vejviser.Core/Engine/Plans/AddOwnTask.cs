using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Engine.Plans;

/// <param name="Area">One of the nine areas.</param>
/// <param name="Phase">One of the plan's phases.</param>
public sealed record AddOwnTaskInput(Guid PlanId, Guid? PersonId, string? Title, string Area, string Phase, DateOnly Due, Guid? UnitId, Guid? AccountId);

public sealed record AddedTask(Guid TaskId);

/// <summary>
/// Adds a task written by hand to a running plan. Its date is its own: no anchor moves it. Failures: <c>plans.unknown</c>,
/// <c>plans.ended</c>, <c>tasks.title-required</c>, <c>tasks.title-too-long</c>, <c>tasks.unknown-place</c>, <c>tasks.owner-required</c>, <c>tasks.owner-closed</c>.
/// </summary>
public sealed class AddOwnTask(VejviserDb db, EffectivePractices practices)
{
    private const int MostTitle = 200;

    public async Task<Result<AddedTask>> RunAsync(AddOwnTaskInput input, AuditContext audit, CancellationToken cancel = default)
    {
        if (await db.Plans.AsNoTracking().SingleOrDefaultAsync(p => p.Id == input.PlanId, cancel) is not { } plan)
            return Failure.Of("plans.unknown", ("plan", input.PlanId));
        // The command's id is the task's: sent twice, it names the task it made.
        var id = audit.CommandId ?? Guid.CreateVersion7();
        if (await db.IsHandledAsync(audit, cancel))
            return new AddedTask(id);
        if (await RefuseAsync(plan, input, cancel) is { } refused)
            return refused;

        var task = new PlanTask
        {
            Id = id,
            PlanId = plan.Id,
            HouseholdId = plan.HouseholdId,
            PersonId = input.PersonId,
            Practice = plan.Practice,
            Step = Step.Own,
            OwnTitle = input.Title!.Trim(),
            Area = input.Area,
            Phase = input.Phase,
            OwnerRole = Step.Own,
            OwnerUnitId = input.UnitId,
            OwnerAccountId = input.AccountId,
            Due = input.Due,
            IsPinned = true,
            Order = 1 + await db.PlanTasks.Where(t => t.PlanId == plan.Id).MaxAsync(t => (int?)t.Order, cancel) ?? 0,
        };
        db.PlanTasks.Add(task);
        await TaskAccess.GiveAsync(db, plan.HouseholdId, [(input.UnitId, input.AccountId)], cancel);
        var subject = new AuditSubject(task.PersonId, task.HouseholdId, "plan-task", task.Id, AuditDetails.Of(("step", Step.Own), ("due", input.Due)));
        await db.SaveAsync(audit, subject, cancel);
        return new AddedTask(id);
    }

    private async Task<Failure?> RefuseAsync(Plan plan, AddOwnTaskInput input, CancellationToken cancel)
    {
        if (plan.EndedAt is not null)
            return Failure.Of("plans.ended");
        if (string.IsNullOrWhiteSpace(input.Title))
            return Failure.Of("tasks.title-required");
        if (input.Title.Length > MostTitle)
            return Failure.Of("tasks.title-too-long", ("most", MostTitle));
        var definition = await practices.OfAsync(db, plan.PracticeVersionId, cancel);
        var isTheirs = input.PersonId is null || await db.People.AnyAsync(p => p.Id == input.PersonId && p.HouseholdId == plan.HouseholdId, cancel);
        if (!definition.Phases.Contains(input.Phase) || !definition.Areas.Contains(input.Area) || !isTheirs)
            return Failure.Of("tasks.unknown-place");
        return await TaskOwner.RefuseAsync(db, input.UnitId, input.AccountId, cancel);
    }
}
