using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Common;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Foundation.Access;

/// <summary>Opens a person outside the need-to-know, with a reason. It shows nothing of the person before that.</summary>
public sealed class BreakGlassPageModel(IOptionsSnapshot<BreakGlassSettings> settings) : VejviserPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Person { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public int Hours => settings.Value.Hours;

    public int Least => settings.Value.ReasonLength;

    public async Task<IActionResult> OnGetAsync()
    {
        if (await Db.People.VisibleTo(Db, Reader, Clock.Now()).AnyAsync(p => p.Id == Person, Cancel))
            return Go();
        return await Db.People.AnyAsync(p => p.Id == Person, Cancel) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var opened = await OpenBreakGlass.RunAsync(Db, Person, settings.Value, Reader, Audit("access.break-glass", Reason), Cancel);
        if (!opened.IsSuccess)
        {
            if (opened.Failure.Code == "access.unknown-person")
                return NotFound();
            TellFailure(opened.Failure);
            return Page();
        }

        Tell(Text["access.break-glass.opened", ("until", opened.Value)]);
        return Go();
    }

    private LocalRedirectResult Go() => LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : $"/people/{Person}");
}
