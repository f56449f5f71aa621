namespace Vejviser.Web.Foundation.Access;

/// <summary>Section <c>Oidc</c> of the settings file: the municipality's own identity provider by OpenID Connect. Off while there is no authority.</summary>
internal sealed class OidcSettings
{
    public const string Section = "Oidc";

    /// <summary>The provider's address, such as <c>https://login.havneby.example</c>; its discovery document is below it.</summary>
    public string? Authority { get; set; }

    public string? ClientId { get; set; }

    public string? ClientSecret { get; set; }

    /// <summary>What the button calls it.</summary>
    public string Name { get; set; } = "Kommunens login";

    /// <summary>The claim that holds groups or privileges; see the page of external roles.</summary>
    public string RoleClaim { get; set; } = "groups";

    /// <summary>Asked for beside <c>openid</c>, <c>profile</c> and <c>email</c>, separated by spaces.</summary>
    public string Scopes { get; set; } = "";

    /// <summary>Opens an account for an unknown person with a group that gives a role.</summary>
    public bool AutoCreate { get; set; }

    public bool IsOn => !string.IsNullOrWhiteSpace(Authority);
}
