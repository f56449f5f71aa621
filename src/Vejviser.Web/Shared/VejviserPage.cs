using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Web.Shared;

/// <summary>What every page has: who asks, the day, the form's command id, and how outcomes and failures are told.</summary>
public abstract class VejviserPage : PageModel
{
    private readonly List<Crumb> crumbs = [];

    /// <summary>The form's own id (a hidden field set by the form tag helper): the same id twice changes nothing.</summary>
    [BindProperty(Name = "command")]
    public Guid? CommandId { get; set; }

    public IReadOnlyList<Crumb> Crumbs => crumbs;

    protected Reader Reader => Services.GetRequiredService<CurrentReader>().Required;

    protected VejviserDb Db => Services.GetRequiredService<VejviserDb>();

    protected PageTexts Text => Services.GetRequiredService<PageTexts>();

    protected TimeProvider Clock => Services.GetRequiredService<TimeProvider>();

    public DateOnly Today => Clock.Today();

    protected CancellationToken Cancel => HttpContext.RequestAborted;

    /// <summary>True for a request by htmx: the page answers with the part that changed.</summary>
    protected bool IsPartial => Request.Headers.ContainsKey("HX-Request") && !Request.Headers.ContainsKey("HX-Boosted");

    private IServiceProvider Services => HttpContext.RequestServices;

    protected AuditContext Audit(string action, string? reason = null) => new(Reader.AccountId, action, Clock.Now(), reason, CommandId);

    protected void AddCrumb(string text, string? link = null) => crumbs.Add(new Crumb(text, link));

    /// <summary>Tells the outcome once, on the next page shown: politely read out by screen readers.</summary>
    protected void Tell(string text) => TempData["told"] = text;

    /// <summary>Tells why a rule said no, at the top of the same page; the fields keep what was written.</summary>
    protected void TellFailure(Failure failure) => ModelState.AddModelError("", Text[failure]);
}

public sealed record Crumb(string Text, string? Link);
