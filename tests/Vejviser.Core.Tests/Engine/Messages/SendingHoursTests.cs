using System.Globalization;
using Vejviser.Core.Engine.Messages;
using Vejviser.Core.Foundation.Law;

namespace Vejviser.Core.Tests.Engine.Messages;

public sealed class SendingHoursTests
{
    private static readonly SendingHours Hours = new(
        new TimeOnly(8, 0), new TimeOnly(20, 0), LawBook.Load(Path.Combine(AppContext.BaseDirectory, "law")).CalendarWith(new HashSet<DateOnly> { new(2026, 6, 5) }));

    [Theory]
    [InlineData("2026-03-02T08:00Z", "2026-03-02T08:00Z")]
    [InlineData("2026-03-02T05:00Z", "2026-03-02T07:00Z")]
    [InlineData("2026-03-02T19:00Z", "2026-03-03T07:00Z")]
    [InlineData("2026-04-01T18:30Z", "2026-04-07T06:00Z")] // Easter: Thursday to Monday
    [InlineData("2026-06-04T19:00Z", "2026-06-08T06:00Z")] // A closing day and a weekend
    [InlineData("2026-03-28T12:00Z", "2026-03-30T06:00Z")] // Over the night that summer time begins
    [InlineData("2026-10-24T12:00Z", "2026-10-26T07:00Z")] // And ends
    public void NextOrSame_QuietTime_IsTheNextMorningOfAWorkday(string from, string expected) => Assert.Equal(At(expected), Hours.NextOrSame(At(from)));

    private static DateTime At(string text) => DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal);
}
