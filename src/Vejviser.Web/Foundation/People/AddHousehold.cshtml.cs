using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.Law;
using Vejviser.Core.Foundation.People;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Foundation.People;

/// <summary>A household by hand. The law says the takeover from basis and dates, or the page asks for what it needs.</summary>
public sealed class AddHouseholdModel(LawBook law) : VejviserPage
{
    [BindProperty]
    public PersonForm Form { get; set; } = new();

    [BindProperty]
    public string? Reference { get; set; }

    [BindProperty]
    public DateOnly? RegisteredDate { get; set; }

    [BindProperty]
    public DateOnly? ArrivalDate { get; set; }

    [BindProperty]
    public string? Centre { get; set; }

    [BindProperty]
    public DateOnly? ChosenTakeover { get; set; }

    [BindProperty]
    public string? Cpr { get; set; }

    /// <summary>The readings to choose between, where the law can be read in more than one way.</summary>
    public Takeover.Ambiguous? Question { get; private set; }

    public bool MayCpr => Reader.May(Permissions.Cpr);

    public void OnGet()
    {
        Path();
        Form = PersonForm.New();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        Path();
        if (Unreadable.Tell(this))
            return Again();
        var input = new NewHousehold(Form.ToPerson(), Reference.OrNull()?.ToUpperInvariant(), RegisteredDate, ArrivalDate, Centre.OrNull(), ChosenTakeover, Cpr);
        var added = await AddHousehold.RunAsync(Db, law, Reader, Audit("people.add-household"), Today, input, Cancel);
        if (added.IsSuccess)
        {
            Tell(Text["people.add-household.done"]);
            return LocalRedirect($"/households/{added.Value}");
        }

        Question = law.Takeover(Form.Basis, Form.AllocationDate, RegisteredDate) as Takeover.Ambiguous;
        TellFailure(added.Failure);
        return Again();
    }

    private void Path()
    {
        AddCrumb(Text["nav.people"], "/people");
        AddCrumb(Text["people.add-household.title"]);
    }

    private PageResult Again()
    {
        ModelState.Remove(nameof(Cpr));
        Cpr = null;
        return Page();
    }
}
