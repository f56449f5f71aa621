using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.People;

namespace Vejviser.Core.Engine.Newcomers;

/// <summary>
/// Who is signed in on the newcomer's page: a person, and nothing that an account is. Read from the database on each request, so that a revoked link ends
/// what is open.
/// </summary>
/// <param name="Language">BCP 47; null where it is not known.</param>
public sealed record Newcomer(Guid AccessId, Guid PersonId, Guid HouseholdId, HouseholdRole Role, string GivenName, string? Language)
{
    /// <summary>Answers for the household what is offered to the household.</summary>
    public bool IsAdultOfHousehold => Role is HouseholdRole.Head or HouseholdRole.Spouse;

    /// <summary>The household whose answers are theirs to give too; null where others give them.</summary>
    public Guid? HouseholdToAnswerFor => IsAdultOfHousehold ? HouseholdId : null;

    /// <returns>Null where the access is revoked or has run out.</returns>
    public static Task<Newcomer?> LoadAsync(VejviserDb db, Guid accessId, DateTime now, CancellationToken cancel) => (
        from a in db.NewcomerAccesses.AsNoTracking()
        join p in db.People on a.PersonId equals p.Id
        where a.Id == accessId && a.RevokedAt == null && a.ExpiresAt > now && p.MergedIntoId == null
        select new Newcomer(a.Id, p.Id, p.HouseholdId, p.Role, p.GivenName, p.Language)).SingleOrDefaultAsync(cancel);
}
