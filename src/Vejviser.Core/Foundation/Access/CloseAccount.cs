using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Foundation.Access;

/// <summary>Closes an account: its sessions end at once and it signs in no more; what it did stays. Or opens it again.</summary>
public static class CloseAccount
{
    public static async Task<Result<Done>> RunAsync(VejviserDb db, Guid accountId, bool isClosed, Reader by, AuditContext audit, CancellationToken cancel)
    {
        if (MayAssign.Everywhere(by) is { } refusal)
            return refusal;
        if (await db.Users.SingleOrDefaultAsync(a => a.Id == accountId, cancel) is not { } account)
            return Failure.Of("access.unknown-account");
        if (accountId == by.AccountId && isClosed)
            return Failure.Of("access.close-oneself");
        if (account.IsClosed == isClosed)
            return Done.Result;
        account.IsClosed = isClosed;
        OneTimePassword.EndSessions(account);
        return await KeepAdministrator.SaveAsync(db, audit, [new AuditSubject(Entity: "account", EntityId: account.Id)], cancel);
    }
}
