using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Foundation.Access;

/// <summary>Corrects an account's name, e-mail and job function.</summary>
public static class ChangeAccount
{
    public sealed record Input(Guid AccountId, string Email, string Name, Guid? JobFunctionId);

    public static async Task<Result<Done>> RunAsync(VejviserDb db, Input input, Reader by, AuditContext audit, CancellationToken cancel)
    {
        var (email, name) = (input.Email.Trim(), input.Name.Trim());
        if ((MayAssign.Everywhere(by) ?? AddAccount.Check(email, name)) is { } failure)
            return failure;
        if (await db.Users.SingleOrDefaultAsync(a => a.Id == input.AccountId, cancel) is not { } account)
            return Failure.Of("access.unknown-account");
        if (await db.Users.AnyAsync(a => a.Id != account.Id && a.NormalizedEmail == email.ToUpperInvariant(), cancel))
            return Failure.Of("access.email-taken");
        (account.Email, account.UserName) = (email, email);
        (account.NormalizedEmail, account.NormalizedUserName) = (email.ToUpperInvariant(), email.ToUpperInvariant());
        (account.DisplayName, account.JobFunctionId) = (name, input.JobFunctionId);
        if (!db.ChangeTracker.HasChanges())
            return Done.Result;
        account.ConcurrencyStamp = Guid.CreateVersion7().ToString();
        return await db.SaveAsync(audit, new AuditSubject(Entity: "account", EntityId: account.Id), cancel) == SaveOutcome.Conflict ? Failure.Of("access.conflict") : Done.Result;
    }
}
