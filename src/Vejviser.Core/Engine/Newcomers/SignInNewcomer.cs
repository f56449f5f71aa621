using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Engine.Newcomers;

/// <summary>
/// Signs in with a link and its code. A wrong link and a wrong code are told alike. Tries are counted in SQL before the code is looked at: a hundred guesses at
/// the same instant are a hundred tries. Failures: <c>newcomers.wrong</c>, <c>newcomers.locked</c>.
/// </summary>
public sealed class SignInNewcomer(VejviserDb db, NewcomerSettings settings)
{
    /// <summary>So that an unknown link takes as long as a known one.</summary>
    private static readonly NewcomerAccess Nobody = GiveAccess.Make(Guid.Empty, "", "00000000", default, null, default);

    /// <returns>The access's id, for the session.</returns>
    public async Task<Result<Guid>> RunAsync(string link, string code, DateTime now, CancellationToken cancel = default)
    {
        var hash = GiveAccess.HashOf(link);
        var digits = new string([.. code.Where(char.IsDigit).Select(c => (char)('0' + (int)char.GetNumericValue(c)))]);
        if (await db.NewcomerAccesses.AsNoTracking().SingleOrDefaultAsync(a => a.LinkHash == hash && a.RevokedAt == null && a.ExpiresAt > now, cancel) is not { } access)
        {
            GiveAccess.IsCode(Nobody, digits);
            return Failure.Of("newcomers.wrong");
        }

        await db.NewcomerAccesses.Where(a => a.Id == access.Id && a.LockedUntil <= now).ExecuteUpdateAsync(s => s.SetProperty(a => a.WrongTries, 0).SetProperty(a => a.LockedUntil, (DateTime?)null), cancel);
        var counted = await db.NewcomerAccesses.Where(a => a.Id == access.Id && a.WrongTries < settings.Tries).ExecuteUpdateAsync(s => s.SetProperty(a => a.WrongTries, a => a.WrongTries + 1), cancel);
        if (counted == 0)
            return Failure.Of("newcomers.locked", ("minutes", settings.LockMinutes));
        return GiveAccess.IsCode(access, digits) ? await LetInAsync(access, now, cancel) : await RefuseAsync(access, now, cancel);
    }

    private async Task<Result<Guid>> LetInAsync(NewcomerAccess access, DateTime now, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.NewcomerAccesses.Where(a => a.Id == access.Id).ExecuteUpdateAsync(s => s.SetProperty(a => a.WrongTries, 0).SetProperty(a => a.LastUsedAt, now), cancel);
        await SaveAsync(access, "newcomers.sign-in", now, cancel);
        await transaction.CommitAsync(cancel);
        return access.Id;
    }

    private async Task<Result<Guid>> RefuseAsync(NewcomerAccess access, DateTime now, CancellationToken cancel)
    {
        var until = now.AddMinutes(settings.LockMinutes);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.NewcomerAccesses.Where(a => a.Id == access.Id && a.WrongTries >= settings.Tries && a.LockedUntil == null).ExecuteUpdateAsync(s => s.SetProperty(a => a.LockedUntil, until), cancel);
        await SaveAsync(access, "newcomers.wrong-code", now, cancel);
        await transaction.CommitAsync(cancel);
        return Failure.Of("newcomers.wrong");
    }

    private Task<SaveOutcome> SaveAsync(NewcomerAccess access, string action, DateTime now, CancellationToken cancel) =>
        db.SaveAsync(new AuditContext(null, action, now), new AuditSubject(access.PersonId, null, "newcomer-access", access.Id), cancel);
}
