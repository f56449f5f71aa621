using CsCheck;
using Vejviser.Core.Chapters.Minors.Villas;
using static Vejviser.Core.Tests.Chapters.Minors.VillaDraws;

namespace Vejviser.Core.Tests.Chapters.Minors;

public sealed class HousemateTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Small towns, counted through: who is chosen by hand first, then as many weeks as the rooms allow, then most points.</summary>
    [Fact]
    public void Propose_SmallTowns_IsTheBestThereIs() =>
        Gen.Select(Gen.Int[0, 1_000_000], Gen.Int[1, 6], Gen.Int[1, 3]).Sample(
            (seed, youths, villas) =>
            {
                var town = Town(seed, youths, villas);
                var proposal = ProposeVillas.Propose(town, Policy, Cancel);
                var byYouth = proposal.ByYouth;
                Assert.True(proposal.IsProven);
                Assert.Equal(Best(town), Worth(town, y => byYouth.GetValueOrDefault(y.Id)));
                Assert.Equal(Worth(town, y => byYouth.GetValueOrDefault(y.Id))!.Value.Points, proposal.Points);
            },
            iter: 400, seed: "0000000000000");

    [Fact]
    public void Propose_AnyTown_NobodyTwiceNoVillaOverItsRoomsAndEveryContactSpeaksTheMotherTongue() =>
        Gen.Select(Gen.Int[0, 1_000_000], Gen.Int[1, 14], Gen.Int[1, 5]).Sample(
            (seed, youths, villas) =>
            {
                var town = Town(seed, youths, villas);
                var proposal = ProposeVillas.Propose(town, Policy, Cancel);
                var placed = proposal.Villas.SelectMany(l => l.Proposed).ToList();
                Assert.Equal(placed.Count, placed.DistinctBy(p => p.Youth.Id).Count());
                Assert.Equal(town.Seekers.Count(), placed.Count + proposal.Waiting.Count);
                Assert.All(proposal.Villas, l => Assert.InRange(l.Villa.Living.Count + l.Proposed.Count, 0, Math.Max(l.Villa.Living.Count, Math.Min(l.Villa.Rooms, Policy.Most))));
                Assert.All(placed, p => Assert.Contains(p.Youth.MotherTongue!, p.Contact.Languages));
                Assert.All(placed, p => Assert.DoesNotContain(p.Mates, m => p.Youth.Apart.Contains(m.Id) || Math.Abs(m.Age!.Value - p.Youth.Age!.Value) > Policy.AgeSpan));
                Assert.All(placed, p => Assert.True(p.Youth.HasCustody));
            },
            iter: 150, seed: "0000000000000");

    [Theory]
    [InlineData(7)]
    [InlineData(8)]
    public void Propose_ReadInAnotherOrder_IsTheSame(int seed)
    {
        var town = Town(seed, 9, 3);
        var turned = new VillaTown([.. town.Youths.Reverse()], [.. town.Villas.Reverse()]);
        Assert.Equal(ProposeVillas.Propose(town, Policy, Cancel).Fingerprint, ProposeVillas.Propose(turned, Policy, Cancel).Fingerprint);
    }

    [Fact]
    public void Propose_TwoWhoMustNotLiveTogether_AreApartThoughItCostsPoints()
    {
        var ids = Enumerable.Range(1, 4).Select(i => new Guid(i, 0, 0, new byte[8])).ToList();
        var (one, other) = (Villa(new Guid(8, 0, 0, new byte[8]), 3, "ti"), Villa(new Guid(9, 0, 0, new byte[8]), 3, "ti"));
        var youths = ids.Select(id => Youth(id)).ToList();
        youths[0] = youths[0] with { Apart = new HashSet<Guid> { ids[1] }, Wished = one.Id };
        youths[1] = youths[1] with { Wished = one.Id };
        var byYouth = ProposeVillas.Propose(new VillaTown(youths, [one, other]), Policy, Cancel).ByYouth;
        Assert.Equal(4, byYouth.Count);
        Assert.NotEqual(byYouth[ids[0]].Id, byYouth[ids[1]].Id);
    }

    [Fact]
    public void Propose_VillaSomebodyLivesIn_TakesOneMoreThoughAnEmptyOneOpensWithTwo()
    {
        var (lived, empty) = (Villa(Guid.CreateVersion7(), 3, "ti"), Villa(Guid.CreateVersion7(), 3, "ar"));
        lived = lived with { Living = [Youth(Guid.CreateVersion7())] };
        var (fits, alone) = (Youth(Guid.CreateVersion7()), Youth(Guid.CreateVersion7(), "ar"));
        var proposal = ProposeVillas.Propose(new VillaTown([fits, alone], [lived, empty]), Policy, Cancel);
        Assert.Equal(lived.Id, proposal.ByYouth[fits.Id].Id);
        Assert.Equal("no-group", Assert.Single(proposal.Waiting).Why);
    }

    [Fact]
    public void WithPrices_EachOther_CostsWhatTheWholeLoses()
    {
        var town = Town(11, 6, 3);
        var proposal = ProposeVillas.WithPrices(ProposeVillas.Propose(town, Policy, Cancel), town, Policy, Cancel);
        foreach (var (line, placed) in proposal.Villas.SelectMany(l => l.Proposed.Where(p => p.RunnerUp is not null).Select(p => (l, p))))
        {
            var chosen = town with { Youths = [.. town.Youths.Select(y => y.Id == placed.Youth.Id ? y with { Chosen = placed.RunnerUp!.Villa.Id, ChosenReason = "Prøvet" } : y)] };
            var then = ProposeVillas.Propose(chosen, Policy, Cancel);
            Assert.NotEqual(line.Villa.Id, placed.RunnerUp!.Villa.Id);
            Assert.Equal(placed.RunnerUp.Villa.Id, then.ByYouth[placed.Youth.Id].Id);
            Assert.Equal((Math.Max(0, proposal.Placed - then.Placed), Math.Max(0, proposal.Points - then.Points)), (placed.RunnerUp.Fewer, placed.RunnerUp.Points));
        }
    }

    /// <summary>Every way to share out.</summary>
    private static (int ByHand, long Weeks, long Points)? Best(VillaTown town)
    {
        var (seekers, ways) = (town.Seekers.ToList(), town.Villas.Count + 1);
        (int, long, long)? best = null;
        for (var way = 0; way < (int)Math.Pow(ways, seekers.Count); way++)
        {
            var at = seekers.Select((y, i) => (y.Id, Choice: way / (int)Math.Pow(ways, i) % ways)).ToDictionary(c => c.Id, c => c.Choice == 0 ? null : town.Villas[c.Choice - 1]);
            if (Worth(town, y => at[y.Id]) is { } worth && (best is null || worth.CompareTo(best.Value) > 0))
                best = worth;
        }

        return best;
    }

    /// <returns>Null where a rule is broken.</returns>
    private static (int ByHand, long Weeks, long Points)? Worth(VillaTown town, Func<YouthFacts, VillaHome?> villaOf)
    {
        var (byHand, weeks, points) = (0, 0L, 0L);
        foreach (var villa in town.Villas)
        {
            var members = town.Seekers.Where(y => villaOf(y)?.Id == villa.Id).ToList();
            if (members.Count == 0)
                continue;
            if (villa.IsClosed || villa.Living.Count + members.Count > Math.Min(villa.Rooms, Policy.Most) || (villa.Living.Count == 0 && members.Count < Policy.Least))
                return null;
            if (members.Exists(y => (y.Chosen is { } chosen && chosen != villa.Id) || !villa.Contacts.Any(c => c.Languages.Contains(y.MotherTongue))))
                return null;
            var all = villa.Living.Concat(members).ToList();
            foreach (var (one, other) in members.SelectMany(m => all.Where(a => a.Id != m.Id).Select(a => (m, a))).Where(p => !members.Contains(p.a) || p.m.Id.CompareTo(p.a.Id) < 0))
            {
                var years = Math.Abs(one.Age!.Value - other.Age!.Value);
                if (years > Policy.AgeSpan || one.Apart.Contains(other.Id))
                    return null;
                points += (one.Languages.Intersect(other.Languages).Any() ? 10 : 0) + 2 * (Policy.AgeSpan - years) + (one.Friends.Contains(other.Id) ? 15 : 0);
            }

            byHand += members.Count(y => y.Chosen is not null);
            weeks += members.Sum(y => 1L + y.WeeksWaited);
            points += members.Count(y => y.Wished == villa.Id) * 8;
        }

        return (byHand, weeks, points);
    }
}
