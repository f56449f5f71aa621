using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Foundation.Access;

/// <summary>Ends a lock-out before its time.</summary>
public static class UnlockAccount
{
    public static async Task<Result<Done>> RunAsync(VejviserDb db, Guid accountId, Reader by, AuditContext audit, CancellationToken cancel)
    {
        if (MayAssign.Everywhere(by) is { } refusal)
            return refusal;
        if (await db.Users.SingleOrDefaultAsync(a => a.Id == accountId, cancel) is not { } account)
            return Failure.Of("access.unknown-account");
        (account.LockoutEnd, account.AccessFailedCount) = (null, 0);
        account.ConcurrencyStamp = Guid.CreateVersion7().ToString();
        return await db.SaveAsync(audit, new AuditSubject(Entity: "account", EntityId: account.Id), cancel) == SaveOutcome.Conflict ? Failure.Of("access.conflict") : Done.Result;
    }
}
