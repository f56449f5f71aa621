using System.Globalization;
using CsCheck;
using Vejviser.Core.Foundation.Law;
using static Vejviser.Core.Tests.Foundation.Law.TheLaw;

namespace Vejviser.Core.Tests.Foundation.Law;

public sealed class PublicHolidayTests
{
    public static TheoryData<int> Years => [.. Enumerable.Range(2015, 16)];

    [Theory]
    [MemberData(nameof(Years))]
    public void PublicHolidays_EachYearOfTheTable_AreItsDaysAndNames(int year)
    {
        var expected = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "reference", "public-holidays-dk-2015-2030.csv"))
            .Skip(1)
            .Where(line => line.StartsWith(year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal))
            .Select(line => line.Split(','))
            .Select(cell => (Day(cell[0]), cell[1], cell[2]));

        Assert.Equal(expected, Book.PublicHolidays(year).Select(h => (h.Date, h.Name.Da, h.Name.En)));
    }

    [Fact]
    public void GreatPrayerDay_From2024_IsNoHoliday()
    {
        Assert.True(Book.IsPublicHoliday(Day("2023-05-05")));
        Assert.False(Book.IsPublicHoliday(Day("2024-04-26")));
    }

    [Theory]
    [InlineData("2026-12-24")]
    [InlineData("2026-12-31")]
    [InlineData("2026-05-01")]
    [InlineData("2026-06-05")]
    public void IsPublicHoliday_DaysOfficesOftenClose_AreNone(string day) => Assert.False(Book.IsPublicHoliday(Day(day)));

    [Fact]
    public void IsPublicHoliday_AnyDayInsideAndOutsideTheTable_IsADayOfItsYearsList() =>
        Gen.Int[Day("1850-01-01").DayNumber, Day("2250-12-31").DayNumber].Select(DateOnly.FromDayNumber).Sample(day =>
            Assert.Equal(Book.PublicHolidays(day.Year).Any(h => h.Date == day), Book.IsPublicHoliday(day)));

    [Theory]
    [InlineData(1818, "1818-03-22")] // the earliest Easter there is
    [InlineData(1943, "1943-04-25")] // the latest
    [InlineData(2038, "2038-04-25")]
    [InlineData(2285, "2285-03-22")]
    public void EasterSunday_AtItsLimits_Holds(int year, string expected) => Assert.Equal(Day(expected), HolidayRules.EasterSunday(year));
}
