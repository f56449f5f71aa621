using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Common;
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

    /// <returns>Null where MitID would not let the person in now: closed, another number, too young, no longer the only one with the number.</returns>
    public static async Task<Newcomer?> LoadByMitIdAsync(VejviserDb db, NewcomerSettings settings, Guid accessId, DateTime now, CancellationToken cancel)
    {
        var opened = await (from a in db.MitIdAccesses where a.Id == accessId join c in db.PersonCprs on a.CprId equals c.Id where c.Until == null select new { c.Id, c.Number }).SingleOrDefaultAsync(cancel);
        if (opened is null)
            return null;
        var owners = await MitIdOwner.OfAsync(db, opened.Number, cancel);
        return MitIdOwner.Refusal(owners, settings, TimeZones.DayOf(now)) is null && owners[0] is var (cpr, p, _) && cpr == opened.Id
            ? new Newcomer(accessId, p.Id, p.HouseholdId, p.Role, p.GivenName, p.Language) : null;
    }
}
