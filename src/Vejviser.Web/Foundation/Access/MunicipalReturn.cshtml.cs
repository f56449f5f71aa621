using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Common;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Foundation.Access;

/// <summary>Takes in whom the identity provider has signed in, or says why not.</summary>
internal sealed class MunicipalReturnModel(IOptions<OidcSettings> settings, SignInManager<Account> signIn, SignInOutcome outcome) : VejviserPage
{
    public async Task<IActionResult> OnGetAsync(string? returnUrl)
    {
        var external = await HttpContext.AuthenticateAsync(IdentityConstants.ExternalScheme);
        await HttpContext.SignOutAsync(IdentityConstants.ExternalScheme);
        if (external.Principal?.FindFirstValue("sub") is not { } subject)
            return Refuse(Failure.Of("access.municipal-failed"));
        var who = external.Principal;
        var groups = who.FindAll(settings.Value.RoleClaim).Select(c => c.Value).Distinct(StringComparer.Ordinal).ToList();
        var isVerified = string.Equals(who.FindFirstValue("email_verified"), "true", StringComparison.OrdinalIgnoreCase);
        var input = new SignInFromProvider.Input(subject, who.FindFirstValue("email"), isVerified, who.FindFirstValue("name"), groups, settings.Value.AutoCreate);
        var taken = await SignInFromProvider.RunAsync(Db, input, Clock.Now(), Cancel);
        if (!taken.IsSuccess)
            return Refuse(taken.Failure);
        if (await outcome.RefusalAsync(taken.Value) is { } refusal)
            return Refuse(refusal);
        await outcome.SaveAsync(taken.Value, "municipality", Cancel);
        await signIn.SignInAsync(taken.Value, isPersistent: false, MunicipalSignIn.Scheme);
        return LocalRedirect(Url.IsLocalUrl(returnUrl) ? returnUrl : "/");
    }

    private PageResult Refuse(Failure failure)
    {
        TellFailure(failure);
        return Page();
    }
}
