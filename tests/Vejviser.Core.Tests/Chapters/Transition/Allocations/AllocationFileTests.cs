using System.Text;
using MiniExcelLibs;
using Vejviser.Core.Chapters.Transition.Allocations;

namespace Vejviser.Core.Tests.Chapters.Transition.Allocations;

public sealed class AllocationFileTests
{
    private static readonly string Header = string.Join(';', AllocationColumns.All);

    [Theory]
    [InlineData("allocations-2016.csv", 142)]
    [InlineData("allocations-2026.csv", 141)]
    public void Check_GoodFile_HasSixtyHouseholdsAndNoError(string name, int rows)
    {
        var file = Allocation.CheckFile(Allocation.RealFile(name));
        Assert.Equal((rows, 60), (file.Rows, file.Households.Count));
        Assert.Empty(file.Problems);
        Assert.Equal(rows, file.Households.Sum(h => h.People.Count));
    }

    [Fact]
    public void Read_OtherOrderMarkAndLineEnds_ReadsTheSame()
    {
        var plain = Encoding.UTF8.GetString(Allocation.RealFile("allocations-2026.csv"));
        var turned = string.Join('\n', plain.Split("\r\n").Where(l => l.Length > 0).Select(l => string.Join(';', l.Split(';').Reverse())));
        byte[] content = [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(turned)];
        Assert.Equal(Households(Allocation.RealFile("allocations-2026.csv")), Households(content));
    }

    [Fact]
    public async Task Read_Xlsx_ReadsTheSameAsCsv()
    {
        var rows = AllocationFile.Read(Allocation.RealFile("allocations-2026.csv"), Allocation.Settings).Value;
        await using var file = new MemoryStream();
        await file.SaveAsAsync(rows.Select(AsExcelHasIt), cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(Households(Allocation.RealFile("allocations-2026.csv")), Households(file.ToArray()));
    }

    [Theory]
    [InlineData("", "import.empty-file")]
    [InlineData("\r\n \r\n", "import.empty-file")]
    [InlineData("HEADER", "import.empty-file")]
    [InlineData("HEADER\r\n;;;\r\n", "import.empty-file")]
    [InlineData("navn;adresse\r\nOmar;Havneby\r\n", "import.not-allocations")]
    [InlineData("HEADER;shoe_size\r\n1\r\n", "import.unknown-columns")]
    [InlineData("HEADER;note\r\n1\r\n", "import.column-twice")]
    [InlineData("HEADER\r\n1;\"never closed\r\n2\r\n", "import.open-quote")]
    public void Read_FileNobodyCanUse_SaysWhy(string text, string code) =>
        Assert.Equal(code, AllocationFile.Read(Encoding.UTF8.GetBytes(text.Replace("HEADER", Header, StringComparison.Ordinal)), Allocation.Settings).Failure?.Code);

    [Fact]
    public void Read_MissingColumn_NamesIt()
    {
        var failure = AllocationFile.Read(Encoding.UTF8.GetBytes(Header.Replace("centre;", "", StringComparison.Ordinal) + "\r\n1"), Allocation.Settings).Failure!;
        Assert.Equal(("import.missing-columns", "centre"), (failure.Code, failure.Values["columns"]));
    }

    [Fact]
    public void Read_OtherEncodings_SaysWhy()
    {
        var text = Header + "\r\nÅse";
        Assert.Equal("import.wrong-encoding", AllocationFile.Read(Encoding.Latin1.GetBytes(text), Allocation.Settings).Failure?.Code);
        Assert.Equal("import.wrong-encoding", AllocationFile.Read([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)], Allocation.Settings).Failure?.Code);
    }

    [Fact]
    public void Read_NotASpreadsheet_SaysWhy()
    {
        Assert.Equal("import.not-a-spreadsheet", AllocationFile.Read([0x50, 0x4B, 0x03, 0x04, 1, 2, 3], Allocation.Settings).Failure?.Code);
        Assert.Equal("import.not-a-spreadsheet", AllocationFile.Read([0xD0, 0xCF, 0x11, 0xE0, 1], Allocation.Settings).Failure?.Code);
        Assert.Equal("import.not-a-spreadsheet", AllocationFile.Read([0x25, 0x50, 0x44, 0x46, 0], Allocation.Settings).Failure?.Code);
    }

    [Fact]
    public void Read_TooLarge_SaysWhy()
    {
        var content = Allocation.Csv(new AllocationLine(1), new AllocationLine(2));
        Assert.Equal("import.too-large", AllocationFile.Read(content, new ImportSettings { MaxBytes = content.Length - 1 }).Failure?.Code);
        Assert.Equal("import.too-many-rows", AllocationFile.Read(content, new ImportSettings { MaxRows = 1 }).Failure?.Code);
    }

    private static IEnumerable<AllocatedPerson> Households(byte[] content) => Allocation.CheckFile(content).Households.SelectMany(h => h.People);

    /// <summary>Dates are dates and numbers are numbers, as Excel makes them while nobody looks.</summary>
    private static Dictionary<string, object?> AsExcelHasIt(AllocationRow row) => AllocationColumns.All.ToDictionary(c => c, c => row[c] switch
    {
        "" => null,
        var text when DateTime.TryParseExact(text, "yyyy-MM-dd", null, System.Globalization.DateTimeStyles.None, out var date) => date,
        var text when c == AllocationColumns.Cpr => (object)long.Parse(text.Replace("-", "", StringComparison.Ordinal), System.Globalization.CultureInfo.InvariantCulture),
        var text => text,
    });
}
