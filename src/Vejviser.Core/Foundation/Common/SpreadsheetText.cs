namespace Vejviser.Core.Foundation.Common;

/// <summary>
/// Text that a spreadsheet must not take for a formula: what people typed is shown, never run (OWASP, »CSV Injection«).
/// </summary>
public static class SpreadsheetText
{
    private const char Apostrophe = '\'';

    /// <summary>
    /// The text for a CSV cell: one that begins with <c>= + - @</c>, tab or line break, also in its wide form or after blanks, gets an
    /// apostrophe in front.
    /// </summary>
    public static string ForCsv(string text) => LooksLikeFormula(text) ? Apostrophe + text : text;

    /// <summary>True where a spreadsheet that opens a CSV file could run the cell.</summary>
    public static bool LooksLikeFormula(string text)
    {
        if (text.Length == 0)
            return false;
        if (text[0] is '\t' or '\r' or '\n')
            return true;
        var first = text.AsSpan().TrimStart();
        // The wide signs of East Asian keyboards are read as the narrow ones.
        return first.Length > 0 && (first[0] is '=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠');
    }
}
