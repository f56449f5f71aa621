using Vejviser.Core.Foundation.Access;

namespace Vejviser.Web.Engine.Catalogue;

/// <summary>A place of the product where a practice is carried out, beside its plans.</summary>
/// <param name="Name">The text it is called by.</param>
public sealed record PracticePlace(string Link, string Name, string Permission);

/// <summary>From a practice's page to where its sharing out stands.</summary>
public static class PracticePlaces
{
    private static readonly Dictionary<string, PracticePlace> Places = new(StringComparer.Ordinal)
    {
        ["permanent-social-housing"] = new("/housing/allocation", "nav.housing", Permissions.HousingRead), ["private-hosting"] = new("/housing/hosts", "nav.housing", Permissions.HousingHosts),
        ["business-mentors"] = new("/pairs/mentors", "nav.pairs", Permissions.Pairs), ["family-danish"] = new("/pairs/families", "nav.pairs", Permissions.Pairs),
        ["gp-cooperation"] = new("/doctors", "nav.doctors", Permissions.HealthRead), ["mindspring"] = new("/language-groups", "groups.title", Permissions.HealthRead), ["shared-homes"] = new("/villas", "villas.title", Permissions.MinorsRead),
    };

    /// <returns>Null where the practice is carried out by its plans alone.</returns>
    public static PracticePlace? Of(string practice) => Places.GetValueOrDefault(practice);
}
