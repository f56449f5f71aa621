using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Newcomers;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Web.Engine.Newcomers;

/// <summary>What each of the newcomer's pages has. It knows no <c>Reader</c>: nothing here can ask for another's.</summary>
public abstract class MyPage : PageModel
{
    [BindProperty(Name = "command")]
    public Guid? CommandId { get; set; }

    public Newcomer Me => HttpContext.RequestServices.GetRequiredService<CurrentNewcomer>().Required;

    public MyWords Words => HttpContext.RequestServices.GetRequiredService<MyWords>();

    public DateOnly Today => Clock.Today();

    /// <summary>What went wrong, in the newcomer's words; told at the top.</summary>
    public string? Problem { get; private set; }

    protected VejviserDb Db => HttpContext.RequestServices.GetRequiredService<VejviserDb>();

    protected TimeProvider Clock => HttpContext.RequestServices.GetRequiredService<TimeProvider>();

    protected CancellationToken Cancel => HttpContext.RequestAborted;

    /// <summary>The person did it themselves: no account stands behind it, the row names the person.</summary>
    protected AuditContext Audit(string action) => new(null, action, Clock.Now(), CommandId: CommandId);

    /// <summary>The sentence for a failure; what nobody foresaw for a newcomer says to call.</summary>
    protected void Tell(Failure failure)
    {
        var key = $"failure.{failure.Code[(failure.Code.IndexOf('.', StringComparison.Ordinal) + 1)..]}";
        Problem = Words[Words.Has(key) ? key : "failure.call"];
    }

    /// <summary>Tells once, on the next page, that it went well.</summary>
    protected void Told(string key) => TempData["my.told"] = key;
}
