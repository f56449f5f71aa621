using Microsoft.AspNetCore.Mvc;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Plans.Road;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.People;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Engine.Plans;

/// <summary>Who has a household's case, and who is its contact person: a choice among all employees.</summary>
public sealed class HouseholdStaffModel(EffectivePractices practices, ReadAudit reads) : VejviserPage
{
    [FromRoute]
    public Guid Id { get; set; }

    public Household Household { get; private set; } = null!;

    public IReadOnlyList<StaffMember> Staff { get; private set; } = [];

    public IReadOnlyList<ContactLine> Contacts { get; private set; } = [];

    public ContactLimit? Limit { get; private set; }

    /// <summary>What was chosen, where it was refused.</summary>
    public Guid? Chosen { get; private set; }

    public string? About { get; private set; }

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

    public async Task<IActionResult> OnPostAddContactAsync(Guid? account, string? about, [FromServices] ChangeContacts contacts)
    {
        if (!(await FindHouseholdAsync(Id)).IsHere(out var household, out var otherwise))
            return otherwise;
        (Chosen, About) = (account, about);
        var added = await contacts.AddAsync(new AddContactInput(Id, account ?? Guid.Empty, about), Audit("plans.add-contact"), Cancel);
        if (added.IsSuccess)
        {
            Tell(Text["household.contact-added"]);
            return LocalRedirect($"/households/{Id}/staff");
        }

        TellFailure(added.Failure);
        return await ShowAsync(household);
    }

    public async Task<IActionResult> OnPostRemoveContactAsync(Guid account, [FromServices] ChangeContacts contacts)
    {
        if (!(await FindHouseholdAsync(Id)).IsHere(out var household, out var otherwise))
            return otherwise;
        var removed = await contacts.RemoveAsync(Id, account, Audit("plans.remove-contact"), Cancel);
        if (removed.IsSuccess)
        {
            Tell(Text["household.contact-removed"]);
            return LocalRedirect($"/households/{Id}/staff");
        }

        TellFailure(removed.Failure);
        return await ShowAsync(household);
    }

    private async Task<IActionResult> ShowAsync(Household household)
    {
        Db.ChangeTracker.Clear();
        (Contacts, Limit) = (await HouseholdContacts.OfAsync(Db, Id, Cancel), await ContactLimit.OfAsync(Db, practices, Id, Cancel));
        (Household, Staff) = (household, await ReadStaff.RunAsync(Db, Cancel));
        AddCrumb(Text["nav.people"], "/people");
        AddCrumb(household.Name, $"/households/{Id}");
        AddCrumb(Text["household.staff"]);
        return Page();
    }
}
