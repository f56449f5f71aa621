using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Foundation.Access;

/// <summary>
/// Takes in somebody whom the municipality's own identity provider has signed in: known by subject, else linked by an e-mail
/// the provider has verified, else opened where the settings say so and a group gives a role. Groups are turned into roles anew each time.
/// </summary>
public static class SignInFromProvider
{
    /// <param name="Subject">The provider's lasting id of the person (<c>sub</c>).</param>
    /// <param name="Email">As the provider has it.</param>
    /// <param name="IsEmailVerified">The provider vouches that the e-mail is the person's.</param>
    /// <param name="Name">Full name.</param>
    /// <param name="Groups">Values of the role claim.</param>
    /// <param name="MayOpen">Whether an unknown person gets an account.</param>
    public sealed record Input(string Subject, string? Email, bool IsEmailVerified, string? Name, IReadOnlyCollection<string> Groups, bool MayOpen);

    public static async Task<Result<Account>> RunAsync(VejviserDb db, Input input, DateTime now, CancellationToken cancel)
    {
        var wanted = await db.ExternalRoles.AsNoTracking().Where(r => input.Groups.Contains(r.Claim)).Select(r => new Place(r.RoleId, r.UnitId)).Distinct().ToListAsync(cancel);
        var found = await FindOrOpenAsync(db, input, wanted.Count > 0, cancel);
        if (!found.IsSuccess)
            return found.Failure;
        var (account, action) = found.Value;
        if (account.IsClosed)
            return Failure.Of("access.municipal-closed");
        var had = await db.RoleAssignments.Where(a => a.AccountId == account.Id && a.IsExternal).ToListAsync(cancel);
        var gone = had.Where(a => !wanted.Contains(new Place(a.RoleId, a.UnitId))).ToList();
        var added = wanted.Except(had.Select(a => new Place(a.RoleId, a.UnitId))).ToList();
        db.RemoveRange(gone);
        db.AddRange(added.Select(p => new RoleAssignment { AccountId = account.Id, RoleId = p.RoleId, UnitId = p.UnitId, IsExternal = true }));
        if (!db.ChangeTracker.HasChanges())
            return account;
        List<AuditSubject> subjects = [.. added.Concat(gone.Select(g => new Place(g.RoleId, g.UnitId))).Select(p => AssignRole.Subject(account.Id, p.RoleId, p.UnitId))];
        if (subjects.Count == 0)
            subjects.Add(new AuditSubject(Entity: "account", EntityId: account.Id));
        var saved = await KeepAdministrator.SaveAsync(db, new AuditContext(account.Id, action, now), subjects, cancel);
        return saved.IsSuccess ? account : saved.Failure;
    }

    private static async Task<Result<(Account Account, string Action)>> FindOrOpenAsync(VejviserDb db, Input input, bool hasRole, CancellationToken cancel)
    {
        if (await db.Users.SingleOrDefaultAsync(a => a.ExternalSubject == input.Subject, cancel) is { } known)
            return (known, "access.change-external-roles");
        var email = input.Email?.Trim() ?? "";
        if (await db.Users.SingleOrDefaultAsync(a => a.NormalizedEmail == email.ToUpperInvariant(), cancel) is { } sameEmail)
        {
            // Whoever can write any e-mail into a provider's profile must not get the account that has it.
            if (!input.IsEmailVerified || sameEmail.ExternalSubject is not null || sameEmail.Kind != AccountKind.Employee)
                return Failure.Of("access.municipal-email-taken");
            sameEmail.ExternalSubject = input.Subject;
            return (sameEmail, "access.link-provider");
        }

        var name = string.IsNullOrWhiteSpace(input.Name) ? email : input.Name.Trim();
        if (!input.MayOpen || !hasRole || AddAccount.Check(email, name) is not null)
            return Failure.Of("access.municipal-unknown");
        var opened = AddAccount.New(email, name, partnerId: null, jobFunctionId: null);
        opened.ExternalSubject = input.Subject;
        db.Users.Add(opened);
        return (opened, "access.open-from-provider");
    }

    private readonly record struct Place(Guid RoleId, Guid? UnitId);
}
