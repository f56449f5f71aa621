using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.People;

namespace Vejviser.Core.Chapters.Housing.Needs;

/// <summary>
/// Writes what a household needs of a home where it is other than what follows from its people, and puts it on the list or takes it off. Failures: <c>housing.forbidden</c>,
/// <c>housing.unknown-household</c>, <c>housing.need-figures</c>, <c>housing.too-long</c>, <c>housing.has-nomination</c>, <c>housing.changed-meanwhile</c>.
/// </summary>
public static class ChangeNeed
{
    public const int MostCharacters = 400;
    private const int MostRooms = 20;
    private const int MostKroner = 100_000;

    /// <param name="Rooms">Null as worked out; so also <paramref name="Income"/> and <paramref name="IsFutureStudent"/>.</param>
    public sealed record Input(
        Guid HouseholdId, bool IsWaiting, DateOnly? WaitingSince, DateOnly? From, int? Rooms, int? Income, int HousingBenefit, bool NeedsAccess, bool? IsFutureStudent, string? Note, int? Version = null);

    public static async Task<Result<Done>> RunAsync(VejviserDb db, Input input, Reader who, AuditContext audit, CancellationToken cancel)
    {
        if (!who.May(Permissions.HousingEdit))
            return Failure.Of("housing.forbidden");
        if (input.Rooms is < 1 or > MostRooms || input.Income is < 0 or > MostKroner || input.HousingBenefit is < 0 or > MostKroner)
            return Failure.Of("housing.need-figures");
        if (input.Note?.Length > MostCharacters)
            return Failure.Of("housing.too-long", ("most", MostCharacters));
        if (await db.Households.AsNoTracking().SingleOrDefaultAsync(h => h.Id == input.HouseholdId, cancel) is not { } household)
            return Failure.Of("housing.unknown-household");
        if (input.IsWaiting && await db.Nominations.AnyAsync(n => n.StandingHouseholdId == input.HouseholdId, cancel))
            return Failure.Of("housing.has-nomination");
        var need = await db.HousingNeeds.SingleOrDefaultAsync(n => n.HouseholdId == input.HouseholdId, cancel) ?? db.Add(PutOnList.NewNeed(household)).Entity;
        if (input.Version is { } seen && seen != need.Version)
            return Failure.Of("housing.changed-meanwhile");
        (need.IsWaiting, need.WaitingSince, need.From, need.Rooms) = (input.IsWaiting, input.WaitingSince ?? need.WaitingSince, input.From, input.Rooms);
        (need.Income, need.HousingBenefit, need.NeedsAccess, need.IsFutureStudent) = (input.Income, input.HousingBenefit, input.NeedsAccess, input.IsFutureStudent);
        need.Note = input.Note.OrNull();
        if (!db.ChangeTracker.HasChanges())
            return Done.Result;
        need.Version++;
        return await db.SaveAsync(audit, new AuditSubject(HouseholdId: input.HouseholdId, Entity: "housing-need", EntityId: input.HouseholdId), cancel) == SaveOutcome.Conflict ? Failure.Of("housing.changed-meanwhile") : Done.Result;
    }
}

/// <summary>Puts on the list every household that has no permanent home, and about whom nothing is written yet. Failure: <c>housing.forbidden</c>.</summary>
public static class PutOnList
{
    public static async Task<Result<int>> RunAsync(VejviserDb db, Reader who, AuditContext audit, CancellationToken cancel)
    {
        if (!who.May(Permissions.HousingEdit))
            return Failure.Of("housing.forbidden");
        var missing = await Missing(db).ToListAsync(cancel);
        var ids = missing.ConvertAll(h => h.Id);
        var there = await db.HousingNeeds.Where(n => ids.Contains(n.HouseholdId)).ToDictionaryAsync(n => n.HouseholdId, cancel);
        foreach (var household in missing)
        {
            var need = there.GetValueOrDefault(household.Id) ?? db.Add(NewNeed(household)).Entity;
            need.IsWaiting = true;
            need.Version++;
        }

        await db.SaveAsync(audit, [.. ids.Select(id => new AuditSubject(HouseholdId: id, Entity: "housing-need", EntityId: id))], cancel);
        return ids.Count;
    }

    /// <summary>Households in the municipality's care without a permanent home of theirs, who have not been taken off the list by hand. A minor alone lives elsewhere than in a home of their own.</summary>
    public static IQueryable<Household> Missing(VejviserDb db) => db.Households.AsNoTracking().Where(h =>
        !db.HousingNeeds.Any(n => n.HouseholdId == h.Id)
        && db.People.Any(p => p.HouseholdId == h.Id && p.MergedIntoId == null && !p.IsUnaccompanied)
        && !db.Leases.Any(l => l.HouseholdId == h.Id && l.EndedOn == null && l.To == null));

    internal static HousingNeed NewNeed(Household household) => new() { HouseholdId = household.Id, WaitingSince = household.TakeoverDate ?? TimeZones.DayOf(household.CreatedAt) };
}
