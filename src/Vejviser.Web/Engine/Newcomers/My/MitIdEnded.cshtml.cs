using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Vejviser.Web.Engine.Newcomers.My;

/// <summary>How a sign-in by MitID ended that let nobody in, and what to do. Whether the municipality knows the person is not told.</summary>
internal sealed class MitIdEndedModel(MitIdSettings settings) : MyPage
{
    /// <summary><c>refused</c>, <c>level</c>, <c>stopped</c> or <c>unreachable</c>.</summary>
    [FromRoute(Name = "outcome")]
    public string Outcome { get; set; } = "";

    public IActionResult OnGet()
    {
        if (!settings.IsOn || Outcome is not ("refused" or "level" or "stopped" or "unreachable"))
            return NotFound();
        Response.StatusCode = Outcome switch
        {
            "stopped" => StatusCodes.Status200OK,
            "unreachable" => StatusCodes.Status503ServiceUnavailable,
            _ => StatusCodes.Status403Forbidden,
        };
        return Page();
    }
}
