using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Foundation.Access;

/// <summary>Sign-in by password. A wrong name and a wrong password are told alike.</summary>
public sealed class SignInModel(SignInManager<Account> signIn) : VejviserPage
{
    [BindProperty]
    public string Email { get; set; } = "";

    [BindProperty]
    public string Password { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public async Task<IActionResult> OnPostAsync()
    {
        var account = await signIn.UserManager.FindByEmailAsync(Email);
        var outcome = account is null || account.IsClosed
            ? Microsoft.AspNetCore.Identity.SignInResult.Failed
            : await signIn.PasswordSignInAsync(account, Password, isPersistent: false, lockoutOnFailure: true);
        if (account is not null)
        {
            var action = outcome.Succeeded ? "access.sign-in" : "access.sign-in-failed";
            await Db.SaveAsync(new AuditContext(account.Id, action, Clock.Now()), new AuditSubject(Entity: "account", EntityId: account.Id), Cancel);
        }

        if (outcome.Succeeded)
            return LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/");
        TellFailure(Failure.Of(outcome.IsLockedOut ? "access.locked-out" : "access.wrong-password"));
        return Page();
    }
}
