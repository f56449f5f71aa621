using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Vejviser.Core.Chapters.Housing.Hosting;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Web.Foundation.People;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Chapters.Housing.Hosting;

/// <summary>The public form: somebody offers a room. Open to all and without an account; it shows nothing of anybody, and sends nothing to the address that was written.</summary>
[EnableRateLimiting(HostingPageServices.RateLimit)]
public sealed class BecomeHostModel(VejviserDb db, EffectivePractices practices, AskToHost ask, EnquiryForm shown, HostingWords words, PageTexts text, TimeProvider clock) : PageModel
{
    /// <summary>What the form sends.</summary>
    public sealed record Form
    {
        public string? Name { get; init; }

        public string? Address { get; init; }

        public string? Phone { get; init; }

        public string? Email { get; init; }

        public int? Rooms { get; init; }

        public int? People { get; init; }

        public DateOnly? From { get; init; }

        public bool Smoking { get; init; }

        public bool Pets { get; init; }

        public Togetherness Together { get; init; }

        public string[] Speaks { get; init; } = ["da"];

        public string? About { get; init; }
    }

    /// <summary>Which field a fault is about.</summary>
    private static readonly Dictionary<string, string> Fields = new(StringComparer.Ordinal)
    {
        ["hosting.name-missing"] = "name", ["hosting.address-missing"] = "address", ["hosting.no-way"] = "phone", ["hosting.phone-unreadable"] = "phone", ["hosting.email-unreadable"] = "email", ["hosting.figures"] = "rooms", ["hosting.from"] = "from",
        ["hosting.no-links"] = "about",
    };

    /// <summary>The form's own id: sent twice it is one enquiry.</summary>
    [BindProperty(Name = "command")]
    public Guid? CommandId { get; set; }

    /// <summary>Set when the enquiry has been taken.</summary>
    [FromRoute(Name = "done")]
    public string? Done { get; set; }

    [BindProperty(Name = "")]
    public Form Sent { get; set; } = new();

    public HostingWords Words => words;

    /// <summary>The municipality takes hosts at all.</summary>
    public bool IsOpen { get; private set; }

    public int AnswerWorkdays { get; private set; }

    public int LeaseMonths { get; private set; }

    public string Shown => shown.Shown();

    public Task OnGetAsync() => LoadAsync();

    /// <param name="website">The trap: people do not see it.</param>
    /// <param name="sealedMoment">When the form was shown.</param>
    public async Task<IActionResult> OnPostAsync(string? website, [FromForm(Name = "shown")] string? sealedMoment)
    {
        // Whoever falls into the trap is thanked and learns nothing.
        if (!string.IsNullOrEmpty(website))
            return LocalRedirect("/become-a-host/thanks");
        var verdict = shown.Judge(sealedMoment);
        if (verdict != EnquiryForm.Verdict.Person)
            ModelState.AddModelError("", text[verdict == EnquiryForm.Verdict.TooFast ? "hosting.form.too-fast" : "hosting.form.stale"]);
        else if (!Unreadable.Tell(this) && await AskAsync() is { } taken)
            return taken;
        await LoadAsync();
        return Page();
    }

    /// <returns>Null where a rule said no, which is told beside its field.</returns>
    private async Task<IActionResult?> AskAsync()
    {
        var input = new AskToHostInput(Sent.Name, Sent.Address, Sent.Email, Sent.Phone, Sent.Rooms, Sent.People, Sent.From, Sent.Smoking, Sent.Pets, Sent.Together, Sent.Speaks, Sent.About, text.Language);
        var asked = await ask.RunAsync(input, new AuditContext(null, "hosting.ask", clock.Now(), CommandId: CommandId), HttpContext.RequestAborted);
        if (asked.IsSuccess)
            return LocalRedirect("/become-a-host/thanks");
        ModelState.AddModelError(Fields.GetValueOrDefault(asked.Failure.Code, ""), text[asked.Failure]);
        return null;
    }

    private async Task LoadAsync()
    {
        IsOpen = await EffectivePractices.NewestAsync(db, HostingRules.Practice, HttpContext.RequestAborted) is not null;
        var rules = await HostingRules.LoadAsync(db, practices, HttpContext.RequestAborted);
        (AnswerWorkdays, LeaseMonths) = (rules.EnquiryAnswerWorkdays, rules.LeaseMonths);
    }
}
