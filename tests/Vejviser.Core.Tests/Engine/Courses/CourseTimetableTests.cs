using CsCheck;
using Vejviser.Core.Engine.Courses;

namespace Vejviser.Core.Tests.Engine.Courses;

public sealed class CourseTimetableTests
{
    private static readonly DateOnly Monday = new(2026, 3, 2);

    private static readonly Gen<CoursePattern> Patterns = Gen.Select(
        Gen.Int[0, 400], Gen.Int[1, 30], Gen.Bool, Gen.Select(Gen.Int[0, 6], Gen.Int[0, 60], Gen.Int[5, 200], Gen.Bool).Array[1, 8], Gen.Int[0, 6],
        (day, length, isDays, times, modules) => new CoursePattern(
            Monday.AddDays(day), isDays ? new CourseLength(null, length) : new CourseLength(length, null),
            [.. times.Select((t, i) => new WeeklyTime($"k{i}", (DayOfWeek)t.Item1, new TimeOnly(7, 0).AddMinutes(15 * t.Item2), t.Item3, TeachesModules: t.Item4))],
            [.. Enumerable.Range(0, modules).Select(m => new CourseModule($"m{m}"))]));

    [Fact]
    public void Generate_AnyPattern_KeepsItsDaysAndClashesWithItselfNever() => Gen.Select(Patterns, Gen.Int[0, 400].HashSet[0, 40]).Sample((pattern, closedDays) =>
    {
        if (CourseTimetable.Refuse(pattern) is not null)
            return;
        var closed = closedDays.Select(Monday.AddDays).ToHashSet();

        var (sessions, leftOut) = CourseTimetable.Generate(pattern, closed);

        Assert.Equal(Enumerable.Range(1, sessions.Count), sessions.Select(s => s.Number));
        Assert.All(sessions, s => Assert.True(s.Day >= pattern.First && !closed.Contains(s.Day) && s.Day.DayOfWeek == s.Time.Weekday));
        Assert.All(sessions.Zip(sessions.Skip(1)), pair => Assert.True(pair.First.EndsAt <= pair.Second.StartsAt));
        if (pattern.Length.Weeks is { } weeks)
            Assert.Equal(weeks * pattern.Times.Count, sessions.Count + leftOut.Sum(d => pattern.Times.Count(t => t.Weekday == d.DayOfWeek)));
        else
            Assert.True(sessions.Select(s => s.Day).Distinct().Count() <= pattern.Length.Days);
        var order = sessions.Where(s => s.Module is not null).Select(s => int.Parse(s.Module!.Id[1..], System.Globalization.CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(order.Order(), order);
    }, iter: 2000, threads: 1);

    [Fact]
    public void Generate_SevenWeeksOfFiveModules_SpreadsThemEvenly()
    {
        var pattern = new CoursePattern(Monday, new CourseLength(7, null), [new("theme", DayOfWeek.Tuesday, new TimeOnly(9, 0), 90, TeachesModules: true)], [.. "abcde".Select(m => new CourseModule($"{m}"))]);

        Assert.Equal(["a", "a", "b", "c", "c", "d", "e"], CourseTimetable.Generate(pattern, new HashSet<DateOnly>()).Sessions.Select(s => s.Module!.Id));
    }

    [Fact]
    public void Generate_TwoDaysWithAHolidayBetween_GoesOnAfterIt()
    {
        var pattern = new CoursePattern(Monday, new CourseLength(null, 2), [new("workshop", DayOfWeek.Monday, new TimeOnly(9, 0), 60)], []);

        var (sessions, leftOut) = CourseTimetable.Generate(pattern, new HashSet<DateOnly> { Monday.AddDays(7) });

        Assert.Equal([Monday, Monday.AddDays(14)], sessions.Select(s => s.Day));
        Assert.Equal([Monday.AddDays(7)], leftOut);
    }

    [Fact]
    public void Refuse_EachFault_IsNamed()
    {
        var time = new WeeklyTime("a", DayOfWeek.Monday, new TimeOnly(9, 0), 50);
        var good = new CoursePattern(Monday, new CourseLength(7, null), [time], []);
        Assert.Null(CourseTimetable.Refuse(good));
        foreach (var (pattern, code) in new[]
        {
            (good with { Times = [] }, "courses.no-times"), (good with { Length = new(0, null) }, "courses.length"), (good with { Times = [time with { At = new(9, 10) }] }, "meetings.not-a-quarter"),
            (good with { Times = [time with { Minutes = 1 }] }, "meetings.length"), (good with { Times = [time with { At = new(23, 30) }] }, "meetings.length"),
            // 9.00 for fifty minutes takes the quarter until ten.
            (good with { Times = [time, time with { At = new(9, 45) }] }, "courses.times-overlap"),
            (good with { Length = new(60, null), Times = [.. Enumerable.Range(0, 5).Select(i => time with { Weekday = (DayOfWeek)i })] }, "courses.too-many-sessions"),
        })
            Assert.Equal(code, CourseTimetable.Refuse(pattern)?.Code);
        Assert.Null(CourseTimetable.Refuse(good with { Times = [time, time with { At = new(10, 0) }] }));
    }

    [Fact]
    public void SuggestedWeek_EveryCourseOfTheCatalogue_IsAWeekWithoutClashes()
    {
        foreach (var course in CoursesWorld.Catalogue.Practices.SelectMany(p => p.Courses))
        {
            var times = SuggestedWeek.Of(course, _ => null);

            Assert.Equal(course.Sessions.Sum(s => Math.Min(s.PerWeek.Value, 5)), times.Count);
            if (times.Count > 0)
                Assert.NotEqual("courses.times-overlap", CourseTimetable.Refuse(new CoursePattern(Monday, CourseLength.Of(course), times, []))?.Code);
        }
    }
}
