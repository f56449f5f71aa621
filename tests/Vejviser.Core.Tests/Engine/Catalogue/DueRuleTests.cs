using System.Globalization;
using CsCheck;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Law;
using static Vejviser.Core.Tests.Engine.SmallPractice;

namespace Vejviser.Core.Tests.Engine.Catalogue;

public sealed class DueRuleTests
{
    private static readonly Gen<DateOnly> Days = Gen.Int[0, 5500].Select(d => new DateOnly(2015, 1, 1).AddDays(d));

    /// <summary>Calendars with any days closed, whole weeks among them.</summary>
    private static readonly Gen<WorkdayCalendar> Calendars = Gen.Select(Days.HashSet[0, 60], Days).Select((some, week) =>
    {
        some.UnionWith(Enumerable.Range(0, 9).Select(week.AddDays));
        return new WorkdayCalendar(_ => false, some);
    });

    private static readonly Gen<DueRule> Offsets = Gen.Select(Gen.Int[-60, 60], Gen.Enum<DueUnit>(), Gen.Enum<Roll>())
        .Select((n, unit, roll) => (DueRule)new DueRule.Offset { Amount = n, Unit = unit, Anchor = "arrival", Roll = roll });

    private static readonly Gen<DueRule> Weeks = Gen.Select(Gen.Int[-10, 60], Gen.Enum<DayOfWeek>().Nullable(), Gen.Enum<Roll>())
        .Select((n, day, roll) => (DueRule)new DueRule.WholeWeek { Week = n, Weekday = day, Anchor = "arrival", Roll = roll });

    private static readonly Gen<DueRule> NthWeekdays = Gen.Select(Gen.Select(Gen.Int[1, 4], Gen.Bool).Select((n, back) => back ? -n : n), Gen.Enum<DayOfWeek>(), Gen.Int[-12, 12], Gen.Enum<Roll>())
        .Select((n, day, month, roll) => (DueRule)new DueRule.NthWeekday { Nth = n, Weekday = day, Month = month, Anchor = "arrival", Roll = roll });

    private static readonly Gen<DueRule> Any = Gen.OneOf(Offsets, Weeks, NthWeekdays);

    /// <summary>Of all days around, just those within the range fall on the days asked for.</summary>
    [Fact]
    public void AnchorsFor_AnyRuleDaysAndCalendar_AreThoseThatFallThere() => Gen.Select(Any, Calendars, Days, Gen.Int[0, 40]).Sample((rule, calendar, from, length) =>
    {
        var to = from.AddDays(length);
        var middle = from.AddDays(from.DayNumber - rule.Compute(from, calendar).DayNumber);
        var falling = Enumerable.Range(-200, 400 + length).Select(middle.AddDays).Where(a => rule.Compute(a, calendar) is var date && date >= from && date <= to).ToList();
        (DateOnly, DateOnly)? wanted = falling.Count == 0 ? null : (falling[0], falling[^1]);
        Assert.Equal(wanted, rule.AnchorsFor(from, to, calendar));
        Assert.True(falling.Count == 0 || falling.Count == falling[^1].DayNumber - falling[0].DayNumber + 1, "There is a gap.");
    });

    [Theory]
    [InlineData(3, DueUnit.Days, "2026-03-02", "2026-03-05")]
    [InlineData(-3, DueUnit.Days, "2026-03-02", "2026-02-27")]
    [InlineData(3, DueUnit.Workdays, "2026-03-31", "2026-04-08")]
    [InlineData(-1, DueUnit.Workdays, "2026-04-07", "2026-04-01")]
    [InlineData(1, DueUnit.Workdays, "2026-05-14", "2026-05-18")]
    [InlineData(0, DueUnit.Workdays, "2026-03-07", "2026-03-07")]
    [InlineData(2, DueUnit.Weeks, "2026-03-02", "2026-03-16")]
    [InlineData(1, DueUnit.Months, "2026-01-31", "2026-02-28")]
    [InlineData(1, DueUnit.Months, "2028-01-31", "2028-02-29")]
    [InlineData(-1, DueUnit.Months, "2026-03-31", "2026-02-28")]
    public void Offset_FromAnchor_CountsItsUnit(int amount, DueUnit unit, string anchor, string due) =>
        Assert.Equal(Day(due), new DueRule.Offset { Amount = amount, Unit = unit, Anchor = "arrival" }.Compute(Day(anchor), Workdays));

    [Theory]
    [InlineData(1, null, "2026-03-02", "2026-03-13")]
    [InlineData(1, null, "2026-03-08", "2026-03-13")]
    [InlineData(2, DayOfWeek.Thursday, "2026-03-04", "2026-03-19")]
    [InlineData(1, null, "2026-03-24", "2026-04-01")]
    [InlineData(0, DayOfWeek.Sunday, "2026-03-04", "2026-03-08")]
    [InlineData(1, null, "2026-12-30", "2027-01-08")]
    public void WholeWeek_AfterAnchor_IsTheWeekAfterTheAnchorsOwn(int week, DayOfWeek? weekday, string anchor, string due) =>
        Assert.Equal(Day(due), new DueRule.WholeWeek { Week = week, Weekday = weekday, Anchor = "arrival" }.Compute(Day(anchor), Workdays));

    [Theory]
    [InlineData(1, DayOfWeek.Thursday, 1, "2026-03-31", "2026-04-02")]
    [InlineData(-1, DayOfWeek.Friday, 0, "2026-03-31", "2026-03-27")]
    [InlineData(-1, DayOfWeek.Tuesday, 0, "2026-03-01", "2026-03-31")]
    [InlineData(4, DayOfWeek.Sunday, 0, "2026-03-31", "2026-03-22")]
    [InlineData(-4, DayOfWeek.Sunday, 0, "2026-03-31", "2026-03-08")]
    [InlineData(1, DayOfWeek.Monday, -2, "2026-01-31", "2025-11-03")]
    public void NthWeekday_OfMonth_IsCountedFromItsEnd(int nth, DayOfWeek weekday, int month, string anchor, string due) =>
        Assert.Equal(Day(due), new DueRule.NthWeekday { Nth = nth, Weekday = weekday, Month = month, Anchor = "arrival" }.Compute(Day(anchor), Workdays));

    [Theory]
    [InlineData(Roll.Next, "2026-04-07")]
    [InlineData(Roll.Previous, "2026-04-01")]
    [InlineData(Roll.None, "2026-04-04")]
    public void Roll_ToWorkday_PassesHolidays(Roll roll, string due) =>
        Assert.Equal(Day(due), new DueRule.Offset { Amount = 0, Unit = DueUnit.Days, Anchor = "arrival", Roll = roll }.Compute(Day("2026-04-04"), Workdays));

    [Fact]
    public void Compute_AnchorWithoutDate_IsNull() =>
        Assert.Null(new DueRule.Offset { Amount = 0, Unit = DueUnit.Days, Anchor = "arrival" }.Compute(new Dictionary<string, DateOnly>(), Workdays));

    [Fact]
    public void Roll_AnyRule_LandsOnAWorkday() =>
        Gen.Select(Any, Days, Calendars).Sample((rule, anchor, calendar) => rule.Roll == Roll.None || calendar.IsWorkday(rule.Compute(anchor, calendar)));

    [Fact]
    public void AnyRule_LaterAnchor_IsNeverEarlier() =>
        Gen.Select(Any, Days, Gen.Int[0, 40], Calendars).Sample((rule, anchor, later, calendar) =>
            rule.Compute(anchor, calendar) <= rule.Compute(anchor.AddDays(later), calendar));

    [Fact]
    public void WholeWeek_Unrolled_LandsInTheRightIsoWeek() =>
        Gen.Select(Weeks, Days, Calendars).Sample((rule, anchor, calendar) =>
        {
            var week = (DueRule.WholeWeek)(rule with { Roll = Roll.None });
            var due = week.Compute(anchor, calendar);
            var expected = IsoWeek(anchor.AddDays(7 * week.Week.Value));
            return IsoWeek(due) == expected && (week.Weekday is not { } day || due.DayOfWeek == day);
        });

    [Fact]
    public void NthWeekday_Unrolled_IsThatWeekdayAndThatMonth() =>
        Gen.Select(NthWeekdays, Days, Calendars).Sample((rule, anchor, calendar) =>
        {
            var nth = (DueRule.NthWeekday)(rule with { Roll = Roll.None });
            var due = nth.Compute(anchor, calendar);
            var month = anchor.AddMonths(nth.Month.Value);
            var place = nth.Nth.Value > 0 ? (due.Day - 1) / 7 + 1 : -((DateTime.DaysInMonth(due.Year, due.Month) - due.Day) / 7 + 1);
            return due.DayOfWeek == nth.Weekday && (due.Year, due.Month) == (month.Year, month.Month) && place == nth.Nth.Value;
        });

    [Fact]
    public void Workdays_ForthAndBack_ReturnsToTheAnchorsWorkday() =>
        Gen.Select(Gen.Int[0, 60], Days, Calendars).Sample((n, day, calendar) =>
        {
            var anchor = calendar.NextOrSame(day);
            var there = new DueRule.Offset { Amount = n, Unit = DueUnit.Workdays, Anchor = "a" }.Compute(anchor, calendar);
            return new DueRule.Offset { Amount = -n, Unit = DueUnit.Workdays, Anchor = "a" }.Compute(there, calendar) == anchor;
        });

    [Fact]
    public void Json_AnyRule_ComesBackTheSame() =>
        Any.Sample(rule =>
        {
            var changes = new PracticeChanges { Steps = new Dictionary<string, StepChanges> { ["find-home"] = new() { Due = DueRuleParts.FromRule(rule) } } };
            return PracticeChanges.FromJson(changes.ToJson()).Steps["find-home"].Due!.ToRule().Rule == rule;
        });

    private static (int Year, int Week) IsoWeek(DateOnly day)
    {
        var at = day.ToDateTime(TimeOnly.MinValue);
        return (ISOWeek.GetYear(at), ISOWeek.GetWeekOfYear(at));
    }
}
