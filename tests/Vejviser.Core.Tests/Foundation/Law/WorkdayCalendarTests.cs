using CsCheck;
using static Vejviser.Core.Tests.Foundation.Law.TheLaw;

namespace Vejviser.Core.Tests.Foundation.Law;

public sealed class WorkdayCalendarTests
{
    private static readonly HashSet<DateOnly> Closed = [Day("2026-06-05"), Day("2026-12-24"), Day("2026-12-31")];

    [Theory]
    [InlineData("2026-03-31", 3, "2026-04-08")] // over Easter: 1 April, then 7 and 8 April
    [InlineData("2026-04-08", -3, "2026-03-31")]
    [InlineData("2026-03-31", 0, "2026-03-31")]
    [InlineData("2026-04-04", 0, "2026-04-04")] // zero is the date itself, even on a Saturday
    [InlineData("2026-04-04", 1, "2026-04-07")]
    [InlineData("2026-12-23", 1, "2026-12-28")]
    public void AddWorkdays_OverHolidaysAndClosingDays_CountsWorkdaysOnly(string from, int workdays, string expected) =>
        Assert.Equal(Day(expected), Book.CalendarWith(Closed).AddWorkdays(Day(from), workdays));

    [Fact]
    public void AddWorkdays_OwnClosingDay_CountsOnlyWhereTheMunicipalityIsOpen()
    {
        Assert.Equal(Day("2026-06-08"), Book.CalendarWith(Closed).AddWorkdays(Day("2026-06-04"), 1));
        Assert.Equal(Day("2026-06-05"), Book.CalendarWith(new HashSet<DateOnly>()).AddWorkdays(Day("2026-06-04"), 1));
    }

    [Fact]
    public void Rolls_OverEaster_GoToTheNearestWorkday()
    {
        var calendar = Book.CalendarWith(Closed);

        Assert.Equal(Day("2026-04-07"), calendar.NextOrSame(Day("2026-04-03")));
        Assert.Equal(Day("2026-04-01"), calendar.PreviousOrSame(Day("2026-04-03")));
        Assert.Equal(Day("2026-04-01"), calendar.NextOrSame(Day("2026-04-01")));
    }

    [Fact]
    public void AddWorkdays_ThereAndBack_ReturnsToAnyWorkday() =>
        Gen.Select(Gen.Int[Day("2015-01-01").DayNumber, Day("2040-12-31").DayNumber].Select(DateOnly.FromDayNumber), Gen.Int[-400, 400])
            .Sample((day, count) =>
            {
                var calendar = Book.CalendarWith(Closed);
                var start = calendar.NextOrSame(day);

                var there = calendar.AddWorkdays(start, count);

                Assert.True(calendar.IsWorkday(there));
                Assert.Equal(Math.Sign(count), there.CompareTo(start));
                Assert.Equal(start, calendar.AddWorkdays(there, -count));
            });
}
