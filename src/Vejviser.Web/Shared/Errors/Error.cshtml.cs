using System.Globalization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Vejviser.Core.Data;
using Vejviser.Web.Hosting;

namespace Vejviser.Web.Shared.Errors;

/// <summary>What happened, what was kept and what to do; never what somebody wrote.</summary>
[IgnoreAntiforgeryToken]
[ResponseCache(Duration = 0, Location = ResponseCacheLocation.None, NoStore = true)]
public sealed class ErrorModel : PageModel
{
    public string Kind { get; private set; } = "500";

    public string RequestId => RequestLog.ReferenceOf(HttpContext);

    public void OnGet(int code) => Show(code);

    public void OnPost(int code) => Show(code);

    private void Show(int code)
    {
        if (HttpContext.Features.Get<IExceptionHandlerFeature>()?.Error.IsDiskFull() == true)
        {
            Kind = "disk-full";
            Response.StatusCode = StatusCodes.Status507InsufficientStorage;
            return;
        }

        Kind = code is 400 or 403 or 404 or 413 or 429 ? code.ToString(CultureInfo.InvariantCulture) : "500";
    }
}
