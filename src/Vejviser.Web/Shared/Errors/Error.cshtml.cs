using System.Diagnostics;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Vejviser.Core.Data;

namespace Vejviser.Web.Shared.Errors;

/// <summary>What happened, what was kept and what to do; never what somebody wrote.</summary>
[IgnoreAntiforgeryToken]
[ResponseCache(Duration = 0, Location = ResponseCacheLocation.None, NoStore = true)]
public sealed class ErrorModel : PageModel
{
    public string Kind { get; private set; } = "500";

    public string RequestId => Activity.Current?.Id ?? HttpContext.TraceIdentifier;

    public void OnGet(int code) => Show(code);

    public void OnPost(int code) => Show(code);

    private void Show(int code)
    {
        var error = HttpContext.Features.Get<IExceptionHandlerFeature>()?.Error;
        Kind = error?.IsDiskFull() == true ? "disk-full" : code is 400 or 403 or 404 or 429 ? code.ToString(System.Globalization.CultureInfo.InvariantCulture) : "500";
    }
}
