using Vejviser.Core.Data;

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
