using Microsoft.AspNetCore.Identity;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Web.Foundation.Access;

/// <summary>Saves and audits a sign-in, by whatever means.</summary>
internal sealed class SignInOutcome(VejviserDb db, UserManager<Account> accounts, TimeProvider clock)
{
    /// <param name="account">Who signed in.</param>
    /// <param name="means">A code for the audit: <c>password</c>, <c>authenticator</c>, <c>recovery-code</c>, <c>passkey</c>, <c>municipality</c>.</param>
    /// <param name="cancel">Stops the save.</param>
    public async Task SaveAsync(Account account, string means, CancellationToken cancel)
    {
        // Another sign-in at the same instant may have changed the account's counters: then only the audit row is left to write.
        while (await db.SaveAsync(Audit(account), new AuditSubject(Entity: "account", EntityId: account.Id, Details: $$"""{"means":"{{means}}"}"""), cancel) == SaveOutcome.Conflict)
        {
        }
    }

    /// <summary>Why this account may not sign in though it has shown who it is; null where it may.</summary>
    public async Task<Failure?> RefusalAsync(Account account) =>
        account.IsClosed ? Failure.Of("access.wrong-password") : await accounts.IsLockedOutAsync(account) ? Failure.Of("access.locked-out") : null;

    private AuditContext Audit(Account account) => new(account.Id, "access.sign-in", clock.Now());
}
