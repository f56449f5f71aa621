namespace Vejviser.Core.Tests.Chapters.Transition.Allocations;

public sealed class CheckAllocationsTests
{
    [Theory]
    [InlineData("case_ref", "", "missing")]
    [InlineData("household_ref", "", "missing")]
    [InlineData("role", "", "missing")]
    [InlineData("role", "uncle", "unknown-word")]
    [InlineData("birth_date", "soon", "not-a-date")]
    [InlineData("birth_date", "2031", "born-in-future")]
    [InlineData("birth_date", "1850-01-01", "born-too-long-ago")]
    [InlineData("nationality", "XYZ", "unknown-country")]
    [InlineData("interpreter", "maybe", "unknown-word")]
    [InlineData("permit_date", "", "missing")]
    [InlineData("centre", "LONG", "text-too-long")]
    [InlineData("cpr", "310290-1234", "not-a-cpr-number")]
    public void Check_BadCell_IsAnError(string column, string text, string code)
    {
        var file = Allocation.Check(new AllocationLine(1, (column, text.Replace("LONG", new string('x', 201), StringComparison.Ordinal))));
        Assert.Equal($"1 {column} {code} E", Allocation.Found(file));
        Assert.Empty(file.Households);
    }

    [Theory]
    [InlineData("birth_date", "03-02-1990")]
    [InlineData("role", "HEAD")]
    [InlineData("interpreter", "ja")]
    [InlineData("nationality", "XXA")]
    [InlineData("nationality", "syr")]
    [InlineData("language", "ara")]
    [InlineData("residence_basis", "family-9")]
    [InlineData("family_name", "")]
    [InlineData("note", "=1+1")]
    public void Check_UsualVariant_IsFine(string column, string text) => Assert.Equal("", Allocation.Found(Allocation.Check(new AllocationLine(1, (column, text)))));

    [Fact]
    public void Check_OneBadRowInAHousehold_RefusesItWhole()
    {
        var file = Allocation.Check(
            new AllocationLine(1), new AllocationLine(2, ("household_ref", "H2026-000001"), ("role", "spouse"), ("language", "xx")),
            new AllocationLine(3, ("household_ref", "H2026-000001"), ("role", "child")), new AllocationLine(4));
        Assert.Equal("1 household_ref household-refused E · 2 language unknown-language E · 3 household_ref household-refused E", Allocation.Found(file));
        Assert.Equal("2", file.Problems[0].Values["other"]);
        Assert.Equal("H2026-000004", Assert.Single(file.Households).Reference);
    }

    [Fact]
    public void Check_TwoHeads_RefusesTheSecond()
    {
        var file = Allocation.Check(new AllocationLine(1), new AllocationLine(2, ("household_ref", "H2026-000001")));
        Assert.Equal("1 household_ref household-refused E · 2 role two-heads E", Allocation.Found(file));
    }

    [Fact]
    public void Check_BrothersWhoCameAlone_AreFine()
    {
        (string, string)[] alone = [("household_ref", "H1"), ("role", "minor"), ("unaccompanied", "yes"), ("birth_date", "2011-01-01")];
        Assert.Equal("", Allocation.Found(Allocation.Check(new AllocationLine(1, alone), new AllocationLine(2, alone))));
    }

    [Fact]
    public void Check_SpouseAndChildWithoutHead_AreRefused()
    {
        var file = Allocation.Check(new AllocationLine(1, ("household_ref", "H1"), ("role", "spouse")), new AllocationLine(2, ("household_ref", "H1"), ("role", "child")));
        Assert.Equal("1 role no-head E · 2 household_ref household-refused E", Allocation.Found(file));
    }

    [Fact]
    public void Check_HouseholdOfTwoDatesAndTwoLaws_IsTakenWithWarnings()
    {
        var file = Allocation.Check(
            new AllocationLine(1), new AllocationLine(2, ("household_ref", "H2026-000001"), ("role", "spouse"), ("allocation_date", "2026-10-05"), ("residence_basis", "quota-8")));
        Assert.Equal("2 allocation_date household-dates-differ W · 2 residence_basis household-basis-differs W", Allocation.Found(file));
        Assert.Single(file.Households);
    }

    [Fact]
    public void Check_OneCprNumberForTwo_IsAWarning()
    {
        var file = Allocation.Check(new AllocationLine(1, ("cpr", "630290-1111")), new AllocationLine(2, ("cpr", "6302901111")));
        Assert.Equal("2 cpr cpr-twice W", Allocation.Found(file));
    }

    [Fact]
    public void Check_TooFewAndTooManyCells_AreRefused()
    {
        var text = System.Text.Encoding.UTF8.GetString(Allocation.Csv(new AllocationLine(1), new AllocationLine(2)));
        var lines = text.Split("\r\n");
        var content = string.Join('\n', lines[0], lines[1][..lines[1].LastIndexOf(';')], lines[2] + ";more");
        Assert.Equal("1  wrong-number-of-cells E · 2  wrong-number-of-cells E", Allocation.Found(Allocation.CheckFile(System.Text.Encoding.UTF8.GetBytes(content))));
    }
}
