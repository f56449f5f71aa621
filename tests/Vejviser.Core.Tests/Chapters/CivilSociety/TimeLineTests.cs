using Vejviser.Core.Chapters.CivilSociety;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Tests.Foundation.Law;

namespace Vejviser.Core.Tests.Chapters.CivilSociety;

public sealed class TimeLineTests
{
    private static readonly PracticeCatalogue Catalogue = PracticeCatalogue.Load(Path.Combine(AppContext.BaseDirectory, "catalogue"));
    private static readonly DateOnly Arrival = new(2026, 3, 2);

    [Fact]
    public void Spans_WeeksInARow_AreOneSpanAndAWeekAloneIsItsOwn() =>
        Assert.Equal([(0, 2), (7, 7), (50, 51)], (YearWeeks.Every(1, 0, 2).With(7) | YearWeeks.Every(1, 50, 90)).Spans());

    [Fact]
    public void Every_SecondWeek_LeavesOutTheOther() => Assert.Equal([(1, 1), (3, 3), (5, 5)], YearWeeks.Every(2, 1, 6).Spans());

    [Fact]
    public void Not_OfAWeek_StaysInTheYear() => Assert.Equal(Initiative.Weeks - 1, (~YearWeeks.None.With(9)).Count);

    [Fact]
    public void Find_CommunityBridge_IsForAdultsEveryWeekOfTheYear()
    {
        var weeks = WeeksOf("community-bridge");

        Assert.Equal([NewcomerGroups.Adults], weeks.Keys.Select(k => k.Group).Distinct());
        Assert.Equal(YearWeeks.All, weeks[("civil-society", NewcomerGroups.Adults)]);
        // The consent is asked within fourteen days.
        Assert.True(weeks[("reception", NewcomerGroups.Adults)].Has(2));
    }

    [Fact]
    public void Find_EveryPractice_IsForSomebodyUnlessItIsForBeforeThePermit()
    {
        var nobody = Catalogue.Practices.Where(p => new PracticeWeeks(p, Arrival, TheLaw.Book.CalendarWith(new HashSet<DateOnly>())).Find().Count == 0).Select(p => p.Id);

        Assert.All(nobody, id => Assert.Equal("transition", Catalogue.Find(id)!.Chapter));
    }

    [Fact]
    public void Find_LeisureLife_IsForChildrenFromSixAndNotForSmallerOnes()
    {
        var groups = WeeksOf("leisure-life").Keys.Select(k => k.Group).ToHashSet();

        Assert.Contains(NewcomerGroups.Children, groups);
        Assert.DoesNotContain(NewcomerGroups.SmallChildren, groups);
    }

    [Theory]
    [InlineData(2, 1)]
    [InlineData(3, 0)]
    public void Holes_ByLeastWeeks_AreThoseLongEnough(int least, int expected)
    {
        var entry = new TimeLineEntry("children", null, null, ModelNewcomers.Groups.ToDictionary(g => g, g => g == NewcomerGroups.Youths ? ~YearWeeks.Every(1, 10, 11) : YearWeeks.All));
        var people = new Dictionary<(NewcomerGroups, int), int> { [(NewcomerGroups.Youths, 11)] = 4, [(NewcomerGroups.Youths, 12)] = 2, [(NewcomerGroups.Adults, 11)] = 8 };

        var holes = InitiativeTimeLine.Holes([entry], least, people);

        Assert.Equal(expected, holes.Count);
        Assert.All(holes, h => Assert.Equal(new TimeLineHole(NewcomerGroups.Youths, 10, 11, 4), h));
    }

    private static IReadOnlyDictionary<(string Area, NewcomerGroups Group), YearWeeks> WeeksOf(string practice) =>
        new PracticeWeeks(Catalogue.Find(practice)!, Arrival, TheLaw.Book.CalendarWith(new HashSet<DateOnly>())).Find();
}
