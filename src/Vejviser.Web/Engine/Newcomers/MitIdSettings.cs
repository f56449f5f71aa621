using Microsoft.Extensions.Configuration;
using Vejviser.Core.Foundation.Common;
using Vejviser.Web.Hosting;

namespace Vejviser.Web.Engine.Newcomers;

/// <summary>Levels of the national standard for identities' assurance (NSIS), the weakest first.</summary>
internal enum AssuranceLevel
{
    None,
    Low,
    Substantial,
    High,
}

/// <summary>Section <c>MitId</c> of the settings file: a broker of MitID that speaks OpenID Connect. Off while there is no such section.</summary>
internal sealed record MitIdSettings
{
    public const string Section = "MitId";

    /// <summary>The broker's address; its discovery document is below it.</summary>
    public string Authority { get; init; } = "";

    public string ClientId { get; init; } = "";

    public string ClientSecret { get; init; } = "";

    /// <summary>Asked for beside <c>openid</c>, separated by spaces.</summary>
    public string Scopes { get; init; } = "";

    /// <summary>The claim that holds the CPR number, in the id token or from the userinfo endpoint.</summary>
    public string CprClaim { get; init; } = "dk.cpr";

    /// <summary>The claim that holds the level of assurance reached, as <see cref="LevelOf"/> reads it.</summary>
    public string LevelClaim { get; init; } = "loa";

    /// <summary>Less lets nobody in; <see cref="AssuranceLevel.None"/> looks at no level.</summary>
    public AssuranceLevel LeastLevel { get; init; } = AssuranceLevel.Substantial;

    /// <summary>Sent along to the broker, such as <c>acr_values</c>.</summary>
    public Dictionary<string, string> Parameters { get; init; } = [];

    public bool IsOn => Authority.Length > 0;

    /// <exception cref="SettingsException">The section is there and lacks something, or its address is not of the kind that keeps a CPR number from others.</exception>
    public static MitIdSettings Read(IConfiguration configuration)
    {
        var section = configuration.GetSection(Section);
        var settings = section.Get<MitIdSettings>() ?? new MitIdSettings();
        if (!section.Exists())
            return settings;
        foreach (var (name, value) in new[] { (nameof(Authority), settings.Authority), (nameof(ClientId), settings.ClientId), (nameof(ClientSecret), settings.ClientSecret), (nameof(CprClaim), settings.CprClaim) })
        {
            if (string.IsNullOrWhiteSpace(value))
                throw new SettingsException(Failure.Of("settings.lacking", ("setting", $"{Section}:{name}"), ("section", Section)));
        }

        if (!Uri.TryCreate(settings.Authority, UriKind.Absolute, out var address))
            throw new SettingsException(Failure.Of("settings.not-an-address", ("setting", $"{Section}:{nameof(Authority)}"), ("value", settings.Authority)));
        return address.Scheme == Uri.UriSchemeHttps || address is { IsLoopback: true, Scheme: "http" }
            ? settings
            : throw new SettingsException(Failure.Of("settings.not-https", ("setting", $"{Section}:{nameof(Authority)}"), ("value", settings.Authority)));
    }

    /// <summary>Reads what brokers write: a word, or an address or name that ends in it, such as <c>SUBSTANTIAL</c> or <c>https://data.gov.dk/concept/core/nsis/Substantial</c>.</summary>
    /// <returns><see cref="AssuranceLevel.None"/> of anything else.</returns>
    public static AssuranceLevel LevelOf(string? claim) => claim?.Split('/', ':')[^1].ToUpperInvariant() switch
    {
        "LOW" => AssuranceLevel.Low,
        "SUBSTANTIAL" => AssuranceLevel.Substantial,
        "HIGH" => AssuranceLevel.High,
        _ => AssuranceLevel.None,
    };
}
