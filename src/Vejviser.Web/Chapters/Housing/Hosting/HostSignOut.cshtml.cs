using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;

namespace Vejviser.Web.Chapters.Housing.Hosting;

/// <summary>Out, and the browser forgets what it has kept of the page.</summary>
public sealed class HostSignOutModel : HostOwnPage
{
    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await HttpContext.SignOutAsync(HostSignIn.Scheme);
        Response.Headers["Clear-Site-Data"] = "\"cache\"";
        return Page();
    }
}
