using System.Globalization;
using System.Text.Json.Serialization;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Chapters.Transition.Allocations;

/// <summary>
/// What is wrong (the row's household is not taken) or doubtful (it is taken) with a cell. The texts stand under
/// <c>import.problem.{Code}</c>: <c>what</c>, and what to <c>do</c>. Values never hold a name, a CPR number or a note.
/// </summary>
/// <param name="Row">Counts people, from 1 after the header; 0 for the file as a whole.</param>
/// <param name="Column">As in the header; empty where it is the whole row.</param>
/// <param name="Code">Stable: others script it.</param>
/// <param name="IsError">False for a warning.</param>
/// <param name="Values">For the texts.</param>
public sealed record AllocationProblem(int Row, string Column, string Code, bool IsError, IReadOnlyDictionary<string, string> Values)
{
    public static AllocationProblem Error(int row, string column, string code, params ReadOnlySpan<(string Name, object Value)> values) =>
        new(row, column, code, true, Shown(values));

    public static AllocationProblem Warning(int row, string column, string code, params ReadOnlySpan<(string Name, object Value)> values) =>
        new(row, column, code, false, Shown(values));

    /// <summary>What is wrong or doubtful.</summary>
    public string What(Texts texts, string language) => Say(texts, language, "what");

    /// <summary>What to do about it.</summary>
    public string Do(Texts texts, string language) => Say(texts, language, "do");

    [JsonIgnore]
    public (int, bool) Order => (Row, !IsError);

    private string Say(Texts texts, string language, string part) =>
        texts.Get(language, $"import.problem.{Code}.{part}", [.. Values.Select(v => (v.Key, (object?)v.Value))]);

    private static Dictionary<string, string> Shown(ReadOnlySpan<(string Name, object Value)> values)
    {
        var shown = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in values)
            shown[name] = value is DateOnly ? Texts.Show("da", value) : Convert.ToString(value, CultureInfo.InvariantCulture)!;
        return shown;
    }
}
