using System.Text.RegularExpressions;

namespace Vejviser.Core.Foundation.People;

/// <summary>Finds what looks like a CPR number in what somebody wrote: six digits and four, with or without something between.</summary>
public static partial class WrittenCpr
{
    private const string Masked = "••••••-••••";

    public static bool IsIn(string text) => Number.IsMatch(text);

    /// <summary>The text with each such number masked: for readers who are never to see one (databeskyttelsesloven § 11).</summary>
    public static string Mask(string text) => Number.Replace(text, Masked);

    [GeneratedRegex(@"(?<!\d)[0-7]\d[01]\d{3}[ -]?\d{4}(?!\d)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Number { get; }
}
