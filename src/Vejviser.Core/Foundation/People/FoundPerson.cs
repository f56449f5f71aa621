using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Access;

namespace Vejviser.Core.Foundation.People;

/// <summary>A line of a list of people: enough to tell two of the same name apart, and no more.</summary>
public sealed record FoundPerson(
    Guid Id,
    string GivenName,
    string FamilyName,
    DateOnly? BirthDate,
    int? BirthYear,
    string? Nationality,
    string? CaseRef,
    bool HasProtectedAddress,
    Guid HouseholdId,
    string HouseholdName,
    string? HouseholdReference,
    string? CaseWorker)
{
    public string Name => $"{GivenName} {FamilyName}".Trim();
}

internal static class FoundPeople
{
    public static IQueryable<FoundPerson> AsFound(this IQueryable<Person> people, VejviserDb db) =>
        from p in people
        join h in db.Households on p.HouseholdId equals h.Id
        select new FoundPerson(
            p.Id, p.GivenName, p.FamilyName, p.BirthDate, p.BirthYear, p.Nationality, p.CaseRef, p.HasProtectedAddress, h.Id, h.Name, h.Reference,
            db.Users.Where(a => a.Id == h.CaseWorkerId).Select(a => a.DisplayName).FirstOrDefault());
}

/// <summary>Those who live together: asked for only where the household itself may be seen.</summary>
public static class HouseholdMembers
{
    public static async Task<IReadOnlyList<FoundPerson>> ListAsync(VejviserDb db, Guid householdId, Guid? except, CancellationToken cancel) =>
        await db.People.AsNoTracking().Where(p => p.HouseholdId == householdId && p.MergedIntoId == null && p.Id != except)
            .OrderBy(p => p.Role).ThenBy(p => p.BirthDate).ThenBy(p => p.Id).AsFound(db).ToListAsync(cancel);
}

/// <summary>The people of these ids whom the reader may see, those merged into others too.</summary>
public static class PeopleByIds
{
    public static async Task<IReadOnlyList<FoundPerson>> ListAsync(VejviserDb db, Reader who, DateTime now, IReadOnlyCollection<Guid> ids, CancellationToken cancel) =>
        await db.People.AsNoTracking().VisibleTo(db, who, now).Where(p => ids.Contains(p.Id)).AsFound(db).ToListAsync(cancel);
}
