namespace Vejviser.Core.Foundation.Access;

/// <summary>
/// Who asks, with what they may and where they belong: read once a request from the database, never from the cookie.
/// </summary>
/// <param name="AccountId">The account.</param>
/// <param name="Name">Shown on screen and in initials.</param>
/// <param name="Language"><c>da</c> or <c>en</c>.</param>
/// <param name="UnitIds">Units the account is a member of.</param>
/// <param name="Grants">Permission to the units it holds in; an empty set means the whole municipality.</param>
/// <param name="PartnerId">Set for a partner's user.</param>
public sealed record Reader(
    Guid AccountId,
    string Name,
    string Language,
    IReadOnlyList<Guid> UnitIds,
    IReadOnlyDictionary<string, IReadOnlySet<Guid>> Grants,
    Guid? PartnerId)
{
    /// <summary>The product itself, for the command line and timed jobs: sees all.</summary>
    public static readonly Reader System =
        new(Guid.Empty, "Vejviser", "da", [], Permissions.All.ToDictionary(p => p, _ => (IReadOnlySet<Guid>)new HashSet<Guid>()), null);

    /// <summary>Has a one-time password: opens nothing but the page that changes it.</summary>
    public bool MustChangePassword { get; init; }

    public string Initials => string.Concat(Name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(part => part[0])).ToUpperInvariant();

    /// <summary>True where the permission is held at all, in some unit or everywhere.</summary>
    public bool May(string permission) => Grants.ContainsKey(permission);

    /// <summary>True where the permission holds in the unit.</summary>
    public bool May(string permission, Guid unitId) => Grants.TryGetValue(permission, out var units) && (units.Count == 0 || units.Contains(unitId));

    /// <summary>True where the permission holds in the whole municipality.</summary>
    public bool MayEverywhere(string permission) => Grants.TryGetValue(permission, out var units) && units.Count == 0;
}
