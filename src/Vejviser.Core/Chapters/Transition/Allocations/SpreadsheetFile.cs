using System.Globalization;
using System.IO.Compression;
using MiniExcelLibs;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Chapters.Transition.Allocations;

/// <summary>The first sheet of an XLSX file as lines of text: dates as <c>yyyy-MM-dd</c>, whole numbers without decimals, formulas as the text they show.</summary>
internal static class SpreadsheetFile
{
    private const int CprDigits = 10;

    public static bool IsOne(byte[] content) => content is [0x50, 0x4B, 0x03, 0x04, ..];

    /// <summary>The format before XLSX, which Excel still opens.</summary>
    public static bool IsOldOne(byte[] content) => content is [0xD0, 0xCF, 0x11, 0xE0, ..];

    /// <summary>Failure: <c>import.not-a-spreadsheet</c>.</summary>
    public static Result<IReadOnlyList<string[]>> Lines(byte[] content, ImportSettings settings)
    {
        try
        {
            using (var archive = new ZipArchive(new MemoryStream(content)))
                if (archive.Entries.Sum(e => e.Length) > settings.MaxUnpackedBytes)
                    return Failure.Of("import.not-a-spreadsheet");
            var lines = new List<string[]>();
            // One more than allowed, and the header: the reader of rows says that it is too many.
            foreach (IDictionary<string, object?> cells in new MemoryStream(content).Query(excelType: ExcelType.XLSX).Take(settings.MaxRows + 2))
                lines.Add([.. cells.Values.Select(Text)]);
            Mend(lines);
            return lines;
        }
#pragma warning disable CA1031 // Whatever a broken archive makes the reader throw, it means the same: this is no spreadsheet.
        catch (Exception e) when (e is not (OutOfMemoryException or OperationCanceledException))
#pragma warning restore CA1031
        {
            return Failure.Of("import.not-a-spreadsheet");
        }
    }

    private static string Text(object? cell) => cell switch
    {
        null => "",
        DateTime { TimeOfDay.Ticks: 0 } day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime instant => instant.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
        double number when Math.Abs(number) < 1e15 && number == Math.Truncate(number) => number.ToString("0", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => cell.ToString() ?? "",
    };

    // A spreadsheet takes ten digits for a number and drops the zero in front.
    private static void Mend(List<string[]> lines)
    {
        var cpr = lines.Count == 0 ? -1 : Array.FindIndex(lines[0], h => string.Equals(h.Trim(), AllocationColumns.Cpr, StringComparison.OrdinalIgnoreCase));
        if (cpr < 0)
            return;
        foreach (var line in lines.Skip(1).Where(l => cpr < l.Length && l[cpr].Length == CprDigits - 1 && l[cpr].All(char.IsAsciiDigit)))
            line[cpr] = line[cpr].PadLeft(CprDigits, '0');
    }
}
