using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Organisation;
using Vejviser.Core.Foundation.People;

namespace Vejviser.Core.Foundation.Access;

/// <summary>
/// Whom volunteers may see: only who has agreed to be contacted by them, and from the moment it is withdrawn nobody. It binds associations; authorities, schools
/// and landlords act on other grounds.
/// </summary>
public static class VolunteerSight
{
    public const string Consent = "contact-by-volunteers";

    /// <summary>The people a partner may know of; of a household it is enough for the household's matters that one of it is among them.</summary>
    public static IQueryable<Person> People(VejviserDb db, Guid partnerId) =>
        db.People.Where(p => !db.PartnerOrganisations.Any(o => o.Id == partnerId && o.Kind == PartnerKind.Association) || db.Consents.Any(c => c.PersonId == p.Id && c.Purpose == Consent && c.WithdrawnOn == null));
}
