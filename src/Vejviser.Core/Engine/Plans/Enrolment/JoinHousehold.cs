using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.People;

namespace Vejviser.Core.Engine.Plans.Enrolment;

/// <param name="HouseholdId">The household the person is in now.</param>
/// <param name="Effects">What the household's practices changed because of it.</param>
public sealed record Joined(Guid HouseholdId, IReadOnlyList<ArrivalEffect> Effects);

/// <summary>
/// A person joins a household, new or moved from another, and what its practices change then happens, in one transaction. A moved
/// person's own practices come along. Failures: those of <see cref="AddPerson"/> and <see cref="MovePerson"/>.
/// </summary>
public sealed class JoinHousehold(VejviserDb db, FamilyArrival arrival)
{
    public async Task<Result<Joined>> AddAsync(Reader who, AuditContext audit, DateOnly today, NewPerson input, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await db.IsHandledAsync(audit, cancel))
            return new Joined(input.HouseholdId, []);
        var added = await AddPerson.RunAsync(db, who, audit, today, input, cancel);
        if (!added.IsSuccess)
            return added.Failure;
        var effects = await arrival.RunAsync(db, input.HouseholdId, [added.Value], audit, cancel);
        await transaction.CommitAsync(cancel);
        return new Joined(input.HouseholdId, effects);
    }

    public async Task<Result<Joined>> MoveAsync(Reader who, AuditContext audit, PersonMove move, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await db.IsHandledAsync(audit, cancel))
            return new Joined(await db.People.Where(p => p.Id == move.PersonId).Select(p => p.HouseholdId).SingleAsync(cancel), []);
        var before = await db.People.Where(p => p.Id == move.PersonId).Select(p => (Guid?)p.HouseholdId).SingleOrDefaultAsync(cancel);
        var moved = await MovePerson.RunAsync(db, who, audit, move, cancel);
        if (!moved.IsSuccess)
            return moved.Failure;
        if (before == moved.Value)
            return new Joined(moved.Value, []);
        await BringPlansAsync(move.PersonId, moved.Value, audit, cancel);
        var effects = move.ToHouseholdId is null ? [] : await arrival.RunAsync(db, moved.Value, [move.PersonId], audit, cancel);
        await transaction.CommitAsync(cancel);
        return new Joined(moved.Value, effects);
    }

    /// <summary>Practices that run for the person run where the person is; whoever has their tasks sees the new household.</summary>
    private async Task BringPlansAsync(Guid person, Guid household, AuditContext audit, CancellationToken cancel)
    {
        var plans = await db.Plans.Where(p => p.PersonId == person && p.HouseholdId != household).ToListAsync(cancel);
        if (plans.Count == 0)
            return;
        var ids = plans.Select(p => p.Id).ToList();
        var tasks = await db.PlanTasks.Where(t => ids.Contains(t.PlanId)).ToListAsync(cancel);
        foreach (var plan in plans)
            (plan.HouseholdId, plan.Version) = (household, plan.Version + 1);
        foreach (var task in tasks)
            (task.HouseholdId, task.Version) = (household, task.Version + 1);
        await TaskAccess.GiveAsync(db, household, tasks.Select(t => (t.OwnerUnitId, t.OwnerAccountId)), cancel);
        await db.SaveAsync(audit with { Action = "plans.bring-along", CommandId = null }, [.. plans.Select(p => PlanChange.Subject(p, ("practice", p.Practice)))], cancel);
    }
}
