using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Chapters.Housing.Hosting;

/// <summary>What each of the host's pages has. It knows no <c>Reader</c>: nothing here can ask for anybody else's.</summary>
public abstract class HostOwnPage : PageModel
{
    [BindProperty(Name = "command")]
    public Guid? CommandId { get; set; }

    protected PageTexts Text => HttpContext.RequestServices.GetRequiredService<PageTexts>();

    protected TimeProvider Clock => HttpContext.RequestServices.GetRequiredService<TimeProvider>();

    protected CancellationToken Cancel => HttpContext.RequestAborted;

    public DateOnly Today => Clock.Today();

    /// <summary>The host did it themselves: no account stands behind it, the row names the match.</summary>
    protected AuditContext Audit(string action) => new(null, action, Clock.Now(), CommandId: CommandId);

    protected void TellFailure(Failure failure) => ModelState.AddModelError("", Text[failure]);
}
