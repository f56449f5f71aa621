using CsCheck;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Plans.Road;
using Vejviser.Core.Foundation.Law;
using static Vejviser.Core.Tests.Engine.SmallPractice;

namespace Vejviser.Core.Tests.Engine.Plans.Road;

public sealed class MeetingDatesTests
{
    private static readonly string[] Weekdays = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
    private static readonly WorkdayCalendar NoHolidays = new(_ => false, new HashSet<DateOnly>());

    [Fact]
    public void Single_DueFromStart_StandsOnItsDay() => Assert.Equal(
        [Day("2026-02-09")], Dates([Due("opening", "start", 7)], "2026-02-02", "2026-12-31"));

    [Fact]
    public void Single_AnchorWithoutDate_IsNone() => Assert.Empty(Dates([Due("opening", "arrival", 7)], "2026-02-02", "2026-12-31"));

    [Fact]
    public void Single_OutsideTheDaysAskedFor_IsNone() => Assert.Empty(Dates([Due("opening", "start", 7)], "2026-02-02", "2026-02-08"));

    [Fact]
    public void Chain_DatedFromAnotherMeeting_FollowsIt() => Assert.Equal(
        [Day("2026-02-09"), Day("2026-02-23")], Dates([Due("second", "first", 14), Due("first", "start", 7)], "2026-02-02", "2026-12-31"));

    [Fact]
    public void Chain_DatedFromEachOtherInARound_HasNoDate() => Assert.Empty(
        Dates([Due("first", "second", 1), Due("second", "first", 1)], "2026-02-02", "2026-12-31"));

    [Fact]
    public void Chain_DatedFromASeries_FollowsEachOfIt() => Assert.Equal(
        [Day("2026-02-05"), Day("2026-02-06"), Day("2026-02-12"), Day("2026-02-13")],
        Dates([Due("after", "weekly", 1), Series("weekly", "FREQ=WEEKLY;BYDAY=TH")], "2026-02-02", "2026-02-15"));

    [Theory]
    [InlineData("2026-02-03", false)]
    [InlineData("2026-02-04", true)] // the call; its meeting is the day after
    [InlineData("2026-02-05", true)]
    public void MayMeet_DatedFromALaterMeeting_IsFoundOnADayByItself(string day, bool isAny) => Assert.Equal(isAny, PlanCalendar.MayMeet(
        With([Due("call", "weekly", -1), Series("weekly", "FREQ=WEEKLY;BYDAY=TH")]), new Dictionary<string, DateOnly> { ["start"] = Day("2026-02-02") }, Day("2026-02-02"), Day(day), Day(day), Day("2026-02-02"), NoHolidays));

    /// <summary>Chains of up to four meetings, each dated from an anchor or from one before it: where one falls on the days asked for, an anchor it hangs from stands within the days that tell.</summary>
    [Fact]
    public void AnchorsFor_AnyChainOfMeetings_TellsOfEveryPlanThatMayMeet() => Gen.Select(Gen.Int[-40, 40].Array[4], Gen.Int[0, 3].Array[4], Gen.Int[0, 100].Array[2], Gen.Int[0, 100]).Sample((days, from, anchors, day) =>
    {
        string[] named = ["start", "arrival"];
        var meetings = Enumerable.Range(0, 4).Select(i => Due($"m{i}", from[i] < 2 || i == 0 ? named[from[i] % 2] : $"m{i - 1}", days[i])).ToArray();
        var dates = named.Zip(anchors, (name, n) => (name, Date: Day("2026-02-02").AddDays(n))).ToDictionary(a => a.name, a => a.Date);
        var (first, last) = (Day("2026-02-02").AddDays(day), Day("2026-02-02").AddDays(day + 2));
        var telling = PlanCalendar.AnchorsFor(With(meetings), first, last, NoHolidays)!;
        var told = telling.Any(t => dates.TryGetValue(t.Anchor, out var date) && date >= t.First && date <= t.Last);
        Assert.Equal(PlanCalendar.MayMeet(With(meetings), dates, dates["start"], first, last, first, NoHolidays), told);
    });

    [Fact]
    public void AnchorsFor_AMeetingThatReturns_SaysThatAnyPlanMayMeet()
    {
        Assert.Null(PlanCalendar.AnchorsFor(With([Due("opening", "start", 7), Series("weekly", "FREQ=WEEKLY;BYDAY=TH")]), Day("2026-02-02"), Day("2026-02-03"), NoHolidays));
        Assert.Null(PlanCalendar.AnchorsFor(With([Due("call", "weekly", -1), Series("weekly", "FREQ=WEEKLY;BYDAY=TH")]), Day("2026-02-02"), Day("2026-02-03"), NoHolidays));
    }

    [Fact]
    public void Series_StartThatDoesNotFitTheRule_DoesNotAppear() => Assert.Equal(
        [Day("2026-02-05"), Day("2026-02-12")], Dates([Series("weekly", "FREQ=WEEKLY;BYDAY=TH")], "2026-02-02", "2026-02-15"));

    [Theory]
    [InlineData("2026-05-01", "2026-05-04")] // a month that begins on a Friday
    [InlineData("2026-08-01", "2026-08-03")] // on a Saturday
    [InlineData("2026-02-01", "2026-02-02")] // on a Sunday
    [InlineData("2026-06-01", "2026-06-01")] // on a Monday itself
    public void Series_FirstMondayOfTheMonth_IsRightHoweverTheMonthBegins(string begins, string first)
    {
        var days = Dates([Series("network", "FREQ=MONTHLY;BYDAY=1MO")], begins, "2027-12-31");
        Assert.Equal(Day(first), days[0]);
        Assert.All(days, d => Assert.True(d.DayOfWeek == DayOfWeek.Monday && d.Day <= 7));
    }

    [Fact]
    public void Series_EveryOtherMonth_CountsFromTheMonthItBegins() => Assert.Equal(
        [Day("2026-02-11"), Day("2026-04-08"), Day("2026-06-10")], Dates([Series("dialogue", "FREQ=MONTHLY;INTERVAL=2;BYDAY=2WE")], "2026-02-02", "2026-07-31"));

    [Fact]
    public void Series_MonthlyOnThe31st_IsHeldOnlyInMonthsThatHaveIt() => Assert.Equal(
        [Day("2026-01-31"), Day("2026-03-31"), Day("2026-05-31")], Dates([Series("talk", "FREQ=MONTHLY")], "2026-01-31", "2026-06-30"));

    [Fact]
    public void Series_OnAHoliday_IsNotHeld() => Assert.Equal(
        [Day("2026-03-26"), Day("2026-04-09")], Dates([Series("weekly", "FREQ=WEEKLY;BYDAY=TH")], "2026-03-23", "2026-04-12", Workdays));

    [Fact]
    public void Series_OnSaturdays_IsHeldThoughTheTownHallIsClosed() => Assert.Equal(
        [Day("2026-02-07")], Dates([Series("trip", "FREQ=WEEKLY;BYDAY=SA")], "2026-02-02", "2026-02-13", Workdays));

    [Fact]
    public void Series_OverTheChangeOfTheClocks_KeepsItsDay() => Assert.Equal(
        [Day("2026-03-22"), Day("2026-03-29"), Day("2026-04-05")], Dates([Series("sunday", "FREQ=WEEKLY;BYDAY=SU")], "2026-03-22", "2026-04-05"));

    [Fact]
    public void Series_Counted_Ends() => Assert.Equal(3, Dates([Series("course", "FREQ=WEEKLY;BYDAY=FR;COUNT=3")], "2026-02-02", "2026-12-31").Count);

    /// <summary>Every shape of rule the catalogue has, over ten years, held against a reading of the same rule day by day; asked for in two halves it is the same.</summary>
    [Fact]
    public void Series_AnyRuleAndStart_IsWhatCountingDayByDayGives() => Gen.Select(Gen.Int[0, 2000], Gen.Int[1, 6], Rules, Gen.Int[0, 3650]).Sample((day, interval, rule, cut) =>
    {
        var begins = Day("2026-01-01").AddDays(day);
        var (ends, half) = (begins.AddYears(10), begins.AddDays(cut));
        var wanted = Enumerable.Range(0, ends.DayNumber - begins.DayNumber + 1).Select(begins.AddDays).Where(d => rule.Falls(begins, interval, d)).ToList();
        var definition = With([Series("x", string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{rule.Frequency};INTERVAL={interval}{rule.By}"))]);
        Assert.Equal(wanted, Between(begins, ends));
        Assert.Equal(wanted, [.. Between(begins, half), .. Between(half.AddDays(1), ends)]);

        IEnumerable<DateOnly> Between(DateOnly from, DateOnly to) => MeetingDates.Compute(definition, new Dictionary<string, DateOnly>(), begins, from, to, NoHolidays).Select(m => m.Date);
    });

    [Fact]
    public void TheCatalogue_EveryMeetingWithAStart_HasADateWithinAYear()
    {
        var start = Day("2026-03-02");
        var catalogue = PracticeCatalogue.Load(Path.Combine(AppContext.BaseDirectory, "catalogue"));
        Assert.All(catalogue.Practices.SelectMany(p => p.With(PracticeChanges.None).Meetings.Where(m => m.RuleInForce is not null).Select(m => (Practice: p.With(PracticeChanges.None), Meeting: m))), p =>
            Assert.Contains(MeetingDates.Compute(p.Practice, new Dictionary<string, DateOnly>(), start, start, start.AddYears(1), NoHolidays), d => d.Meeting == p.Meeting.Id));
    }

    private static Gen<AnyRule> Rules { get; } = Gen.OneOf(
        Gen.Int[1, 127].Select(days => new AnyRule(
            "FREQ=WEEKLY", $";BYDAY={string.Join(',', Enumerable.Range(0, 7).Where(d => (days & (1 << d)) != 0).Select(d => Weekdays[d]))}",
            (begins, interval, day) => (days & (1 << FromMonday(day))) != 0 && (Monday(day).DayNumber - Monday(begins).DayNumber) / 7 % interval == 0)),
        Gen.Select(Gen.Int[0, 6], Gen.Int[0, 5], (weekday, nth) => new AnyRule(
            "FREQ=MONTHLY", $";BYDAY={(nth == 0 ? -1 : nth)}{Weekdays[weekday]}",
            (begins, interval, day) => FromMonday(day) == weekday && Months(begins, day) % interval == 0 && (nth == 0 ? day.AddDays(7).Month != day.Month : (day.Day - 1) / 7 == nth - 1))),
        Gen.Const(new AnyRule("FREQ=MONTHLY", "", (begins, interval, day) => day.Day == begins.Day && Months(begins, day) % interval == 0)));

    private static int FromMonday(DateOnly day) => ((int)day.DayOfWeek + 6) % 7;

    private static DateOnly Monday(DateOnly day) => day.AddDays(-FromMonday(day));

    private static int Months(DateOnly begins, DateOnly day) => (12 * (day.Year - begins.Year)) + day.Month - begins.Month;

    private static List<DateOnly> Dates(PracticeMeeting[] meetings, string begins, string to, WorkdayCalendar? calendar = null) =>
        [.. MeetingDates.Compute(With(meetings), new Dictionary<string, DateOnly> { ["start"] = Day(begins) }, Day(begins), Day(begins), Day(to), calendar ?? NoHolidays).Select(m => m.Date)];

    private static PracticeDefinition With(PracticeMeeting[] meetings) => Definition with { Meetings = meetings };

    private static PracticeMeeting Due(string id, string anchor, int days) => Meeting(id, new DueRule.Offset { Anchor = anchor, Amount = days, Unit = DueUnit.Days }, null);

    private static PracticeMeeting Series(string id, string rule) => Meeting(id, null, new RecurrenceText([(rule, null)]));

    private static PracticeMeeting Meeting(string id, DueRule? due, RecurrenceText? rule) =>
        new(id, rule is null ? MeetingKind.Single : MeetingKind.Series, due, rule, null, null, [], MeetingGuests.Person, [], MeetingInterpreter.None, MeetingRoom.OnSite);

    /// <param name="By">What stands after the interval.</param>
    /// <param name="Falls">Whether a series that begins on the first day, with that interval, falls on the second.</param>
    private sealed record AnyRule(string Frequency, string By, Func<DateOnly, int, DateOnly, bool> Falls);
}
