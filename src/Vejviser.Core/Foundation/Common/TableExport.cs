using System.Globalization;
using CsvHelper;
using MiniExcelLibs;
using MiniExcelLibs.OpenXml;

namespace Vejviser.Core.Foundation.Common;

public enum ExportFormat
{
    /// <summary><c>;</c> between cells, UTF-8 with byte order mark: what Danish Excel opens by itself.</summary>
    Csv = 1,
    Xlsx,
}

/// <summary>A column of an export: its heading, in the reader's language, and how a row fills it.</summary>
/// <param name="Value">Text, <see cref="DateOnly"/>, UTC <see cref="DateTime"/>, whole number, decimal or null; anything else is shown as text.</param>
public sealed record ExportColumn<T>(string Heading, Func<T, object?> Value);

/// <summary>
/// Writes a table as a file to download. Dates are <c>yyyy-MM-dd</c> in CSV and real dates in XLSX; text stays text, also where it
/// looks like a formula.
/// </summary>
public static class TableExport
{
    private const int LongestSheetName = 31;
    private static readonly CultureInfo Danish = CultureInfo.GetCultureInfo("da-DK");

    public static string ContentType(ExportFormat format) => format == ExportFormat.Xlsx
        ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        : "text/csv; charset=utf-8";

    public static string FileName(string name, ExportFormat format) => $"{name}.{(format == ExportFormat.Xlsx ? "xlsx" : "csv")}";

    /// <param name="sheet">The sheet's name in XLSX; shortened to 31 characters.</param>
    public static async Task<byte[]> WriteAsync<T>(
        ExportFormat format, string sheet, IReadOnlyList<ExportColumn<T>> columns, IEnumerable<T> rows, CancellationToken cancel)
    {
        await using var file = new MemoryStream();
        if (format == ExportFormat.Xlsx)
            await WriteXlsxAsync(file, sheet, columns, rows, cancel);
        else
            await WriteCsvAsync(file, columns, rows, cancel);
        return file.ToArray();
    }

    private static async Task WriteCsvAsync<T>(Stream file, IReadOnlyList<ExportColumn<T>> columns, IEnumerable<T> rows, CancellationToken cancel)
    {
        await using var csv = CsvWriter.Create(file, new CsvWriterOptions { Separator = ';', WriteByteOrderMark = true }, leaveOpen: true);
        foreach (var column in columns)
            csv.WriteField(SpreadsheetText.ForCsv(column.Heading));
        await csv.EndRecordAsync(cancel);
        foreach (var row in rows)
        {
            foreach (var column in columns)
                csv.WriteField(InCsv(column.Value(row)));
            await csv.EndRecordAsync(cancel);
        }
    }

    private static string InCsv(object? value) => value switch
    {
        null => "",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime instant => TimeZones.ToDanish(instant).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
        int or long or decimal or double => ((IFormattable)value).ToString(null, Danish),
        _ => SpreadsheetText.ForCsv(value.ToString() ?? ""),
    };

    private static async Task WriteXlsxAsync<T>(
        Stream file, string sheet, IReadOnlyList<ExportColumn<T>> columns, IEnumerable<T> rows, CancellationToken cancel)
    {
        var configuration = new OpenXmlConfiguration { AutoFilter = true, FastMode = true, EnableAutoWidth = true };
        var name = new string([.. sheet.Where(c => c is not ('\\' or '/' or '?' or '*' or '[' or ']' or ':')).Take(LongestSheetName)]);
        // The headings go as a row of their own: the writer leaves them out where a table is empty, and refuses two alike.
        var lines = rows.Select(row => Cells(columns.Select(c => InXlsx(c.Value(row))))).Prepend(Cells(columns.Select(c => (object?)c.Heading)));
        await MiniExcel.SaveAsAsync(file, lines, printHeader: false, sheetName: name, configuration: configuration, cancellationToken: cancel);
    }

    private static Dictionary<string, object?> Cells(IEnumerable<object?> values) =>
        values.Select((value, i) => (value, i)).ToDictionary(c => Key(c.i), c => c.value, StringComparer.Ordinal);

    private static string Key(int column) => column.ToString(CultureInfo.InvariantCulture);

    private static object? InXlsx(object? value) => value switch
    {
        null or int or long or decimal or double => value,
        DateOnly day => day.ToDateTime(TimeOnly.MinValue),
        DateTime instant => TimeZones.ToDanish(instant),
        _ => value.ToString(),
    };
}
