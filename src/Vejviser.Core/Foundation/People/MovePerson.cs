using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Foundation.People;

/// <param name="ToHouseholdId">Null for a household of their own.</param>
public sealed record PersonMove(Guid PersonId, Guid? ToHouseholdId, HouseholdRole Role);

/// <summary>
/// Moves a person to another household, or to one of their own, which begins with the same basis, dates and people around it.
/// Their tasks stay in the plan they belong to.
/// </summary>
public static class MovePerson
{
    /// <returns>The household they are in now.</returns>
    public static async Task<Result<Guid>> RunAsync(VejviserDb db, Reader who, AuditContext audit, PersonMove move, CancellationToken cancel)
    {
        var loaded = await LoadPerson.RunAsync(db, who, audit, move.PersonId, cancel);
        if (!loaded.IsSuccess)
            return loaded.Failure;
        var person = loaded.Value;
        var from = await db.Households.SingleAsync(h => h.Id == person.HouseholdId, cancel);
        if (move.ToHouseholdId == from.Id)
            return from.Id;
        var staying = await db.People.Where(p => p.HouseholdId == from.Id && p.Id != person.Id && p.MergedIntoId == null).Select(p => p.Role).ToListAsync(cancel);
        if (person.Role == HouseholdRole.Head && staying.Count > 0 && !staying.Contains(HouseholdRole.Head))
            return Failure.Of("people.move-head-first");
        if (staying.Count == 0 && move.ToHouseholdId is null)
            return Failure.Of("people.move-already-alone");
        var to = move.ToHouseholdId is { } id
            ? await db.Households.VisibleTo(db, who, audit.At).SingleOrDefaultAsync(h => h.Id == id, cancel)
            : await NewHouseholdAsync(db, person, from, audit.At, cancel);
        if (to is null)
            return Failure.Of("people.household-unknown");
        if (await IsSecondHeadAsync(db, to.Id, move.Role, cancel))
            return Failure.Of("people.second-head");

        person.HouseholdId = to.Id;
        person.Role = move.Role;
        person.Version++;
        var details = $$"""{"from":"{{from.Id}}","to":"{{to.Id}}"}""";
        AuditSubject[] subjects =
            [new(person.Id, to.Id, "person", person.Id, details), new(null, from.Id, "household", from.Id, details)];
        return await db.SaveAsync(audit, subjects, cancel) == SaveOutcome.Conflict ? Failure.Of("people.changed-meanwhile") : to.Id;
    }

    internal static Task<bool> IsSecondHeadAsync(VejviserDb db, Guid householdId, HouseholdRole role, CancellationToken cancel) => role == HouseholdRole.Head
        ? db.People.AnyAsync(p => p.HouseholdId == householdId && p.Role == HouseholdRole.Head && p.MergedIntoId == null, cancel)
        : Task.FromResult(false);

    private static async Task<Household> NewHouseholdAsync(VejviserDb db, Person person, Household from, DateTime now, CancellationToken cancel)
    {
        var household = new Household
        {
            Name = NameHousehold.Of(person), Basis = person.Basis, AllocationDate = from.AllocationDate, TakeoverDate = from.TakeoverDate, TakeoverRule = from.TakeoverRule,
            RegisteredDate = from.RegisteredDate, ArrivalDate = from.ArrivalDate, HasArrived = from.HasArrived, Centre = from.Centre,
            CaseWorkerId = from.CaseWorkerId, ContactPersonId = from.ContactPersonId, CreatedAt = now,
        };
        db.Households.Add(household);
        var accesses = await db.HouseholdAccesses.AsNoTracking().Where(a => a.HouseholdId == from.Id).ToListAsync(cancel);
        db.HouseholdAccesses.AddRange(accesses.Select(a => new HouseholdAccess { HouseholdId = household.Id, UnitId = a.UnitId, AccountId = a.AccountId, Why = a.Why }));
        return household;
    }
}
