using Microsoft.AspNetCore.Mvc;
using Vejviser.Core.Engine.Plans.Road;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.People;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Engine.Plans;

/// <summary>Who has a household's case, and who is its contact person: a choice among all employees.</summary>
public sealed class HouseholdStaffModel(ReadAudit reads) : VejviserPage
{
    [FromRoute]
    public Guid Id { get; set; }

    public Household Household { get; private set; } = null!;

    public IReadOnlyList<StaffMember> Staff { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        if (!(await FindHouseholdAsync(Id)).IsHere(out var household, out var otherwise))
            return otherwise;
        await reads.HouseholdAsync(Reader.AccountId, "households.read", Id, Cancel);
        return await ShowAsync(household);
    }

    public async Task<IActionResult> OnPostAsync(Guid? caseWorker, Guid? contactPerson, [FromServices] AssignStaff assign)
    {
        if (!(await FindHouseholdAsync(Id)).IsHere(out var household, out var otherwise))
            return otherwise;
        var assigned = await assign.RunAsync(new AssignStaffInput(Id, caseWorker, contactPerson), Audit("plans.assign-staff"), Cancel);
        if (assigned.IsSuccess)
        {
            Tell(Text["household.staff-saved"]);
            return LocalRedirect($"/households/{Id}#staff");
        }

        TellFailure(assigned.Failure);
        return await ShowAsync(household);
    }

    private async Task<IActionResult> ShowAsync(Household household)
    {
        (Household, Staff) = (household, await ReadStaff.RunAsync(Db, Cancel));
        AddCrumb(Text["nav.people"], "/people");
        AddCrumb(household.Name, $"/households/{Id}");
        AddCrumb(Text["household.staff"]);
        return Page();
    }
}
