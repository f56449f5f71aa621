using System.Globalization;
using System.Text;

namespace Vejviser.Core.Foundation.People;

/// <summary>
/// Names made alike for search: small letters, marks off, one spelling for letters that are written in two ways, in any script.
/// Fold the stored name and what is searched for; the one then contains the other.
/// </summary>
public static class NameFolding
{
    /// <summary>
    /// For <see cref="Person.SearchName"/>: given, family and given name again, so that both »yousef al khatib« and »al khatib yousef« stand in it.
    /// </summary>
    public static string Fold(string given, string family)
    {
        var (first, last) = (Fold(given), Fold(family));
        return first.Length == 0 ? last : last.Length == 0 ? first : $"{first} {last} {first}";
    }

    /// <summary>Text to search with. å, ø and æ are aa, oe and ae; hyphens are blanks; apostrophes and vowel marks go.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        // å would come apart into a and a ring: Danish letters are spelt out first.
        foreach (var rune in SpellOut(text.Normalize(NormalizationForm.FormC).ToLowerInvariant()).Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
                folded.Append(OneSpelling(Rune.ToLowerInvariant(rune)));
            else if (Parts(rune) && folded.Length > 0 && folded[^1] != ' ')
                folded.Append(' ');
        }

        return folded.ToString().TrimEnd();
    }

    private static string SpellOut(string lower) => lower
        .Replace("æ", "ae", StringComparison.Ordinal).Replace("ø", "oe", StringComparison.Ordinal).Replace("å", "aa", StringComparison.Ordinal)
        .Replace("ß", "ss", StringComparison.Ordinal).Replace("þ", "th", StringComparison.Ordinal);

    // Apostrophes and marks join what they stand between; other signs part it.
    private static bool Parts(Rune rune) => rune.ToString() is not ("'" or "’" or "‘" or "`")
        && Rune.GetUnicodeCategory(rune) is not (
            UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format);

    // Letters that keyboards and registers write in two ways: Latin strokes, Arabic and Persian kaf, yeh and final he.
    // The Arabic stretching line and the half rings of transcription are letters to Unicode and none to a reader.
    private static string OneSpelling(Rune rune) => rune.ToString() switch
    {
        "ł" => "l",
        "đ" or "ð" => "d",
        "ı" => "i",
        "ک" => "ك",
        "ی" or "ى" => "ي",
        "ة" or "ە" or "ہ" => "ه",
        "ـ" or "ʼ" or "ʿ" or "ʾ" => "",
        var letter => letter,
    };
}
