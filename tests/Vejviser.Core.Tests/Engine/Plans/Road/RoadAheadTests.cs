using CsCheck;
using Vejviser.Core.Engine.Plans.Road;
using static Vejviser.Core.Tests.Engine.SmallPractice;

namespace Vejviser.Core.Tests.Engine.Plans.Road;

public sealed class RoadAheadTests
{
    private static readonly DateOnly Wednesday = Day("2026-03-11");

    private static readonly Gen<RoadEvent> AnyEvent = Gen.Select(Gen.Int[0, 20], Gen.Int[-1, 23], Gen.Int[0, 600], Gen.Int[0, 3]).Select((day, hour, minutes, plan) =>
        Event(Wednesday.AddDays(day), hour < 0 ? null : new TimeOnly(hour, 30), minutes == 0 ? null : minutes, $"practice-{plan}"));

    [Fact]
    public void Clashes_TwoOnOneMorning_AreTold()
    {
        var (first, second) = (Event(Wednesday, new(9, 0), 60), Event(Wednesday, new(11, 0), 60, "online-danish"));
        var clash = Assert.Single(RoadAhead.Clashes([second, first, Event(Wednesday, new(13, 0), 60)]));
        Assert.Equal((Wednesday, DayPart.Morning), (clash.Date, clash.Part));
        Assert.Equal([first, second], clash.Events);
    }

    [Fact]
    public void Clashes_MorningAndAfternoon_AreNone() => Assert.Empty(RoadAhead.Clashes([Event(Wednesday, new(9, 0), 180), Event(Wednesday, new(12, 0), 60)]));

    [Fact]
    public void Clashes_LongMorningIntoAfternoon_TakesBothParts()
    {
        var clash = Assert.Single(RoadAhead.Clashes([Event(Wednesday, new(10, 0), 180), Event(Wednesday, new(15, 0), 30)]));
        Assert.Equal(DayPart.Afternoon, clash.Part);
    }

    [Fact]
    public void Clashes_WithoutATime_AreNone() => Assert.Empty(RoadAhead.Clashes([Event(Wednesday, null, 60), Event(Wednesday, new(9, 0), 60)]));

    [Fact]
    public void Parts_PastMidnight_EndsInTheEvening() => Assert.Equal([DayPart.Evening], Event(Wednesday, new(22, 0), 600).Parts);

    [Fact]
    public void Clashes_AnyEvents_EachClashSharesOneDayAndPartAndNoPairIsMissed() => Gen.Select(AnyEvent.Array[0, 12], Gen.Int[0, 1000]).Sample((events, seed) =>
    {
        var clashes = RoadAhead.Clashes(events);
        Assert.All(clashes, c => Assert.All(c.Events, e => Assert.True(e.Date == c.Date && e.Parts.Contains(c.Part))));
        Assert.Equal(clashes.Select(c => (c.Date, c.Part)), RoadAhead.Clashes([.. events.OrderBy(e => HashCode.Combine(e.Date, e.At, e.Practice, seed))]).Select(c => (c.Date, c.Part)));
        var pairs = from a in events.Index()
                    from b in events.Index()
                    where a.Index < b.Index && a.Item.Date == b.Item.Date
                    from part in a.Item.Parts.Intersect(b.Item.Parts)
                    select (a.Item.Date, Part: part);
        Assert.Equal(pairs.Distinct().Order(), clashes.Select(c => (c.Date, c.Part)).Order());
    });

    [Fact]
    public void Holes_WeeksWithNothingBeforeSomething_AreNamedTogether()
    {
        // This week is 11; something in 12, nothing in 13 to 15, something in 16.
        var holes = RoadAhead.Holes([Day("2026-03-18"), Day("2026-04-15")], Wednesday, Wednesday.AddDays(180));
        Assert.Equal([new Hole(Day("2026-03-23"), 3)], holes);
        Assert.Equal(Day("2026-04-06"), holes[0].LastMonday);
    }

    [Fact]
    public void Holes_NothingComesLater_AreNone() => Assert.Empty(RoadAhead.Holes([Day("2026-03-12"), Day("2026-03-18")], Wednesday, Wednesday.AddDays(180)));

    [Fact]
    public void Holes_SomethingYearsAway_AreLookedForOnlySoFar()
    {
        var holes = RoadAhead.Holes([Day("2031-03-18")], Wednesday, Wednesday.AddDays(28));
        Assert.Equal([new Hole(Day("2026-03-16"), 4)], holes);
    }

    [Fact]
    public void Holes_OverNewYear_AreOneHole() =>
        Assert.Equal([new Hole(Day("2026-12-28"), 2)], RoadAhead.Holes([Day("2026-12-22"), Day("2027-01-13")], Day("2026-12-16"), Day("2027-06-01")));

    [Fact]
    public void Holes_AnyDays_EveryWeekAheadIsPlannedOrAHoleAndNeverBoth() => Gen.Int[-30, 200].Array[0, 12].Sample(days =>
    {
        var planned = days.Select(d => Wednesday.AddDays(d)).ToList();
        var holes = RoadAhead.Holes(planned, Wednesday, Wednesday.AddDays(182));
        var empty = holes.SelectMany(h => Enumerable.Range(0, h.Weeks).Select(w => h.Monday.AddDays(7 * w))).ToList();
        Assert.Equal(empty.Distinct().Order(), empty);
        Assert.DoesNotContain(planned, d => d > Wednesday && empty.Exists(monday => d >= monday && d < monday.AddDays(7)));
        Assert.All(empty, monday => Assert.True(monday.DayOfWeek == DayOfWeek.Monday && planned.Max() >= monday.AddDays(7)));
        Assert.All(holes.Zip(holes.Skip(1)), pair => Assert.True(pair.First.LastMonday.AddDays(7) < pair.Second.Monday));
    });

    private static RoadEvent Event(DateOnly date, TimeOnly? at, int? minutes, string practice = "business-mentors") => new(Guid.Empty, practice, Guid.Empty, "meeting", date, at, minutes);
}
