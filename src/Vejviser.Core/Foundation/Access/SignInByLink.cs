using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Foundation.Access;

/// <summary>Whom a link and a code let in, and how often they may be wrong.</summary>
/// <param name="Name">Begins the failures' codes and the audit's actions, such as <c>newcomers</c>.</param>
/// <param name="Tries">Wrong codes before the link is locked.</param>
/// <param name="Subject">What the audit notes a sign-in on.</param>
public sealed record LinkRealm<T>(string Name, int Tries, int LockMinutes, Func<T, AuditSubject> Subject)
    where T : LinkAccess;

/// <summary>
/// Signs in with a link and its code. A wrong link and a wrong code are told alike. Tries are counted in SQL before the code is looked at: a hundred guesses at
/// the same instant are a hundred tries. Failures: <c>NAME.wrong</c>, <c>NAME.locked</c>.
/// </summary>
public static class SignInByLink
{
    /// <summary>So that an unknown link takes as long as a known one.</summary>
    private static readonly string Nobody = LinkSecrets.HashOfCode("00000000");

    /// <returns>The access's id, for the session.</returns>
    public static async Task<Result<Guid>> RunAsync<T>(VejviserDb db, LinkRealm<T> realm, string link, string code, DateTime now, CancellationToken cancel)
        where T : LinkAccess
    {
        var hash = LinkSecrets.HashOf(link);
        var digits = new string([.. code.Where(char.IsDigit).Select(c => (char)('0' + (int)char.GetNumericValue(c)))]);
        if (await db.Set<T>().AsNoTracking().SingleOrDefaultAsync(a => a.LinkHash == hash && a.RevokedAt == null && a.ExpiresAt > now, cancel) is not { } access)
        {
            LinkSecrets.IsCode(Nobody, digits);
            return Failure.Of($"{realm.Name}.wrong");
        }

        var own = db.Set<T>().Where(a => a.Id == access.Id);
        await own.Where(a => a.LockedUntil <= now).ExecuteUpdateAsync(s => s.SetProperty(a => a.WrongTries, 0).SetProperty(a => a.LockedUntil, (DateTime?)null), cancel);
        if (await own.Where(a => a.WrongTries < realm.Tries).ExecuteUpdateAsync(s => s.SetProperty(a => a.WrongTries, a => a.WrongTries + 1), cancel) == 0)
            return Failure.Of($"{realm.Name}.locked", ("minutes", realm.LockMinutes));
        var isRight = LinkSecrets.IsCode(access.CodeHash, digits);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (isRight)
            await own.ExecuteUpdateAsync(s => s.SetProperty(a => a.WrongTries, 0).SetProperty(a => a.LastUsedAt, now), cancel);
        else
            await own.Where(a => a.WrongTries >= realm.Tries && a.LockedUntil == null).ExecuteUpdateAsync(s => s.SetProperty(a => a.LockedUntil, now.AddMinutes(realm.LockMinutes)), cancel);
        await db.SaveAsync(new AuditContext(null, $"{realm.Name}.{(isRight ? "sign-in" : "wrong-code")}", now), realm.Subject(access), cancel);
        await transaction.CommitAsync(cancel);
        return isRight ? access.Id : Failure.Of($"{realm.Name}.wrong");
    }
}
