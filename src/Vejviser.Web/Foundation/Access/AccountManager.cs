using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Web.Foundation.Access;

/// <summary>
/// The framework's account manager by the product's clock, counting wrong tries in the database itself: a hundred guesses at
/// the same instant are a hundred tries, not one.
/// </summary>
internal sealed class AccountManager(
    IUserStore<Account> store, IOptions<IdentityOptions> options, IPasswordHasher<Account> hasher, IEnumerable<IUserValidator<Account>> userValidators,
    IEnumerable<IPasswordValidator<Account>> passwordValidators, ILookupNormalizer normalizer, IdentityErrorDescriber describer, IServiceProvider services,
    ILogger<UserManager<Account>> log, VejviserDb db, TimeProvider clock)
    : UserManager<Account>(store, options, hasher, userValidators, passwordValidators, normalizer, describer, services, log)
{
    public override Task<bool> IsLockedOutAsync(Account user) => Task.FromResult(user.LockoutEnabled && user.LockoutEnd > clock.GetUtcNow());

    /// <summary>Counts and audits a wrong password or code; the last one allowed locks the account.</summary>
    public override async Task<IdentityResult> AccessFailedAsync(Account user)
    {
        var tries = Options.Lockout.MaxFailedAccessAttempts;
        var until = clock.GetUtcNow() + Options.Lockout.DefaultLockoutTimeSpan;
        await using var transaction = await db.Database.BeginTransactionAsync(CancellationToken);
        await db.Users.Where(a => a.Id == user.Id).ExecuteUpdateAsync(
            set => set.SetProperty(a => a.LockoutEnd, a => a.AccessFailedCount + 1 >= tries ? until : a.LockoutEnd)
                .SetProperty(a => a.AccessFailedCount, a => a.AccessFailedCount + 1 >= tries ? 0 : a.AccessFailedCount + 1),
            CancellationToken);
        await db.Entry(user).ReloadAsync(CancellationToken);
        var action = await IsLockedOutAsync(user) ? "access.lock-out" : "access.sign-in-failed";
        await db.SaveAsync(new AuditContext(user.Id, action, clock.Now()), new AuditSubject(Entity: "account", EntityId: user.Id), CancellationToken);
        await transaction.CommitAsync(CancellationToken);
        return IdentityResult.Success;
    }
}
