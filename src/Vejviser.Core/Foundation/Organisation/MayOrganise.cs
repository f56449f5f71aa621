using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Foundation.Organisation;

/// <summary>Who may change what of the organisation, where the permission is given for a unit only.</summary>
internal static class MayOrganise
{
    /// <summary>A unit and those below it; null is the top of the tree.</summary>
    /// <returns>Why not, or null.</returns>
    public static Failure? Unit(Reader by, Guid? unitId) => unitId is { } unit
        ? by.May(Permissions.OrganisationEdit, unit) ? null : Failure.Of("organisation.only-own-units")
        : Everywhere(by);

    public static Failure? Everywhere(Reader by) => by.MayEverywhere(Permissions.OrganisationEdit) ? null : Failure.Of("organisation.only-everywhere");
}
