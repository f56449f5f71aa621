using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using Vejviser.Web.Foundation.Access;

namespace Vejviser.Web.Engine.Newcomers.My;

/// <summary>Sends the browser to MitID's broker; back on the telephone's own page where the broker does not answer.</summary>
[EnableRateLimiting(SignInServices.RateLimitOfStarts)]
internal sealed class MitIdModel(MitIdSettings settings, IOptionsMonitor<OpenIdConnectOptions> options) : MyPage
{
    public async Task<IActionResult> OnGetAsync()
    {
        if (!settings.IsOn)
            return NotFound();
        try
        {
            await options.Get(MitIdSignIn.Scheme).ConfigurationManager!.GetConfigurationAsync(Cancel);
        }
        catch (InvalidOperationException)
        {
            return LocalRedirect(MitIdSignIn.Ended("unreachable"));
        }

        return Challenge(MitIdSignIn.Scheme);
    }
}
