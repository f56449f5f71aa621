using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Vejviser.Core.Engine.Plans.Enrolment;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.People;
using Vejviser.Web.Engine.Plans;
using Vejviser.Web.Engine.Plans.Enrolment;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Foundation.People;

/// <summary>Adds a person by hand to a household.</summary>
public sealed class AddPersonModel : VejviserPage
{
    [FromRoute(Name = "id")]
    public Guid Id { get; set; }

    [BindProperty]
    public PersonForm Form { get; set; } = new();

    [BindProperty]
    public string? Cpr { get; set; }

    public string HouseholdName { get; private set; } = "";

    public bool MayCpr => Reader.May(Permissions.Cpr);

    public async Task<IActionResult> OnGetAsync()
    {
        if (!(await FindHouseholdAsync(Id)).IsHere(out var household, out var otherwise))
            return otherwise;
        Head(household);
        Form = PersonForm.New();
        (Form.Role, Form.Basis, Form.AllocationDate) = (HouseholdRole.Child, household.Basis, household.AllocationDate);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromServices] JoinHousehold join, [FromServices] TaskWords words)
    {
        if (!(await FindHouseholdAsync(Id)).IsHere(out var household, out var otherwise))
            return otherwise;
        Head(household);
        if (CannotBeRead())
            return Again();
        var wanted = new NewPerson(Id, Form.ToPerson(), Cpr);
        var added = await join.AddAsync(Reader, Audit("people.add-person"), Today, wanted, Cancel);
        if (!added.IsSuccess)
        {
            TellFailure(added.Failure);
            return Again();
        }

        Tell(await words.JoinedAsync(Text["people.add-person.done"], added.Value, Today, Cancel));
        return LocalRedirect($"/households/{Id}");
    }

    private PageResult Again()
    {
        // A CPR number is typed again rather than sent back to the screen.
        ModelState.Remove(nameof(Cpr));
        Cpr = null;
        return Page();
    }

    private void Head(Household household)
    {
        HouseholdName = household.Name;
        AddCrumb(household.Name, $"/households/{household.Id}");
        AddCrumb(Text["people.add-person.title"]);
    }

    private bool CannotBeRead() => Unreadable.Tell(this);
}
