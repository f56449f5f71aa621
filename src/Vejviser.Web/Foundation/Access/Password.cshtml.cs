using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Foundation.Access;

/// <summary>Changes one's own password: all other sessions end, and a one-time password has done its work.</summary>
[EnableRateLimiting(SignInServices.RateLimit)]
public sealed class PasswordModel(SignInManager<Account> signIn) : VejviserPage
{
    public const string Path = "/account/password";

    [BindProperty]
    public string Old { get; set; } = "";

    [BindProperty]
    public string New { get; set; } = "";

    [BindProperty]
    public string Again { get; set; } = "";

    public bool IsForced => Reader.MustChangePassword;

    /// <summary>Least length, in characters.</summary>
    public int Least => signIn.Options.Password.RequiredLength;

    private UserManager<Account> Accounts => signIn.UserManager;

    public void OnGet() => Crumb();

    public async Task<IActionResult> OnPostAsync()
    {
        Crumb();
        var account = (await Accounts.FindByIdAsync(Reader.AccountId.ToString()))!;
        if (await RefusalAsync(account) is var (field, failure))
        {
            ModelState.AddModelError(field, Text[failure]);
            return Page();
        }

        account.MustChangePassword = false;
        await Accounts.ChangePasswordAsync(account, Old, New);
        await Accounts.ResetAccessFailedCountAsync(account);
        switch (await Db.SaveAsync(Audit("access.change-password"), new AuditSubject(Entity: "account", EntityId: account.Id), Cancel))
        {
            case SaveOutcome.Conflict:
                TellFailure(Failure.Of("access.conflict"));
                return Page();
            case SaveOutcome.Saved:
                await signIn.RefreshSignInAsync(account);
                break;
        }

        Tell(Text["access.change-password.done"]);
        return LocalRedirect("/account");
    }

    private async Task<(string Field, Failure Failure)?> RefusalAsync(Account account)
    {
        if (await Accounts.IsLockedOutAsync(account))
            return ("", Failure.Of("access.locked-out"));
        if (!await Accounts.CheckPasswordAsync(account, Old ?? ""))
        {
            await Accounts.AccessFailedAsync(account);
            return (nameof(Old), Failure.Of("access.old-password"));
        }

        if ((New ?? "").Length < Least)
            return (nameof(New), Failure.Of("access.password-short", ("length", Least)));
        if (New == Old)
            return (nameof(New), Failure.Of("access.password-same"));
        return New == Again ? null : (nameof(Again), Failure.Of("access.password-again"));
    }

    private void Crumb()
    {
        if (IsForced)
            return;
        AddCrumb(Text["nav.account"], "/account");
        AddCrumb(Text["access.change-password.title"]);
    }
}
