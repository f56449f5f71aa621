using System.Globalization;
using System.Text;

namespace Vejviser.Core.Engine.Catalogue;

/// <summary>Ids for what people name: <c>Ring til skolen</c> becomes <c>ring-til-skolen</c>. An id stays when the name changes.</summary>
public static class MadeIds
{
    private const int MostLetters = 40;

    /// <param name="words">The name.</param>
    /// <param name="otherwise">Where the name has no letter an id can have.</param>
    /// <param name="isTaken">Ids that are in use.</param>
    public static string Of(string words, string otherwise, Func<string, bool> isTaken)
    {
        var made = Fold(words);
        if (made.Length == 0)
            made = otherwise;
        var id = made;
        for (var n = 2; isTaken(id); n++)
            id = string.Create(CultureInfo.InvariantCulture, $"{made}-{n}");
        return id;
    }

    private static string Fold(string words)
    {
        var folded = words.ToLowerInvariant().Replace("æ", "ae", StringComparison.Ordinal).Replace("ø", "oe", StringComparison.Ordinal).Replace("å", "aa", StringComparison.Ordinal)
            .Normalize(NormalizationForm.FormD);
        var id = new StringBuilder();
        foreach (var letter in folded.Where(l => CharUnicodeInfo.GetUnicodeCategory(l) != UnicodeCategory.NonSpacingMark))
        {
            if (char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter))
                id.Append(letter);
            else if (id.Length > 0 && id[^1] != '-')
                id.Append('-');
            if (id.Length == MostLetters)
                break;
        }

        return id.ToString().TrimEnd('-');
    }
}
