using System.Globalization;
using Vejviser.Core.Foundation.People;

namespace Vejviser.Core.Chapters.Transition.Allocations;

/// <summary>Reads the cells of one row and notes what is wrong with them.</summary>
internal sealed class RowCells(AllocationRow row)
{
    private const int LongestName = 200;
    private const int OldestAge = 125;
    private const int LongestShown = 40;

    // As the authority writes dates, and as people here do.
    private static readonly string[] DateShapes = ["yyyy-MM-dd", "dd-MM-yyyy"];

    public List<AllocationProblem> Problems { get; } = [];

    public bool HasErrors => Problems.Exists(p => p.IsError);

    public bool IsEmpty(string column) => row[column].Length == 0;

    public void Error(string column, string code, params ReadOnlySpan<(string Name, object Value)> values) =>
        Problems.Add(AllocationProblem.Error(row.Number, column, code, values));

    public void Warn(string column, string code, params ReadOnlySpan<(string Name, object Value)> values) =>
        Problems.Add(AllocationProblem.Warning(row.Number, column, code, values));

    public string Text(string column, int longest = LongestName)
    {
        var text = row[column];
        if (text.Length > longest)
            Error(column, "text-too-long", ("most", longest), ("length", text.Length));
        return text;
    }

    public string Needed(string column)
    {
        if (IsEmpty(column))
            Error(column, "missing");
        return Text(column);
    }

    public string Note(int longest)
    {
        var note = row[AllocationColumns.Note];
        if (note.Length > longest)
            Error(AllocationColumns.Note, "note-too-long", ("most", longest), ("length", note.Length));
        return note;
    }

    public T Choice<T>(string column, IReadOnlyDictionary<string, T> words, T whenEmpty, string code = "unknown-word")
    {
        if (IsEmpty(column))
            return whenEmpty;
        if (words.TryGetValue(row[column], out var value))
            return value;
        Error(column, code, ("value", Shown(column)), ("words", string.Join(", ", words.Keys)));
        return whenEmpty;
    }

    public T NeededChoice<T>(string column, IReadOnlyDictionary<string, T> words, string code = "unknown-word")
        where T : struct
    {
        if (IsEmpty(column))
            Error(column, "missing");
        return Choice(column, words, default, code);
    }

    public DateOnly? Date(string column)
    {
        var text = row[column];
        if (text.Length == 0)
            return null;
        if (DateOnly.TryParseExact(text, DateShapes, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return date;
        Error(column, HasDateShape(text) ? "no-such-date" : "not-a-date", ("value", Shown(column)));
        return null;
    }

    public DateOnly? NeededDate(string column)
    {
        if (IsEmpty(column))
            Error(column, "missing");
        return Date(column);
    }

    /// <summary>A whole date, a year alone, or nothing.</summary>
    public (DateOnly? Date, int? Year) BirthDate(DateOnly today)
    {
        const string column = AllocationColumns.BirthDate;
        var text = row[column];
        if (text.Length == 0)
        {
            Warn(column, "birth-date-unknown");
            return (null, null);
        }

        var isYear = text.Length == 4 && text.All(char.IsAsciiDigit);
        var date = isYear ? null : Date(column);
        var year = isYear ? int.Parse(text, CultureInfo.InvariantCulture) : date?.Year;
        if (year is null)
            return (null, null);
        var refused = date > today || year > today.Year ? "born-in-future" : year < today.Year - OldestAge ? "born-too-long-ago" : null;
        if (refused is not null)
        {
            Error(column, refused, ("value", text));
            return (null, null);
        }

        if (isYear)
            Warn(column, "birth-year-only", ("value", text));
        return (date, year);
    }

    public CprNumber? Cpr()
    {
        if (IsEmpty(AllocationColumns.Cpr))
            return null;
        var parsed = CprNumber.Parse(row[AllocationColumns.Cpr]);
        if (parsed.IsSuccess)
            return parsed.Value;
        Error(AllocationColumns.Cpr, "not-a-cpr-number");
        return null;
    }

    private string Shown(string column) => row[column] is { Length: > LongestShown } text ? text[..LongestShown] + "…" : row[column];

    private static bool HasDateShape(string text) => text.Length == 10 && text.Count(char.IsAsciiDigit) == 8
        && ((text[4] == '-' && text[7] == '-') || (text[2] == '-' && text[5] == '-'));
}
