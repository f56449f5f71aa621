using System.Text.Json;

namespace Vejviser.Core.Engine.Catalogue.Reading;

/// <summary>The words a definition writes for an enumeration: <c>UniversityShort</c> is written <c>university-short</c>.</summary>
internal static class EnumWords
{
    public static Dictionary<string, T> Of<T>(params string[] except)
        where T : struct, Enum =>
        Enum.GetValues<T>().Select(v => (Name: Of(v), Value: v)).Where(v => !except.Contains(v.Name)).ToDictionary(v => v.Name, v => v.Value, StringComparer.Ordinal);

    public static string Of<T>(T value)
        where T : struct, Enum =>
        JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    /// <summary>The value a key's word stands for; null, told as a problem, where nobody knows the word.</summary>
    public static T? Word<T>(this Fields fields, string key, bool isRequired = false)
        where T : struct, Enum =>
        fields.Word(key, Of<T>(), isRequired);

    public static T? Word<T>(this Fields fields, string key, Dictionary<string, T> known, bool isRequired = false)
        where T : struct
    {
        if (fields.Text(key, isRequired) is not { } text)
            return null;
        if (known.TryGetValue(text, out var value))
            return value;
        fields.TellUnknown(text, known.Keys, fields.LineOf(key));
        return null;
    }

    /// <summary>The values of a list's words, or null where the key is not there.</summary>
    public static List<T>? Words<T>(this Fields fields, string key, Dictionary<string, T> known)
    {
        if (fields.Take(key) is null)
            return null;
        var found = new List<T>();
        foreach (var (text, line) in fields.Texts(key))
        {
            if (known.TryGetValue(text, out var value))
                found.Add(value);
            else
                fields.TellUnknown(text, known.Keys, line);
        }

        return found;
    }

    private static void TellUnknown(this Fields fields, string text, IEnumerable<string> known, int line) =>
        fields.Problems.Add("unknown-value", line, ("value", text), ("known", string.Join(", ", known)));
}
