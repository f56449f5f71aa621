using Microsoft.AspNetCore.Mvc;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.People;
using Vejviser.Web.Engine.Offers;

namespace Vejviser.Web.Engine.Plans.Enrolment;

/// <summary>Enrols a person, or the household the person lives in, in a practice.</summary>
public sealed class PersonEnrolModel(EffectivePractices practices, OfferWords words, PlanLaw law, ReadAudit reads) : EnrolPage(practices, words, law, reads)
{
    private Person person = null!;

    public override string Path => $"/people/{Id}/enrol";

    public override string ConsentsPath => $"/people/{Id}/consents";

    public override string Who => $"{person.GivenName} {person.FamilyName}".Trim();

    protected override Guid HouseholdId => person.HouseholdId;

    protected override Guid? PersonId => person.Id;

    protected override async Task<IActionResult?> FindAsync()
    {
        if (!(await FindPersonAsync(Id)).IsHere(out var found, out var otherwise))
            return otherwise;
        if (found.MergedIntoId is { } kept)
            return LocalRedirect($"/people/{kept}/enrol");
        person = found;
        AddCrumb(Text["nav.people"], "/people");
        AddCrumb(Who, $"/people/{Id}");
        AddCrumb(Text["enrol.crumb"], Practice is null ? null : Path);
        return null;
    }
}
