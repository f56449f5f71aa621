using System.Text;

namespace Vejviser.Core.Foundation.People.Duplicates;

/// <summary>
/// What is left of a name when the ways of spelling it in Latin letters are taken off: Mohammed and Muhamad, Yousef and Yusuf,
/// Khaled and خالد, Tesfay and ተስፋይ give the same. For suggesting only: two different names may give the same too.
/// </summary>
internal static class NameSkeleton
{
    private const int ShortestWithArticle = 6;

    // Ethiopic letters stand in rows of eight, a consonant a row, from U+1200; a dot is a row of vowels.
    private const string EthiopicRows = "hlhmsrssqqqqbvtchhnn.kkkkw.zzyddjgggtcpssfp";
    private const int EthiopicFirst = 0x1200;

    private static readonly Dictionary<char, string> Latin = new()
    {
        ['ب'] = "b", ['ت'] = "t", ['ث'] = "t", ['ج'] = "j", ['ح'] = "h", ['خ'] = "k", ['د'] = "d", ['ذ'] = "d", ['ر'] = "r", ['ز'] = "z", ['س'] = "s",
        ['ش'] = "s", ['ص'] = "s", ['ض'] = "d", ['ط'] = "t", ['ظ'] = "z", ['غ'] = "g", ['ف'] = "f", ['ق'] = "q", ['ك'] = "k", ['ل'] = "l", ['م'] = "m",
        ['ن'] = "n", ['ه'] = "h", ['و'] = "w", ['ي'] = "y", ['پ'] = "p", ['چ'] = "c", ['گ'] = "g", ['ژ'] = "z",
        ['б'] = "b", ['в'] = "v", ['г'] = "g", ['ґ'] = "g", ['д'] = "d", ['ж'] = "z", ['з'] = "z", ['й'] = "y", ['к'] = "k", ['л'] = "l", ['м'] = "m",
        ['н'] = "n", ['п'] = "p", ['р'] = "r", ['с'] = "s", ['т'] = "t", ['ф'] = "f", ['х'] = "k", ['ц'] = "ts", ['ч'] = "c", ['ш'] = "s", ['щ'] = "sc",
        ['ю'] = "y", ['я'] = "y", ['є'] = "y", ['ї'] = "y",
    };

    /// <summary>Given and family name, in either order: registers swap them.</summary>
    /// <returns>Null where too little is left to tell people apart by.</returns>
    public static string? Of(string given, string family)
    {
        var (first, last) = (Of(given), Of(family));
        if (first.Length == 0 || last.Length == 0 || first.Length + last.Length < 3)
            return null;
        return string.CompareOrdinal(first, last) < 0 ? $"{first} {last}" : $"{last} {first}";
    }

    internal static string Of(string name)
    {
        var words = NameFolding.Fold(name).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Transliterate).Where(w => w is not ("al" or "el" or "l" or "")).ToArray();
        var joined = string.Concat(words);
        if (joined.Length >= ShortestWithArticle && joined[0] is 'a' or 'e' && joined[1] == 'l')
            joined = joined[2..];
        return Bones(joined);
    }

    private static string Transliterate(string word)
    {
        var latin = new StringBuilder(word.Length);
        foreach (var letter in word)
        {
            var row = (letter - EthiopicFirst) / 8;
            if (char.IsAsciiLetterOrDigit(letter))
                latin.Append(letter);
            else if (letter >= EthiopicFirst && row < EthiopicRows.Length)
                latin.Append(EthiopicRows[row] == '.' ? 'i' : EthiopicRows[row]);
            else
                latin.Append(Latin.GetValueOrDefault(letter, "i")); // A vowel, and not the one an article begins with.
        }

        // »ال« is the article, written together with its name.
        return word.StartsWith("ال", StringComparison.Ordinal) ? latin.ToString()[2..] : latin.ToString();
    }

    private static string Bones(string latin)
    {
        var bones = new StringBuilder(latin.Length);
        for (var i = 0; i < latin.Length; i++)
        {
            var (letter, before, after) = (latin[i], i == 0 ? ' ' : latin[i - 1], i + 1 < latin.Length ? latin[i + 1] : ' ');
            var bone = letter switch
            {
                'a' or 'e' or 'i' or 'o' or 'u' => ' ',
                _ when letter == before => ' ',
                'y' or 'w' when i > 0 => ' ',
                'w' => 'v',
                'h' when i > 0 && !IsVowel(before) => ' ',
                'p' when after == 'h' => 'f',
                'q' or 'c' => 'k',
                'z' => 's',
                _ => letter,
            };
            if (bone != ' ')
                bones.Append(bone);
        }

        return bones.ToString().TrimEnd('h');
    }

    private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u' or 'y' or 'w';
}
