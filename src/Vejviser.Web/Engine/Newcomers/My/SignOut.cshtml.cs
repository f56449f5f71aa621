using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;

namespace Vejviser.Web.Engine.Newcomers.My;

/// <summary>Out, and everything kept for use without a net is forgotten: by the browser itself (Clear-Site-Data), and by the page's own script where it does not know how.</summary>
public sealed class SignOutModel : MyPage
{
    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await HttpContext.SignOutAsync(NewcomerSignIn.Scheme);
        Response.Headers["Clear-Site-Data"] = "\"cache\", \"storage\"";
        return Page();
    }
}
