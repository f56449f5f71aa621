using CsCheck;
using Vejviser.Matching.Assignment;

namespace Vejviser.Matching.Tests.Assignment;

/// <summary>A wrong "no" is a wrong proof: the search for a target is held to exhaustive search by itself, without the other search that would hide it.</summary>
public sealed class DecisionSearchTests
{
    [Fact]
    public void Advance_TargetAtTheOptimum_IsFoundAndOneAboveIsNot() => RandomProblems.Small.Sample(
        problem =>
        {
            var model = ModelBuilder.Build(problem);
            var start = Greedy.Place(model, model.Score);
            var prices = StartingPrices.Of(model, start, SolveRun.ToTheEnd);
            var search = new DecisionSearch(model, prices.OfRows, prices.Worth);
            if (Exhaustive.Best(problem) is not { } best)
            {
                Assert.Equal(Decision.None, Decide(search, -1e9));
                return;
            }

            var optimum = Math.Round(best / model.SignedUnit);
            Assert.True(search.RootBound >= optimum - model.Tolerance);
            foreach (var below in new[] { 0, 1, 7, 40 })
            {
                Assert.Equal(Decision.Found, Decide(search, optimum - below));
                Assert.True(Whole.Holds(model, search.Found));
                Assert.True(Whole.Score(model, search.Found) >= optimum - below);
            }

            Assert.Equal(Decision.None, Decide(search, optimum + 1));
            search.Narrow(optimum - 1);
            Assert.Equal(Decision.Found, Decide(search, optimum));
            search.Narrow(optimum);
            Assert.Equal(Decision.None, Decide(search, optimum + 1));
        },
        iter: 3000);

    private static Decision Decide(DecisionSearch search, double target)
    {
        search.Aim(target);
        return search.Advance(long.MaxValue / 4, SolveRun.ToTheEnd);
    }
}
