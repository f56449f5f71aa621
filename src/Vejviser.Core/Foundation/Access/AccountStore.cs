using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
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
}
