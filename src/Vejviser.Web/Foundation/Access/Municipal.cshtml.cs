using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace Vejviser.Web.Foundation.Access;

/// <summary>Sends the browser to the municipality's identity provider.</summary>
internal sealed class MunicipalModel(IOptions<OidcSettings> settings) : PageModel
{
    public IActionResult OnGet(string? returnUrl) => settings.Value.IsOn
        ? Challenge(new AuthenticationProperties { RedirectUri = Url.Page("MunicipalReturn", new { returnUrl }) }, MunicipalSignIn.Scheme)
        : NotFound();
}
