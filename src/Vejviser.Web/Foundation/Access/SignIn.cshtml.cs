using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Common;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Foundation.Access;

/// <summary>Sign-in by password or passkey. A wrong name and a wrong password are told alike, and as late.</summary>
[EnableRateLimiting(SignInServices.RateLimit)]
public sealed class SignInModel(SignInManager<Account> signIn) : VejviserPage
{
    [BindProperty]
    public string Email { get; set; } = "";

    [BindProperty]
    public string Password { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    /// <summary>What the municipality's own sign-in is called, or null where there is none.</summary>
    public string? Municipal => HttpContext.RequestServices.GetRequiredService<IOptions<OidcSettings>>().Value is { IsOn: true } oidc ? oidc.Name : null;

    private SignInOutcome Outcome => HttpContext.RequestServices.GetRequiredService<SignInOutcome>();

    public async Task<IActionResult> OnPostAsync()
    {
        var email = Email?.Trim() ?? "";
        var account = await signIn.UserManager.FindByEmailAsync(email);
        if (account is null or { IsClosed: true } or { PasswordHash: null })
        {
            var unknown = HttpContext.RequestServices.GetRequiredService<UnknownAccounts>();
            return Refuse(Failure.Of(unknown.IsLockedAfter(email.ToUpperInvariant(), Password ?? "") ? "access.locked-out" : "access.wrong-password"));
        }

        var outcome = await signIn.PasswordSignInAsync(account, Password ?? "", isPersistent: false, lockoutOnFailure: true);
        if (outcome.RequiresTwoFactor)
            return RedirectToPage("SignInCode", new { ReturnUrl });
        if (!outcome.Succeeded)
            return Refuse(Failure.Of(outcome.IsLockedOut ? "access.locked-out" : "access.wrong-password"));
        await Outcome.SaveAsync(account, "password", Cancel);
        return Go();
    }

    public async Task<IActionResult> OnPostPasskeyOptionsAsync() => Content(await signIn.MakePasskeyRequestOptionsAsync(null), "application/json");

    public async Task<IActionResult> OnPostPasskeyAsync(string? credential)
    {
        if (await signIn.ShownAsync(credential) is not { Succeeded: true } shown)
            return Refuse(Failure.Of("access.passkey-unknown"));
        if (await Outcome.RefusalAsync(shown.User) is { } refusal)
            return Refuse(refusal);
        // The key's counter is kept, so that a copied key shows.
        await signIn.UserManager.AddOrUpdatePasskeyAsync(shown.User, shown.Passkey);
        await Outcome.SaveAsync(shown.User, "passkey", Cancel);
        await signIn.SignInAsync(shown.User, isPersistent: false, "passkey");
        return Go();
    }

    private PageResult Refuse(Failure failure)
    {
        Password = "";
        TellFailure(failure);
        return Page();
    }

    private LocalRedirectResult Go() => LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/");
}
