using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Foundation.Access;

/// <summary>The reader's own profile: where they belong, what they may, and how they sign in.</summary>
public sealed class AccountModel(SignInManager<Account> signIn) : VejviserPage
{
    internal Profile Me { get; private set; } = null!;

    public async Task OnGetAsync()
    {
        var id = Reader.AccountId;
        var units = await Db.UnitMembers.Where(m => m.AccountId == id).Join(Db.Units, m => m.UnitId, u => u.Id, (m, u) => u.Name).Order().ToListAsync(Cancel);
        var roles = await (
            from given in Db.RoleAssignments
            where given.AccountId == id
            join role in Db.AccessRoles on given.RoleId equals role.Id
            orderby role.Name
            select new RolePlace(role.Name, Db.Units.Where(u => u.Id == given.UnitId).Select(u => u.Name).FirstOrDefault())).ToListAsync(Cancel);
        var passkeys = await Db.Set<IdentityUserPasskey<Guid>>().CountAsync(p => p.UserId == id, Cancel);
        Me = await Db.Users.AsNoTracking().Where(a => a.Id == id).Select(a => new Profile(
            a.DisplayName, a.Email!, Db.JobFunctions.Where(f => f.Id == a.JobFunctionId).Select(f => f.Name).FirstOrDefault(),
            units, roles, a.PasswordHash != null, a.TwoFactorEnabled, passkeys)).SingleAsync(Cancel);
    }

    public async Task<IActionResult> OnPostSignOutEverywhereAsync()
    {
        var account = (await signIn.UserManager.FindByIdAsync(Reader.AccountId.ToString()))!;
        await signIn.UserManager.UpdateSecurityStampAsync(account);
        if (await Db.SaveAsync(Audit("access.sign-out-everywhere"), new AuditSubject(Entity: "account", EntityId: account.Id), Cancel) == SaveOutcome.Saved)
            await signIn.SignOutAsync();
        return LocalRedirect("/sign-in");
    }

    internal sealed record Profile(
        string Name, string Email, string? JobFunction, IReadOnlyList<string> Units, IReadOnlyList<RolePlace> Roles, bool HasPassword, bool HasAuthenticator, int Passkeys);

    internal sealed record RolePlace(string Role, string? Unit);
}
