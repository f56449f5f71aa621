using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Vejviser.Core.Engine.Newcomers;
using Vejviser.Core.Foundation.Common;
using Vejviser.Web.Foundation.Access;

namespace Vejviser.Web.Engine.Newcomers.My;

/// <summary>In by the letter's link and code. Without a link the page says where it is found; by MitID too, where that is on.</summary>
[EnableRateLimiting(SignInServices.RateLimit)]
public sealed class SignInModel(SignInNewcomer signIn) : MyPage
{
    [FromRoute(Name = "link")]
    public string? Link { get; set; }

    public async Task<IActionResult> OnPostAsync(string? code)
    {
        var taken = await signIn.RunAsync(Link ?? "", code ?? "", Clock.Now(), Cancel);
        if (!taken.IsSuccess)
        {
            Tell(taken.Failure);
            return Page();
        }

        await OwnPages.SignInAsync(HttpContext, NewcomerSignIn.Scheme, taken.Value, Clock.Now());
        return LocalRedirect(NewcomerSignIn.Home);
    }
}
