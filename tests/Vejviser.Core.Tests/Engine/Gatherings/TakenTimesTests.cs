using CsCheck;
using Vejviser.Core.Engine.Gatherings;
using Vejviser.Core.Engine.Meetings;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.Law;

namespace Vejviser.Core.Tests.Engine.Gatherings;

public sealed class TakenTimesTests
{
    private const int QuartersInDay = 24 * 4;
    private static readonly DateOnly Wednesday = new(2026, 3, 4);
    private static readonly TimeOnly Ten = new(10, 0);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly WorkdayCalendar NoHolidays = new(_ => false, new HashSet<DateOnly>());
    private static readonly Guid Mette = Guid.CreateVersion7();
    private static readonly DateTime MondayMorning = TimeZones.StartOfDay(Wednesday.Monday());

    [Theory]
    [InlineData(-1, 10, 0)]
    [InlineData(0, 8, 30)]
    [InlineData(3, 8, 30)]
    [InlineData(4, 10, 0)]
    public void Find_OneQuarterTakenNearTen_GivesTenUnlessItIsWithinTheHour(int quarter, int hour, int minute)
    {
        var times = Times(Quarters.Of(TimeZones.At(Wednesday, Ten)) + quarter);

        Assert.Equal(TimeZones.At(Wednesday, new TimeOnly(hour, minute)), times.Find([Mette], Wednesday, Ten, Hour));
        Assert.Equal(TimeZones.At(Wednesday, Ten), times.Find([Guid.CreateVersion7()], Wednesday, Ten, Hour));
    }

    [Fact]
    public void Find_WhateverIsTaken_GivesAFreeHourOnAWorkdayOfTheWeekOrNone() => Gen.Int[0, (7 * QuartersInDay) - 1].HashSet[0, 200].Sample(taken =>
    {
        var first = Quarters.Of(MondayMorning);
        if (Times([.. taken.Select(q => first + q)]).Find([Mette], Wednesday, Ten, Hour) is not { } start)
            return;
        Assert.DoesNotContain(Quarters.Between(start, start + Hour), q => taken.Contains(q - first));
        Assert.True(NoHolidays.IsWorkday(TimeZones.DayOf(start)) && TimeZones.DayOf(start).Monday() == Wednesday.Monday());
    });

    [Fact]
    public void Find_AllOfTheWeekTaken_GivesNone() =>
        Assert.Null(Times([.. Enumerable.Range(Quarters.Of(MondayMorning), 7 * QuartersInDay)]).Find([Mette], Wednesday, Ten, Hour));

    private static TakenTimes Times(params int[] quarters) => new([.. quarters.Select(q => (Mette, q))], NoHolidays, MondayMorning);
}
