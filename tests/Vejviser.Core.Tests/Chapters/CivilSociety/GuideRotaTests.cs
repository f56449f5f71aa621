using CsCheck;
using Vejviser.Core.Chapters.CivilSociety;

namespace Vejviser.Core.Tests.Chapters.CivilSociety;

public sealed class GuideRotaTests
{
    private static readonly ILookup<(string Meeting, DateOnly Day), Guid> Nobody = Array.Empty<Guid>().ToLookup(_ => ("", default(DateOnly)));

    [Fact]
    public void Propose_AYearOfMeetings_TurnsAreEvenAndNobodyTwiceAtOne() => Gen.Select(Gen.Int[0, 9].Array[1, 7], Gen.Int[1, 3], Gen.Int[1, 30]).Sample((had, perMeeting, meetings) =>
    {
        var turns = had.ToDictionary(_ => Guid.CreateVersion7());
        var places = Enumerable.Range(0, meetings).SelectMany(m => Enumerable.Range(1, perMeeting).Select(n => new GuidePlace("tour", new DateOnly(2026, 1, 1).AddDays(7 * m), n))).ToList();

        var proposed = GuideRota.Propose(turns, places, Nobody, (_, _) => true);

        Assert.Equal(meetings * Math.Min(perMeeting, turns.Count), proposed.Count);
        Assert.All(proposed.GroupBy(p => p.Place.Day), g => Assert.Equal(g.Count(), g.Select(p => p.GuideId).Distinct().Count()));
        // Each place went to one with the fewest turns among those who were not there already.
        var count = turns.ToDictionary();
        foreach (var meeting in proposed.GroupBy(p => p.Place.Day))
        {
            var there = new HashSet<Guid>();
            foreach (var one in meeting)
            {
                Assert.Equal(count.Where(c => !there.Contains(c.Key)).Min(c => c.Value), count[one.GuideId]);
                Assert.Equal(count[one.GuideId]++, one.Turns);
                there.Add(one.GuideId);
            }
        }
    }, iter: 300, threads: 1);

    [Fact]
    public void Propose_EvenTurns_WhoSpeaksTheGuestsLanguageGoes()
    {
        var (arabic, somali) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var place = new GuidePlace("tour", new DateOnly(2026, 8, 1), 1);

        Assert.Equal(somali, Assert.Single(GuideRota.Propose(new Dictionary<Guid, int> { [arabic] = 3, [somali] = 3 }, [place], Nobody, (guide, _) => guide == somali)).GuideId);
        // Turns go before language: nobody is worn out by being the only one who speaks it.
        Assert.Equal(arabic, Assert.Single(GuideRota.Propose(new Dictionary<Guid, int> { [arabic] = 2, [somali] = 3 }, [place], Nobody, (guide, _) => guide == somali)).GuideId);
    }

    [Fact]
    public void Propose_OneIsThereAlready_TheOtherPlaceGoesToAnother()
    {
        var (one, other) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var day = new DateOnly(2026, 8, 1);

        var proposed = GuideRota.Propose(new Dictionary<Guid, int> { [one] = 0, [other] = 9 }, [new GuidePlace("tour", day, 2)], new[] { one }.ToLookup(_ => ("tour", day)), (_, _) => true);

        Assert.Equal(other, Assert.Single(proposed).GuideId);
    }
}
