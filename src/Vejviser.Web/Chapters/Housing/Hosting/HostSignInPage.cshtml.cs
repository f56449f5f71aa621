using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Vejviser.Core.Chapters.Housing.Hosting;
using Vejviser.Core.Foundation.Common;
using Vejviser.Web.Foundation.Access;

namespace Vejviser.Web.Chapters.Housing.Hosting;

/// <summary>In by the paper's link and code. Without a link the page says where it is found.</summary>
[EnableRateLimiting(SignInServices.RateLimit)]
public sealed class HostSignInPageModel(SignInHost signIn) : HostOwnPage
{
    [FromRoute(Name = "link")]
    public string? Link { get; set; }

    public async Task<IActionResult> OnPostAsync(string? code)
    {
        var taken = await signIn.RunAsync(Link ?? "", code ?? "", Clock.Now(), Cancel);
        if (!taken.IsSuccess)
        {
            TellFailure(taken.Failure);
            return Page();
        }

        await OwnPages.SignInAsync(HttpContext, HostSignIn.Scheme, taken.Value, Clock.Now());
        return LocalRedirect(HostSignIn.Home);
    }
}
