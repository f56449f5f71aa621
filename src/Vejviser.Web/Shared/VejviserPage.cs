using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.People;

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

    protected PreparedReads Prepared => Services.GetRequiredService<PreparedReads>();

    protected PageTexts Text => Services.GetRequiredService<PageTexts>();

    protected TimeProvider Clock => Services.GetRequiredService<TimeProvider>();

    public DateOnly Today => Clock.Today();

    protected CancellationToken Cancel => HttpContext.RequestAborted;

    /// <summary>True for a request by htmx: the page answers with the part that changed.</summary>
    protected bool IsPartial => Request.Headers.ContainsKey("HX-Request") && !Request.Headers.ContainsKey("HX-Boosted");

    private IServiceProvider Services => HttpContext.RequestServices;

    /// <summary>
    /// The person for reading, or what to answer instead: <c>if (!(await FindPersonAsync(id)).IsHere(out var person, out var otherwise)) return otherwise;</c>
    /// </summary>
    protected async Task<Found<Person>> FindPersonAsync(Guid id)
    {
        if (await Db.People.AsNoTracking().VisibleTo(Db, Reader, Clock.Now()).SingleOrDefaultAsync(p => p.Id == id, Cancel) is { } person)
            return new Found<Person>(person, null);
        return new Found<Person>(null, await InvisibleAsync(Db.People.Where(p => p.Id == id)));
    }

    /// <summary>The household for reading, or what to answer instead; see <see cref="FindPersonAsync"/>.</summary>
    protected async Task<Found<Household>> FindHouseholdAsync(Guid id)
    {
        if (await Db.Households.AsNoTracking().VisibleTo(Db, Reader, Clock.Now()).SingleOrDefaultAsync(h => h.Id == id, Cancel) is { } household)
            return new Found<Household>(household, null);
        return new Found<Household>(null, await InvisibleAsync(Db.People.Where(p => p.HouseholdId == id)));
    }

    /// <summary>Unknown and invisible look alike, but for those who may break the glass.</summary>
    private async Task<IActionResult> InvisibleAsync(IQueryable<Person> people)
    {
        if (!Reader.May(Permissions.BreakGlass))
            return NotFound();
        var person = await people.OrderBy(p => p.Role).ThenBy(p => p.Id).Select(p => (Guid?)p.Id).FirstOrDefaultAsync(Cancel);
        if (person is null)
            return NotFound();
        var back = HttpMethods.IsGet(Request.Method) ? Request.GetEncodedPathAndQuery() : null;
        return LocalRedirect(QueryHelpers.AddQueryString("/break-glass", new Dictionary<string, string?> { ["person"] = person.ToString(), ["returnUrl"] = back }));
    }

    protected AuditContext Audit(string action, string? reason = null) => new(Reader.AccountId, action, Clock.Now(), reason, CommandId);

    protected void AddCrumb(string text, string? link = null) => crumbs.Add(new Crumb(text, link));

    /// <summary>Tells the outcome once, on the next page shown: politely read out by screen readers.</summary>
    protected void Tell(string text) => TempData["told"] = text;

    /// <summary>Tells why a rule said no, at the top of the same page; the fields keep what was written.</summary>
    protected void TellFailure(Failure failure) => ModelState.AddModelError("", Text[failure]);

    /// <summary>Tells once why a rule said no, at the top of the next page shown: for a click on one page that another answers.</summary>
    protected void TellFailureNext(string text) => TempData["refused"] = text;
}

/// <summary>What was looked for, or the answer to give where it is not to be seen: 404, or the way to break the glass.</summary>
public readonly struct Found<T>(T? it, IActionResult? otherwise)
    where T : class
{
    public bool IsHere([NotNullWhen(true)] out T? found, [NotNullWhen(false)] out IActionResult? insteadAnswer)
    {
        (found, insteadAnswer) = (it, otherwise);
        return it is not null;
    }
}

public sealed record Crumb(string Text, string? Link);
