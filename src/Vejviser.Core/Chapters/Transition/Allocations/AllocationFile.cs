using System.Text;
using CsvHelper;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Chapters.Transition.Allocations;

/// <summary>
/// Reads an allocation file into rows of text: <c>;</c>-separated UTF-8, with or without byte order mark, or XLSX with the same columns.
/// What kind it is, is told from its content, not its name.
/// </summary>
public static class AllocationFile
{
    /// <summary>
    /// Failures: <c>import.empty-file</c>, <c>import.too-large</c>, <c>import.too-many-rows</c>, <c>import.not-a-spreadsheet</c>,
    /// <c>import.wrong-encoding</c>, <c>import.open-quote</c>, <c>import.not-allocations</c>, <c>import.missing-columns</c>, <c>import.unknown-columns</c>,
    /// <c>import.column-twice</c>.
    /// </summary>
    public static Result<IReadOnlyList<AllocationRow>> Read(byte[] content, ImportSettings settings)
    {
        if (content.Length == 0)
            return Failure.Of("import.empty-file");
        if (content.Length > settings.MaxBytes)
            return Failure.Of("import.too-large", ("megabytes", settings.MaxBytes / (1024 * 1024)));
        if (SpreadsheetFile.IsOne(content))
            return SpreadsheetFile.Lines(content, settings) is { IsSuccess: true } sheet ? Rows(sheet.Value, settings) : Failure.Of("import.not-a-spreadsheet");
        if (SpreadsheetFile.IsOldOne(content) || content.AsSpan().Contains((byte)0))
            return Failure.Of(content is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] ? "import.wrong-encoding" : "import.not-a-spreadsheet");
        if (!IsUtf8(content))
            return Failure.Of("import.wrong-encoding");
        // A quote that is never closed swallows the people after it: they must not go missing in silence.
        long? openQuote = null;
        var rows = Rows(CsvLines(content, record => openQuote ??= record.Reason == CsvMalformedReason.UnterminatedQuote ? record.RecordNumber : null), settings);
        return openQuote is { } line ? Failure.Of("import.open-quote", ("line", line)) : rows;
    }

    private static IEnumerable<string[]> CsvLines(byte[] content, Action<CsvMalformedRecord> malformed)
    {
        using var csv = CsvReader.Create(content, new CsvReaderOptions { Separator = ';', HasHeader = false, IncludeValuesInExceptions = false, OnMalformedRecord = malformed });
        while (csv.Read())
        {
            var cells = new string[csv.FieldCount];
            for (var i = 0; i < cells.Length; i++)
                cells[i] = csv.GetString(i);
            yield return cells;
        }
    }

    private static Result<IReadOnlyList<AllocationRow>> Rows(IEnumerable<string[]> lines, ImportSettings settings)
    {
        using var line = lines.Where(cells => Array.Exists(cells, c => !string.IsNullOrWhiteSpace(c))).GetEnumerator();
        if (!line.MoveNext())
            return Failure.Of("import.empty-file");
        var headings = line.Current.Select(h => h.Trim().ToLowerInvariant()).Reverse().SkipWhile(h => h.Length == 0).Reverse().ToList();
        if (Refuse(headings) is { } refused)
            return refused;
        var places = headings.Index().ToDictionary(h => h.Item, h => h.Index, StringComparer.Ordinal);
        var rows = new List<AllocationRow>();
        while (line.MoveNext())
        {
            if (rows.Count == settings.MaxRows)
                return Failure.Of("import.too-many-rows", ("rows", settings.MaxRows));
            // A spreadsheet ends a line with empty cells as it likes; filled cells beyond the header are another matter.
            var cells = line.Current;
            var isWhole = cells.Length >= headings.Count && cells.Skip(headings.Count).All(string.IsNullOrWhiteSpace);
            rows.Add(new AllocationRow(rows.Count + 1, places, cells, isWhole));
        }

        return rows.Count == 0 ? Failure.Of("import.empty-file") : rows;
    }

    private static Failure? Refuse(List<string> headings)
    {
        var missing = AllocationColumns.All.Except(headings).ToList();
        // With hardly a column known it is another file altogether: a list of 22 missing columns would help nobody.
        if (missing.Count > AllocationColumns.All.Count / 2)
            return Failure.Of("import.not-allocations");
        if (missing.Count > 0)
            return Failure.Of("import.missing-columns", ("columns", string.Join(", ", missing)));
        var unknown = headings.Except(AllocationColumns.All).ToList();
        if (unknown.Count > 0)
            return Failure.Of("import.unknown-columns", ("columns", string.Join(", ", unknown.Select(u => u.Length == 0 ? "–" : u))));
        var twice = headings.GroupBy(h => h, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1)?.Key;
        return twice is null ? null : Failure.Of("import.column-twice", ("column", twice));
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
