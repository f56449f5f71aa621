using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Foundation.People;

/// <summary>
/// What a consent can be for: the codes under <c>people.consent</c> in <c>texts/</c>, in the order of their names. A new purpose is a new text.
/// </summary>
public sealed class ConsentPurposes
{
    private const string Prefix = "people.consent.";
    private const string Title = ".title";

    public ConsentPurposes(Texts texts) => All = [.. texts.Keys("da")
        .Where(k => k.StartsWith(Prefix, StringComparison.Ordinal) && k.EndsWith(Title, StringComparison.Ordinal))
        .Select(k => k[Prefix.Length..^Title.Length]).Order(StringComparer.Ordinal)];

    /// <summary>Such as <c>health-information-to-doctor</c>.</summary>
    public IReadOnlyList<string> All { get; }
}
