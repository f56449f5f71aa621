using System.Globalization;
using System.Text;
using CsvHelper;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Chapters.Housing.Homes;

/// <summary>A line of an association's list of homes, read.</summary>
/// <param name="Number">Its line in the file; the headings are line 1.</param>
public sealed record DwellingRow(
    int Number, string Association, string Estate, string Address, DwellingKind Kind, int Rooms, int SquareMetres, int Rent, int Use, bool IsAccessible, DateOnly AvailableFrom);

/// <summary>What is wrong with a line.</summary>
/// <param name="Code">Its words stand under <c>housing.file</c>.</param>
public sealed record DwellingFault(int Number, string Column, string Code, string? Value);

/// <summary>
/// Reads a list of homes: <c>;</c> between cells, UTF-8, the columns <c>association;estate;address;kind;rooms;m2;rent;use;accessible;from</c>. The kind is <c>family</c>, <c>youth</c> or
/// <c>temporary</c>, the day <c>yyyy-MM-dd</c>, accessible <c>yes</c> or <c>no</c>.
/// </summary>
public static class DwellingFile
{
    public const int MostBytes = 1_000_000;
    public const int MostRows = 5000;

    public static IReadOnlyList<string> Columns { get; } = ["association", "estate", "address", "kind", "rooms", "m2", "rent", "use", "accessible", "from"];

    private static readonly Dictionary<string, DwellingKind> Kinds = new(StringComparer.OrdinalIgnoreCase) { ["family"] = DwellingKind.Family, ["youth"] = DwellingKind.Youth, ["temporary"] = DwellingKind.Temporary };

    /// <summary>Failures: <c>housing.file-empty</c>, <c>housing.file-too-large</c>, <c>housing.file-columns</c>, <c>housing.file-encoding</c>.</summary>
    public static Result<(IReadOnlyList<DwellingRow> Rows, IReadOnlyList<DwellingFault> Faults)> Read(byte[] content)
    {
        if (content.Length > MostBytes)
            return Failure.Of("housing.file-too-large", ("rows", MostRows));
        if (!IsUtf8(content))
            return Failure.Of("housing.file-encoding");
        var lines = Lines(content).Where(l => Array.Exists(l, c => !string.IsNullOrWhiteSpace(c))).Take(MostRows + 2).ToList();
        if (lines.Count < 2)
            return Failure.Of("housing.file-empty");
        if (lines.Count > MostRows + 1)
            return Failure.Of("housing.file-too-large", ("rows", MostRows));
        var headings = lines[0].Select(h => h.Trim().ToLowerInvariant()).ToList();
        if (!Columns.All(headings.Contains))
            return Failure.Of("housing.file-columns", ("columns", string.Join(';', Columns)));
        var faults = new List<DwellingFault>();
        var rows = lines.Skip(1).Index().Select(l => ReadRow(l.Index + 2, headings, l.Item, faults)).OfType<DwellingRow>().ToList();
        foreach (var twice in rows.GroupBy(r => r.Address, StringComparer.OrdinalIgnoreCase).SelectMany(g => g.Skip(1)))
            faults.Add(new DwellingFault(twice.Number, "address", "twice", twice.Address));
        return (rows, faults);
    }

    private static DwellingRow? ReadRow(int number, List<string> headings, string[] cells, List<DwellingFault> faults)
    {
        var before = faults.Count;
        var (association, estate, address) = (Text("association"), Text("estate"), Text("address"));
        if (!Kinds.TryGetValue(Cell("kind"), out var kind))
            faults.Add(new DwellingFault(number, "kind", "kind", Cell("kind")));
        var (rooms, metres, rent, use) = (Whole("rooms"), Whole("m2"), Whole("rent"), Whole("use"));
        var accessible = Cell("accessible").ToLowerInvariant();
        if (accessible is not ("yes" or "no"))
            faults.Add(new DwellingFault(number, "accessible", "yes-no", accessible));
        if (!DateOnly.TryParseExact(Cell("from"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var from))
            faults.Add(new DwellingFault(number, "from", "date", Cell("from")));
        return faults.Count > before ? null : new DwellingRow(number, association, estate, address, kind, rooms, metres, rent, use, accessible == "yes", from);

        string Cell(string column) => headings.IndexOf(column) is var at && at < cells.Length ? cells[at].Trim() : "";

        string Text(string column)
        {
            if (Cell(column).Length == 0)
                faults.Add(new DwellingFault(number, column, "missing", null));
            return Cell(column);
        }

        int Whole(string column)
        {
            if (int.TryParse(Cell(column), NumberStyles.None, CultureInfo.InvariantCulture, out var value))
                return value;
            faults.Add(new DwellingFault(number, column, "number", Cell(column)));
            return 0;
        }
    }

    private static IEnumerable<string[]> Lines(byte[] content)
    {
        using var csv = CsvReader.Create(content, new CsvReaderOptions { Separator = ';', HasHeader = false, IncludeValuesInExceptions = false });
        while (csv.Read())
        {
            var cells = new string[csv.FieldCount];
            for (var i = 0; i < cells.Length; i++)
                cells[i] = csv.GetString(i);
            yield return cells;
        }
    }

    private static bool IsUtf8(byte[] content)
    {
        try
        {
            new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetCharCount(content);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
