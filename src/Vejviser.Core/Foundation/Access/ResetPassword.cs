using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Foundation.Access;

/// <summary>Gives an account a new one-time password for one who forgot, and ends its sessions.</summary>
public static class ResetPassword
{
    /// <returns>The password, shown once and kept nowhere.</returns>
    public static async Task<Result<string>> RunAsync(VejviserDb db, Guid accountId, Reader by, AuditContext audit, CancellationToken cancel)
    {
        if (MayAssign.Everywhere(by) is { } refusal)
            return refusal;
        if (await db.Users.SingleOrDefaultAsync(a => a.Id == accountId && !a.IsClosed, cancel) is not { } account)
            return Failure.Of("access.unknown-account");
        var password = OneTimePassword.Give(account);
        return await db.SaveAsync(audit, new AuditSubject(Entity: "account", EntityId: account.Id), cancel) switch
        {
            SaveOutcome.Saved => password,
            SaveOutcome.AlreadyDone => Failure.Of("access.already-reset"),
            _ => Failure.Of("access.conflict"),
        };
    }
}
