using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Vejviser.Web.Engine.Newcomers.My;

/// <summary>Chooses the language of this telephone; open to somebody who has not signed in, for the sign-in page has to be read first.</summary>
public sealed class LanguageModel : MyPage
{
    private const int DaysKept = 365;

    public IActionResult OnGet() => LocalRedirect(NewcomerSignIn.Home);

    public IActionResult OnPost(string? language, string? back)
    {
        if (MyWords.Choices.Any(c => c.Code == language))
            Response.Cookies.Append(MyWords.Cookie, language!, new CookieOptions { Path = "/my", MaxAge = TimeSpan.FromDays(DaysKept), HttpOnly = true, SameSite = SameSiteMode.Lax, IsEssential = true });
        return LocalRedirect(Url.IsLocalUrl(back) && back.StartsWith("/my/", StringComparison.Ordinal) ? back : NewcomerSignIn.Home);
    }
}
