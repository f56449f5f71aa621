using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Foundation.Access;

/// <summary>
/// Saves a change of accounts or roles unless it would leave nobody who can give rights. It looks after the change, behind the
/// audit's lock: two administrators who close each other at the same instant do not both succeed.
/// </summary>
internal static class KeepAdministrator
{
    public static async Task<Result<Done>> SaveAsync(VejviserDb db, AuditContext audit, IReadOnlyCollection<AuditSubject> subjects, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var outcome = await db.SaveAsync(audit, subjects, cancel);
        if (outcome == SaveOutcome.Conflict)
            return Failure.Of("access.conflict");
        if (outcome == SaveOutcome.Saved && !await AnyAsync(db, cancel))
        {
            await transaction.RollbackAsync(cancel);
            db.ChangeTracker.Clear();
            return Failure.Of("access.last-administrator");
        }

        await transaction.CommitAsync(cancel);
        return Done.Result;
    }

    /// <summary>True where an open account holds <see cref="Permissions.AccessEdit"/> in the whole municipality.</summary>
    public static Task<bool> AnyAsync(VejviserDb db, CancellationToken cancel) =>
        (from assignment in db.RoleAssignments
         join permission in db.RolePermissions on assignment.RoleId equals permission.RoleId
         join account in db.Users on assignment.AccountId equals account.Id
         where assignment.UnitId == null && permission.Permission == Permissions.AccessEdit && !account.IsClosed
         select account.Id).AnyAsync(cancel);
}
