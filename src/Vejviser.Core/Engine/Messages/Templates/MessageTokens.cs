using System.Text.RegularExpressions;

namespace Vejviser.Core.Engine.Messages.Templates;

/// <summary>
/// What a template's text can leave open: <c>{given-name}</c>. A sensitive one may say what somebody is called to, or is ill from: it stands in
/// the body of an e-mail, a letter or Digital Post, never where a telephone shows it to whoever looks (SMS, subject, notification).
/// </summary>
public static partial class MessageTokens
{
    /// <summary>Name to whether it is sensitive.</summary>
    private static readonly Dictionary<string, bool> Sensitive = new(StringComparer.Ordinal)
    {
        ["given-name"] = false,
        ["municipality"] = false,
        ["weekday"] = false,
        ["date"] = false,
        ["time"] = false,
        ["contact-name"] = false,
        ["contact-phone"] = false,
        ["link"] = false,
        ["answer-by"] = false,
        ["what"] = true,
        ["where"] = true,
        ["bring"] = true,
        ["text"] = true,
    };

    public static IReadOnlyCollection<string> All => Sensitive.Keys;

    public static bool Exists(string token) => Sensitive.ContainsKey(token);

    /// <summary>True also for one nobody knows.</summary>
    public static bool IsSensitive(string token) => Sensitive.GetValueOrDefault(token, true);

    /// <summary>The tokens of a text with the line each stands on, from 1.</summary>
    public static IEnumerable<(string Token, int Line)> In(string text) =>
        Token.Matches(text).Select(m => (m.Groups["name"].Value, text.AsSpan(0, m.Index).Count('\n') + 1));

    /// <exception cref="InvalidOperationException">A token has no value: it was not checked when the text was written, or the caller forgot one.</exception>
    public static string Fill(string text, IReadOnlyDictionary<string, string> values) => Token.Replace(text, m =>
        values.TryGetValue(m.Groups["name"].Value, out var value) ? value : throw new InvalidOperationException($"The token {m.Value} has no value."));

    [GeneratedRegex(@"\{(?<name>[^{}\r\n]*)\}", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Token { get; }
}
