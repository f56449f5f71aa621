using System.Net.Mail;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Foundation.Access;

/// <summary>Opens an account for an employee or a partner's user, with a one-time password that is shown once.</summary>
public static class AddAccount
{
    /// <param name="Email">What one signs in with; no other account has it.</param>
    /// <param name="Name">Full name, as colleagues know it.</param>
    /// <param name="JobFunctionId">What the employee is by trade.</param>
    /// <param name="MemberOf">The unit the employee belongs to.</param>
    /// <param name="RoleId">A first role.</param>
    /// <param name="RoleUnitId">Where the role holds; null is the whole municipality.</param>
    /// <param name="PartnerId">Set for a partner organisation's user.</param>
    public sealed record Input(string Email, string Name, Guid? JobFunctionId = null, Guid? MemberOf = null, Guid? RoleId = null, Guid? RoleUnitId = null, Guid? PartnerId = null);

    /// <param name="AccountId">The new account.</param>
    /// <param name="Password">The one-time password; it is kept nowhere.</param>
    public sealed record Outcome(Guid AccountId, string Password);

    public static async Task<Result<Outcome>> RunAsync(VejviserDb db, Input input, Reader by, AuditContext audit, CancellationToken cancel)
    {
        var (email, name) = (input.Email.Trim(), input.Name.Trim());
        if ((MayAssign.Everywhere(by) ?? Check(email, name)) is { } failure)
            return failure;
        if (await db.Users.AnyAsync(a => a.NormalizedEmail == email.ToUpperInvariant(), cancel))
            return Failure.Of("access.email-taken");
        var account = New(email, name, input.PartnerId, input.JobFunctionId);
        var password = OneTimePassword.Give(account);
        db.Users.Add(account);
        if (input.MemberOf is { } unit)
            db.UnitMembers.Add(new() { UnitId = unit, AccountId = account.Id });
        if (input.RoleId is { } role)
            db.RoleAssignments.Add(new() { AccountId = account.Id, RoleId = role, UnitId = input.RoleUnitId });
        try
        {
            // The first answer showed the password; a second click must not show another that does not fit.
            return await db.SaveAsync(audit, new AuditSubject(Entity: "account", EntityId: account.Id), cancel) == SaveOutcome.Saved
                ? new Outcome(account.Id, password)
                : Failure.Of("access.already-added");
        }
        catch (DbUpdateException e) when (e.IsUniqueViolationOn("account"))
        {
            return Failure.Of("access.email-taken");
        }
    }

    internal static Account New(string email, string name, Guid? partnerId, Guid? jobFunctionId)
    {
        var account = new Account
        {
            Kind = partnerId is null ? AccountKind.Employee : AccountKind.Partner,
            UserName = email,
            NormalizedUserName = email.ToUpperInvariant(),
            Email = email,
            NormalizedEmail = email.ToUpperInvariant(),
            DisplayName = name,
            JobFunctionId = jobFunctionId,
            PartnerId = partnerId,
            LockoutEnabled = true,
        };
        OneTimePassword.EndSessions(account);
        return account;
    }

    internal static Failure? Check(string email, string name)
    {
        if (!MailAddress.TryCreate(email, out var parsed) || parsed.Address != email)
            return Failure.Of("access.email-malformed");
        return name.Length == 0 ? Failure.Of("access.name-missing") : null;
    }
}
