using CsCheck;
using Vejviser.Matching.Assignment;

namespace Vejviser.Matching.Tests.Assignment;

/// <summary>The search for placements by itself, without the proofs that would hide what it misses.</summary>
public sealed class DivesTests
{
    private static Gen<AssignmentProblem> Plain { get; } = RandomProblems.Small.Select(p => p with
    {
        Quotas = [],
        Seekers = [.. p.Seekers.Select(s => s with { Optional = false })],
        Places = [.. p.Places.Select(place => place with { Minimum = null })],
    });

    [Fact]
    public void Better_FourWhoseWishesGoRoundInARing_AllChange()
    {
        var model = ModelBuilder.Build(Ring(4));
        var chains = new EjectionChains(model, [100, 100, 100, 100]);

        Assert.True(chains.Better([.. Enumerable.Range(0, 4).Select(i => At(model, i, i))], SolveRun.ToTheEnd));

        Assert.Equal([1, 2, 3, 0], chains.At.Select(o => model.OptionPlace[o]));
    }

    [Fact]
    public void Better_TwoWhoAreNowhere_FindsThemRoom()
    {
        var model = ModelBuilder.Build(Ring(4));
        var chains = new EjectionChains(model, [100, 100, 100, 100]);

        Assert.True(chains.Better([At(model, 0, 0), At(model, 1, 1), model.Nowhere(2), model.Nowhere(3)], SolveRun.ToTheEnd));

        Assert.Equal([1, 2, 3, 0], chains.At.Select(o => model.OptionPlace[o]));
    }

    [Fact]
    public void Advance_SmallProblems_KeepsEveryRuleAndIsSeldomBelowTheOptimum()
    {
        var (asked, reached) = (0, 0);
        Plain.Sample(
            problem =>
            {
                var model = ModelBuilder.Build(problem);
                if (!EjectionChains.IsFor(model))
                    return;
                var dives = Dive(model, 100_000, 1);
                if (Exhaustive.Best(problem) is not { } best)
                {
                    Assert.Equal(double.NegativeInfinity, dives.BestScore);
                    return;
                }

                var optimum = Math.Round(best / model.SignedUnit);
                Assert.True(double.IsNegativeInfinity(dives.BestScore) || (Whole.Holds(model, dives.Best) && Whole.Score(model, dives.Best) == dives.BestScore));
                Assert.True(dives.BestScore <= optimum);
                (asked, reached) = (asked + 1, reached + (dives.BestScore == optimum ? 1 : 0));
            },
            iter: 500, threads: 1);
        Assert.True(asked > 100);
        Assert.True(reached > 0.9 * asked, $"{reached} of {asked}");
    }

    [Fact]
    public void Advance_InManyPortions_FindsTheSameAsInOne() => Plain.Sample(
        problem =>
        {
            var model = ModelBuilder.Build(problem);
            if (EjectionChains.IsFor(model))
                Assert.Equal(Dive(model, 100_000, 1).BestScore, Dive(model, 100_000, 50).BestScore);
        },
        iter: 200);

    [Fact]
    public void Advance_Again_FindsBetterAndNeverForgetsIt()
    {
        var model = ModelBuilder.Build(Tight(80, 5));
        var scores = new List<double>();

        Dive(model, 30_000_000, 60, scores.Add);

        Assert.Equal(scores.Order(), scores);
        Assert.True(scores[^1] > scores.First(double.IsFinite));
    }

    private static Dives Dive(Model model, long work, int portions, Action<double>? seen = null)
    {
        var start = Greedy.Place(model, model.Score);
        var prices = StartingPrices.Of(model, start, SolveRun.ToTheEnd);
        var bound = new DecisionSearch(model, prices.OfRows, prices.Worth).RootBound;
        var dives = new Dives(model, prices.OfRows, prices.Worth, prices.Rounded, 1);
        for (var k = 0; k < portions; k++)
        {
            dives.Advance(double.NegativeInfinity, double.IsFinite(bound) ? bound : 0, work / portions, SolveRun.ToTheEnd);
            seen?.Invoke(dives.BestScore);
        }

        return dives;
    }

    /// <summary>Each is alone in a place and would rather be in the next one; any other is so dear that no two gain by changing.</summary>
    private static AssignmentProblem Ring(int size) => new(
        "ring", Sense.Minimize, ["beds"],
        [.. Enumerable.Range(0, size).Select(i => new Seeker($"s{i}"))],
        [.. Enumerable.Range(0, size).Select(p => new Place($"p{p}", [1]))],
        [.. from i in Enumerable.Range(0, size) from p in Enumerable.Range(0, size) select new Vejviser.Matching.Assignment.Option($"s{i}", $"p{p}", p == (i + 1) % size ? 0 : p == i ? 5 : 30, [1])],
        []);

    /// <summary>As the library's type d: what is cheap is heavy, and four fifths of the even share is all the room there is.</summary>
    private static AssignmentProblem Tight(int seekers, int places)
    {
        var random = new Random(1);
        var loads = Enumerable.Range(0, seekers * places).Select(_ => random.Next(1, 101)).ToArray();
        var scores = loads.Select(l => 111 - l + random.Next(-10, 11)).ToArray();
        return new(
            "tight", Sense.Minimize, ["beds"], [.. Enumerable.Range(0, seekers).Select(i => new Seeker($"s{i}"))],
            [.. Enumerable.Range(0, places).Select(p => new Place($"p{p}", [0.8 * Enumerable.Range(0, seekers).Sum(i => loads[i * places + p]) / places]))],
            [.. from i in Enumerable.Range(0, seekers) from p in Enumerable.Range(0, places) select new Vejviser.Matching.Assignment.Option($"s{i}", $"p{p}", scores[i * places + p], [loads[i * places + p]])],
            []);
    }

    private static int At(Model model, int seeker, int place) => model.First[seeker] + place;
}
