using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Foundation.Access;

/// <summary>For one who lost the phone: takes away the authenticator, its recovery codes and all passkeys, and ends the sessions.</summary>
public static class RemoveSecondFactor
{
    public static async Task<Result<Done>> RunAsync(VejviserDb db, Guid accountId, Reader by, AuditContext audit, CancellationToken cancel)
    {
        if (MayAssign.Everywhere(by) is { } refusal)
            return refusal;
        if (await db.Users.SingleOrDefaultAsync(a => a.Id == accountId, cancel) is not { } account)
            return Failure.Of("access.unknown-account");
        account.TwoFactorEnabled = false;
        db.RemoveRange(await db.UserTokens.Where(t => t.UserId == accountId).ToListAsync(cancel));
        db.RemoveRange(await db.Set<IdentityUserPasskey<Guid>>().Where(p => p.UserId == accountId).ToListAsync(cancel));
        OneTimePassword.EndSessions(account);
        return await db.SaveAsync(audit, new AuditSubject(Entity: "account", EntityId: account.Id), cancel) == SaveOutcome.Conflict ? Failure.Of("access.conflict") : Done.Result;
    }
}
