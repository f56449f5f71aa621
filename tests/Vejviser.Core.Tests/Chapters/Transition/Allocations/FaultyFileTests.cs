using Vejviser.Core.Chapters.Transition.Allocations;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Tests.Chapters.Transition.Allocations;

/// <summary><c>reference/allocations-faulty.csv</c>, row by row.</summary>
public sealed class FaultyFileTests
{
    private static readonly CheckedAllocations File = Allocation.CheckFile(Allocation.RealFile("allocations-faulty.csv"));
    private static readonly Texts Texts = Texts.Load(Path.Combine(AppContext.BaseDirectory, "texts"));

    [Theory]
    [InlineData(4, "birth_date", "no-such-date")]
    [InlineData(5, "birth_date", "born-in-future")]
    [InlineData(6, "allocation_date", "no-such-date")]
    [InlineData(7, "allocation_date", "allocated-before-permit")]
    [InlineData(8, "language", "unknown-language")]
    [InlineData(9, "residence_basis", "unknown-residence-basis")]
    [InlineData(11, "cpr", "not-a-cpr-number")]
    [InlineData(12, "family_name", "no-name")]
    [InlineData(13, "case_ref", "case-ref-twice")]
    [InlineData(16, "role", "child-alone")]
    [InlineData(17, "note", "note-too-long")]
    public void Check_BadRow_IsRefusedForOneReason(int row, string column, string code)
    {
        var error = Assert.Single(File.Problems, p => p.Row == row && p.IsError);
        Assert.Equal((column, code), (error.Column, error.Code));
        Assert.DoesNotContain(row, TakenRows());
    }

    [Theory]
    [InlineData(2, "birth_date", "birth-date-unknown")]
    [InlineData(3, "birth_date", "birth-year-only")]
    [InlineData(10, "cpr", "cpr-birth-date-differs")]
    public void Check_DoubtfulRow_IsTakenWithAWarning(int row, string column, string code)
    {
        var warning = Assert.Single(File.Problems, p => p.Row == row);
        Assert.Equal((column, code, false), (warning.Column, warning.Code, warning.IsError));
        Assert.Contains(row, TakenRows());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(14)]
    [InlineData(15)]
    public void Check_FineRow_IsTakenInSilence(int row)
    {
        Assert.DoesNotContain(File.Problems, p => p.Row == row);
        Assert.Contains(row, TakenRows());
    }

    [Fact]
    public void Check_WholeFile_FindsNothingElse()
    {
        Assert.Equal(17, File.Rows);
        Assert.Equal([1, 2, 3, 10, 14, 15], TakenRows());
        Assert.Equal(14, File.Problems.Count);
    }

    [Fact]
    public void Check_Formula_StaysAsItIsWritten() =>
        Assert.Equal("=HYPERLINK(\"http://example.test\")", File.Households.SelectMany(h => h.People).Single(p => p.Row == 14).GivenName);

    [Fact]
    public void Say_EveryProblem_HasWordsWithoutHolesInBothLanguages()
    {
        foreach (var problem in File.Problems)
            foreach (var language in Texts.Languages)
                foreach (var sentence in new[] { problem.What(Texts, language), problem.Do(Texts, language) })
                    Assert.False(sentence.StartsWith("import.problem", StringComparison.Ordinal) || sentence.Contains('{', StringComparison.Ordinal), $"{language} {problem.Code}: {sentence}");
    }

    [Fact]
    public void Say_NotACprNumber_NeverRepeatsWhatWasWritten() =>
        Assert.DoesNotContain("123", Assert.Single(File.Problems, p => p.Row == 11).What(Texts, "da"), StringComparison.Ordinal);

    private static int[] TakenRows() => [.. File.Households.SelectMany(h => h.People).Select(p => p.Row).Order()];
}
