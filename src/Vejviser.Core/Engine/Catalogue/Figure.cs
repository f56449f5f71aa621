using System.Globalization;
using System.Text.RegularExpressions;

namespace Vejviser.Core.Engine.Catalogue;

/// <summary>
/// A whole number of a definition: written out, or a setting's value (<c>${job-ready-week}</c>, or <c>-${…}</c> for as much before).
/// </summary>
/// <param name="Value">The number in force, sign included.</param>
/// <param name="Setting">The setting it comes from, or null where it is written out.</param>
/// <param name="IsNegated">True for <c>-${…}</c>.</param>
public readonly partial record struct Figure(int Value, string? Setting = null, bool IsNegated = false)
{
    /// <summary>Ten years of days: no practice reaches further, and dates stay inside the calendar.</summary>
    public const int Most = 3660;

    [GeneratedRegex(@"^(?<minus>-?)\$\{(?<setting>[a-z0-9-]+)\}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Reference { get; }

    public static implicit operator Figure(int value) => new(value);

    /// <summary>The same figure with the settings' values of a municipality.</summary>
    internal Figure With(IReadOnlyDictionary<string, int> settings) =>
        Setting is not null && settings.TryGetValue(Setting, out var value) ? this with { Value = IsNegated ? -value : value } : this;

    /// <summary>Reads a number or a reference; the value of a reference is 0 until <see cref="With"/>. Null where it is neither.</summary>
    internal static Figure? Parse(string text)
    {
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            return new Figure(number);
        return Reference.Match(text) is { Success: true } m ? new Figure(0, m.Groups["setting"].Value, m.Groups["minus"].Length > 0) : null;
    }

    public override string ToString() =>
        Setting is null ? Value.ToString(CultureInfo.InvariantCulture) : $"{(IsNegated ? "-" : "")}${{{Setting}}}";
}
