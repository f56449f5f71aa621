using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Common;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Foundation.Access;

/// <summary>The second step: the authenticator's six digits, or a recovery code in the same field.</summary>
[EnableRateLimiting(SignInServices.RateLimit)]
public sealed class SignInCodeModel(SignInManager<Account> signIn) : VejviserPage
{
    private const int AuthenticatorDigits = 6;

    [BindProperty]
    public string Code { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public async Task<IActionResult> OnGetAsync() => await signIn.GetTwoFactorAuthenticationUserAsync() is null ? RedirectToPage("SignIn") : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await signIn.GetTwoFactorAuthenticationUserAsync() is not { IsClosed: false } account)
            return RedirectToPage("SignIn");
        var code = new string([.. (Code ?? "").Where(char.IsLetterOrDigit)]);
        var isRecovery = code.Length > AuthenticatorDigits;
        var outcome = isRecovery ? await RecoverAsync(account) : await signIn.TwoFactorAuthenticatorSignInAsync(code, isPersistent: false, rememberClient: false);
        if (outcome.Succeeded)
        {
            await HttpContext.RequestServices.GetRequiredService<SignInOutcome>().SaveAsync(account, isRecovery ? "recovery-code" : "authenticator", Cancel);
            return LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/");
        }

        Code = "";
        TellFailure(Failure.Of(outcome.IsLockedOut ? "access.locked-out" : "access.wrong-code"));
        return Page();
    }

    /// <summary>The framework counts no wrong recovery codes; here they count as every other try.</summary>
    private async Task<Microsoft.AspNetCore.Identity.SignInResult> RecoverAsync(Account account)
    {
        if (await signIn.UserManager.IsLockedOutAsync(account))
            return Microsoft.AspNetCore.Identity.SignInResult.LockedOut;
        var outcome = await signIn.TwoFactorRecoveryCodeSignInAsync(Code.Trim());
        if (!outcome.Succeeded)
            await signIn.UserManager.AccessFailedAsync(account);
        return outcome;
    }
}
