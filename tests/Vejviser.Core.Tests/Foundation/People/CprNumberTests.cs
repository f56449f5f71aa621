using System.Text.Json;
using CsCheck;
using Vejviser.Core.Foundation.People;
using static Vejviser.Core.Tests.Foundation.Law.TheLaw;

namespace Vejviser.Core.Tests.Foundation.People;

/// <summary>Every number here is a replacement number or says a birthday in 2057: none can be a living person's.</summary>
public sealed class CprNumberTests
{
    private static readonly Gen<DateOnly> BirthDates = Gen.Int[Day("1858-01-01").DayNumber, Day("2057-12-31").DayNumber].Select(DateOnly.FromDayNumber);

    [Theory]
    [InlineData("6101900000", "1990-01-01")]
    [InlineData("610190-0000", "1990-01-01")]
    [InlineData("610190 0000", "1990-01-01")]
    [InlineData("  610190 - 0000 ", "1990-01-01")]
    [InlineData("911299-3999", "1999-12-31")]
    [InlineData("610136-4000", "2036-01-01")]
    [InlineData("610137-4000", "1937-01-01")]
    [InlineData("610136-9000", "2036-01-01")]
    [InlineData("610137-9000", "1937-01-01")]
    [InlineData("610157-5000", "2057-01-01")]
    [InlineData("610158-5000", "1858-01-01")]
    [InlineData("610157-8999", "2057-01-01")]
    [InlineData("610158-8999", "1858-01-01")]
    [InlineData("890200-4000", "2000-02-29")]
    public void Parse_Replacement_ReadsTheBirthDateByTheCenturyRule(string text, string birthDate)
    {
        var number = CprNumber.Parse(text).Value;

        Assert.Equal(Day(birthDate), number.BirthDate);
        Assert.True(number.IsReplacement);
    }

    [Theory]
    [InlineData("070757-5018", true)]
    [InlineData("070757-5019", false)]
    [InlineData("010157-5000", false)] // 1 January: real numbers without modulus 11 exist
    public void Parse_WhateverModulus11Says_AcceptsTheNumber(string text, bool fits)
    {
        var number = CprNumber.Parse(text).Value;

        Assert.Equal(fits, number.FitsModulus11);
        Assert.False(number.IsReplacement);
    }

    [Theory]
    [InlineData("", "cpr.not-ten-digits")]
    [InlineData(null, "cpr.not-ten-digits")]
    [InlineData("610190000", "cpr.not-ten-digits")]
    [InlineData("61019000000", "cpr.not-ten-digits")]
    [InlineData("610190--000", "cpr.not-ten-digits")]
    [InlineData("61-0190-0000", "cpr.not-ten-digits")]
    [InlineData("610190-00 00", "cpr.not-ten-digits")]
    [InlineData("٦١٠١٩٠٠٠٠٠", "cpr.not-ten-digits")]
    [InlineData("010190-AB12", "cpr.letters")]
    [InlineData("300290-0000", "cpr.no-such-date")]
    [InlineData("290201-0000", "cpr.no-such-date")] // 1901 is no leap year
    [InlineData("000190-0000", "cpr.no-such-date")]
    [InlineData("600190-0000", "cpr.no-such-date")]
    [InlineData("920190-0000", "cpr.no-such-date")]
    [InlineData("611390-0000", "cpr.no-such-date")]
    [InlineData("410190-0000", "cpr.no-such-date")]
    public void Parse_NoNumber_SaysWhyAndKeepsWhatWasTypedToItself(string? text, string code)
    {
        var failure = CprNumber.Parse(text).Failure;

        Assert.Equal(code, failure?.Code);
        Assert.Empty(failure!.Values);
    }

    [Fact]
    public void EveryWayToPrintIt_ShowsTheDateAndNoMore()
    {
        var number = CprNumber.Parse("6101901235").Value;

        Assert.Equal("610190-••••", number.Masked);
        Assert.Equal("610190-••••", $"{number}");
        Assert.Equal("610190-••••", string.Format(null, "{0}", number));
        Assert.DoesNotContain("1235", JsonSerializer.Serialize(number), StringComparison.Ordinal);
        Assert.Equal("6101901235", number.Reveal());
    }

    [Fact]
    public void Default_IsEmptyAndPrintsNothing()
    {
        var none = default(CprNumber);

        Assert.Equal(("", "", Sex.Unknown, false), (none.Reveal(), none.ToString(), none.Sex, none.FitsModulus11));
        Assert.Equal(default, none);
    }

    [Fact]
    public void Replacement_OfAnyBirthDateSexAndSerial_ReadsBackAsItWasMade() =>
        Gen.Select(BirthDates, Gen.Bool, Gen.Int[0, ReplacementCprNumber.Serials - 1]).Sample((born, isMale, serial) =>
        {
            var sex = isMale ? Sex.Male : Sex.Female;

            var made = ReplacementCprNumber.Of(born, sex, serial);
            var digits = made.Reveal();

            Assert.Equal((born, sex, true), (made.BirthDate, made.Sex, made.IsReplacement));
            Assert.Equal(made, CprNumber.Parse($"{digits[..6]}-{digits[6..]}").Value);
            Assert.NotEqual(made, ReplacementCprNumber.Of(born, sex, (serial + 1) % ReplacementCprNumber.Serials));
        });

    [Fact]
    public void Parse_AnyTenDigits_EitherFailsOrRoundTrips() => Gen.Char['0', '9'].Array[10].Select(c => new string(c)).Sample(digits =>
    {
        var parsed = CprNumber.Parse(digits);

        Assert.True(!parsed.IsSuccess || parsed.Value.Reveal() == digits);
    });

    [Theory]
    [InlineData("1857-12-31", 0)]
    [InlineData("2058-01-01", 0)]
    [InlineData("1990-01-01", ReplacementCprNumber.Serials)]
    [InlineData("1990-01-01", -1)]
    public void Replacement_OutOfRange_IsRefused(string born, int serial) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ReplacementCprNumber.Of(Day(born), Sex.Female, serial));
}
