using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Web.Shared;

/// <summary>Changes the language of the pages, from any page, and comes back to it.</summary>
public sealed class LanguageModel : PageModel
{
    public IActionResult OnGet() => LocalRedirect("/");

    public IActionResult OnPost(string language, string? returnUrl)
    {
        if (!Texts.Languages.Contains(language))
            return BadRequest();
        var culture = new RequestCulture(language == "da" ? "da-DK" : "en-GB");
        Response.Cookies.Append("vejviser.language", CookieRequestCultureProvider.MakeCookieValue(culture), new CookieOptions
        {
            HttpOnly = true, Secure = Request.IsHttps, SameSite = SameSiteMode.Lax, MaxAge = TimeSpan.FromDays(365),
        });
        return LocalRedirect(Url.IsLocalUrl(returnUrl) ? returnUrl : "/");
    }
}
