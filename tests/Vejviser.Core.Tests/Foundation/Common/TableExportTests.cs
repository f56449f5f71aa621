using System.IO.Compression;
using System.Text;
using MiniExcelLibs;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Tests.Foundation.Common;

public sealed class TableExportTests
{
    private const string Formula = "=HYPERLINK(\"http://example.test\")";

    private static readonly ExportColumn<(string Name, DateOnly? Due, int Count)>[] Columns =
        [new("Navn", r => r.Name), new("Frist", r => r.Due), new("Antal", r => r.Count)];

    [Fact]
    public async Task WriteCsv_NamesAndDates_ReadsAsDanishExcelWritesIt()
    {
        var file = await WriteAsync(ExportFormat.Csv, ("Åse; Ørum", new DateOnly(2026, 3, 2), -4), ("محمد", null, 7));

        Assert.Equal([0xEF, 0xBB, 0xBF], file[..3]);
        Assert.Equal("Navn;Frist;Antal\r\n\"Åse; Ørum\";2026-03-02;-4\r\nمحمد;;7\r\n", Encoding.UTF8.GetString(file[3..]));
    }

    [Theory]
    [InlineData(Formula)]
    [InlineData("+4512345678")]
    [InlineData("-1+1")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1")]
    [InlineData("\r=1")]
    [InlineData("  =1")]
    [InlineData("＝1")]
    public async Task WriteCsv_TextThatLooksLikeAFormula_StaysText(string text)
    {
        var lines = Encoding.UTF8.GetString(await WriteAsync(ExportFormat.Csv, (text, null, 1)));
        Assert.Contains("'" + text.Replace("\"", "\"\"", StringComparison.Ordinal), lines, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WriteXlsx_TextThatLooksLikeAFormula_IsNoFormulaCell()
    {
        var file = await WriteAsync(ExportFormat.Xlsx, (Formula, new DateOnly(2026, 3, 2), 12));

        using var archive = new ZipArchive(new MemoryStream(file));
        using var sheet = new StreamReader(archive.Entries.Single(e => e.FullName.EndsWith("sheet1.xml", StringComparison.Ordinal)).Open());
        Assert.DoesNotContain("<x:f>", await sheet.ReadToEndAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        var row = (IDictionary<string, object>)new MemoryStream(file).Query(useHeaderRow: true).Single();
        Assert.Equal(Formula, row["Navn"]);
        Assert.Equal(new DateTime(2026, 3, 2), row["Frist"]);
        Assert.Equal(12d, row["Antal"]);
    }

    [Fact]
    public async Task WriteXlsx_NoRows_HasItsHeadings()
    {
        var file = await WriteAsync(ExportFormat.Xlsx);
        Assert.Equal(["Navn", "Frist", "Antal"], ((IDictionary<string, object>)new MemoryStream(file).Query().Single()).Values);
    }

    private static Task<byte[]> WriteAsync(ExportFormat format, params (string Name, DateOnly? Due, int Count)[] rows) =>
        TableExport.WriteAsync(format, "Opgaver", Columns, rows, TestContext.Current.CancellationToken);
}
