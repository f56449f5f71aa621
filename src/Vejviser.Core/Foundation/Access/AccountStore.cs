using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;

namespace Vejviser.Core.Foundation.Access;

/// <summary>
/// The framework's store without its own saving: whoever asked for the change saves it with who and why
/// (<see cref="VejviserDb.SaveAsync(Audit.AuditContext, Audit.AuditSubject, CancellationToken)"/>).
/// </summary>
public sealed class AccountStore : UserOnlyStore<Account, VejviserDb, Guid>
{
    public AccountStore(VejviserDb db, IdentityErrorDescriber? describer = null)
        : base(db, describer) => AutoSaveChanges = false;

    /// <summary>
    /// Several changes may come before one save. The framework attaches the account anew at each, and so forgets the stamp
    /// that the database still has: a tracked account needs only its new stamp.
    /// </summary>
    public override Task<IdentityResult> UpdateAsync(Account user, CancellationToken cancellationToken = default)
    {
        if (Context.Entry(user).State == EntityState.Detached)
            return base.UpdateAsync(user, cancellationToken);
        user.ConcurrencyStamp = Guid.CreateVersion7().ToString();
        return Task.FromResult(IdentityResult.Success);
    }
}
