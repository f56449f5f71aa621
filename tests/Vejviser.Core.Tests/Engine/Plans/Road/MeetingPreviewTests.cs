using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Plans.Road;
using Vejviser.Core.Foundation.Law;

namespace Vejviser.Core.Tests.Engine.Plans.Road;

public sealed class MeetingPreviewTests
{
    private static readonly PracticeCatalogue Catalogue = PracticeCatalogue.Load(Path.Combine(AppContext.BaseDirectory, "catalogue"));
    private static readonly WorkdayCalendar Calendar = LawBook.Load(Path.Combine(AppContext.BaseDirectory, "law")).CalendarWith(new HashSet<DateOnly>());

    /// <summary>January 2027 begins on a Friday, May 2027 on a Saturday: the first Thursday then comes after the first Saturday.</summary>
    [Theory]
    [InlineData("2027-01", "2026-12-03", "2027-01-02", "2027-01-05")]
    [InlineData("2027-05", "2027-04-01", "2027-05-01", "2027-05-04")]
    [InlineData("2027-02", "2027-01-07", "2027-02-06", "2027-02-09")]
    public void Compute_MonthsThatBeginOnAnyDay_KeepTheRoundTogether(string cycle, string information, string tour, string cafe)
    {
        var month = DateOnly.Parse(cycle + "-01", System.Globalization.CultureInfo.InvariantCulture);
        var round = MeetingPreview.Compute(Catalogue.Find("refugees-as-volunteers")!, new DateOnly(2026, 11, 1), new DateOnly(2027, 12, 31), Calendar)
            .Where(m => m.Cycle == month).ToDictionary(m => m.Meeting.Id, m => m.Date, StringComparer.Ordinal);

        Assert.Equal((information, tour, cafe), (Iso(round["information-meeting"]), Iso(round["tour"]), Iso(round["tuesday-cafe"])));
        Assert.Equal(round["tour"].AddDays(-1), round["reminder-call"]);
    }

    [Fact]
    public void Compute_AYear_HasOneRoundAMonthAndEverySecondWednesday()
    {
        var year = MeetingPreview.Compute(Catalogue.Find("refugees-as-volunteers")!, new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31), Calendar);

        Assert.Equal(Enumerable.Range(1, 12), year.Where(m => m.Meeting.Id == "tour").Select(m => m.Date.Month));
        Assert.All(year.Where(m => m.Meeting.Id == "information-meeting"), m => Assert.Equal(m.Date.AddMonths(1).Month, m.Cycle!.Value.Month));
        var evenings = year.Where(m => m.Meeting.Id == "wednesday-evening").Select(m => m.Date).ToList();
        Assert.All(evenings.Zip(evenings.Skip(1)), p => Assert.Equal(0, (p.Second.DayNumber - p.First.DayNumber) % 14));
        Assert.DoesNotContain(year, m => m.Meeting.Id == "diploma-evening");
    }

    private static string Iso(DateOnly day) => day.ToString("O", System.Globalization.CultureInfo.InvariantCulture);
}
