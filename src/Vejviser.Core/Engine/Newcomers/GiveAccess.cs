using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Engine.Newcomers;

/// <summary>
/// Gives a person a link and a code to their own page, and ends the one they had. Failures: <c>people.unknown</c>, <c>newcomers.too-young</c>, <c>newcomers.age-unknown</c>,
/// <c>newcomers.given-already</c> where the same form comes twice: the first answer showed the code.
/// </summary>
public sealed class GiveAccess(VejviserDb db, NewcomerSettings settings)
{
    public async Task<Result<GivenAccess>> RunAsync(Guid personId, Reader who, AuditContext audit, CancellationToken cancel = default)
    {
        if (await db.People.AsNoTracking().VisibleTo(db, who, audit.At).SingleOrDefaultAsync(p => p.Id == personId && p.MergedIntoId == null, cancel) is not { } person)
            return Failure.Of("people.unknown");
        if (settings.Refusal(person, audit.Day) is { } refusal)
            return refusal;
        var given = LinkSecrets.New(audit.At.AddDays(settings.LinkDays));
        var access = Make(personId, given, audit.At, who.AccountId);
        await RevokeAccess.EndAsync(db, personId, audit, cancel);
        db.NewcomerAccesses.Add(access);
        var saved = await db.SaveAsync(audit, new AuditSubject(personId, person.HouseholdId, "newcomer-access", access.Id), cancel);
        return saved == SaveOutcome.Saved ? given : Failure.Of("newcomers.given-already");
    }

    internal static NewcomerAccess Make(Guid personId, GivenAccess given, DateTime now, Guid? by) => new()
    {
        PersonId = personId, LinkHash = LinkSecrets.HashOf(given.Link), CodeHash = LinkSecrets.HashOfCode(given.Code), GivenAt = now, GivenBy = by, ExpiresAt = given.ExpiresAt,
    };
}
