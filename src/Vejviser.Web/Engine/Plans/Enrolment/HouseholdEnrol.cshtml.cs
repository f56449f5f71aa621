using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.People;
using Vejviser.Web.Engine.Offers;

namespace Vejviser.Web.Engine.Plans.Enrolment;

/// <summary>Enrols a household in a practice, and leads to its people for practices of one person.</summary>
public sealed class HouseholdEnrolModel(EffectivePractices practices, OfferWords words, PlanLaw law, ReadAudit reads) : EnrolPage(practices, words, law, reads)
{
    private Household household = null!;
    private Guid? head;

    public override string Path => $"/households/{Id}/enrol";

    public override string ConsentsPath => head is { } person ? $"/people/{person}/consents" : $"/households/{Id}";

    public override string Who => household.Name;

    protected override Guid HouseholdId => household.Id;

    protected override Guid? PersonId => null;

    protected override async Task<IActionResult?> FindAsync()
    {
        if (!(await FindHouseholdAsync(Id)).IsHere(out var found, out var otherwise))
            return otherwise;
        household = found;
        head = await Db.People.Where(p => p.HouseholdId == Id && p.MergedIntoId == null).OrderBy(p => p.Role).ThenBy(p => p.BirthYear).Select(p => (Guid?)p.Id).FirstOrDefaultAsync(Cancel);
        AddCrumb(Text["nav.people"], "/people");
        AddCrumb(Who, $"/households/{Id}");
        AddCrumb(Text["enrol.crumb"], Practice is null ? null : Path);
        return null;
    }
}
