using CsCheck;
using Vejviser.Matching.Assignment;

namespace Vejviser.Matching.Tests.Assignment;

/// <summary>Everybody takes up the same: homes for one, with parts for sets of homes that lie in one another or apart.</summary>
public sealed class NetworkFlowTests
{
    private const double Close = 1e-6;

    private static readonly Gen<AssignmentProblem> Units = from seekers in Gen.Int[0, 5] from places in Gen.Int[1, 4] from seed in Gen.Int[0, int.MaxValue - 1] select Draw(seekers, places, new Random(seed));

    [Fact]
    public void Solve_EverybodyTakesTheSame_AgreesWithExhaustiveSearch() => Units.Sample(
        problem =>
        {
            Assert.NotNull(NetworkFlow.Solve(ModelBuilder.Build(problem), [], SolveRun.ToTheEnd));
            var answer = AssignmentSolver.Solve(problem, SolveRun.ToTheEnd).Answer;
            var best = Exhaustive.Best(problem);

            Assert.Equal(best is null ? SolveStatus.Infeasible : SolveStatus.Optimal, answer.Status);
            if (best is { } optimum)
            {
                Assert.Equal(optimum, answer.Score!.Value, Close);
                Assert.Equal(optimum, answer.Bound!.Value, Close);
            }
        },
        iter: 3000);

    [Fact]
    public void Solve_EverybodyTakesTheSame_RunnersUpCostJustWhatTheySay() => Units.Sample(
        problem =>
        {
            var answer = AssignmentSolver.Solve(problem, SolveRun.ToTheEnd).Answer;
            foreach (var placement in answer.Placements.Where(p => p.RunnerUp is not null))
            {
                var pinned = Pinned(problem, placement.Seeker, placement.RunnerUp!.Place);
                Assert.Equal(placement.RunnerUp!.Price, Math.Abs(Exhaustive.Best(pinned)!.Value - answer.Score!.Value), Close);
            }
        },
        iter: 1000);

    [Fact]
    public void Solve_EverybodyTakesTheSameAndNotAllCanBe_NoRuleOfTheConflictCanBeSpared() => Units.Sample(
        problem =>
        {
            var answer = AssignmentSolver.Solve(problem, SolveRun.ToTheEnd).Answer;
            if (answer.Status != SolveStatus.Infeasible)
                return;
            AssertSmallest(problem, answer);
        },
        iter: 3000);

    /// <summary>Where nothing keeps every rule, no choice by hand changes that; the rules it is told by are its own where the chosen one has a part in them.</summary>
    [Fact]
    public void Change_NotAllCanBeAlready_NoRuleOfTheConflictCanBeSpared() => Units.Sample(
        problem =>
        {
            var before = AssignmentSolver.Solve(problem, SolveRun.ToTheEnd);
            if (before.Answer.Status != SolveStatus.Infeasible)
                return;
            foreach (var option in problem.Options.Where(o => problem.Seekers.Any(s => s.Id == o.Seeker && s.Pinned is null)))
            {
                var after = before.Change(option.Seeker, option.Place, SolveRun.ToTheEnd).After;
                Assert.Equal((SolveStatus.Infeasible, null), (after.Answer.Status, after.Answer.Score));
                AssertSmallest(Pinned(problem, option.Seeker, option.Place), after.Answer);
            }
        },
        iter: 500);

    [Fact]
    public void Change_ByHand_MovesNobodyMoreThanTheScoreAsks() => Units.Sample(
        problem =>
        {
            var before = AssignmentSolver.Solve(problem, SolveRun.ToTheEnd);
            if (before.Answer.Placements.FirstOrDefault(p => p.RunnerUp is not null) is not { } placement)
                return;
            var after = before.Change(placement.Seeker, placement.RunnerUp!.Place, SolveRun.ToTheEnd).After.Answer;
            var pinned = Pinned(problem, placement.Seeker, placement.RunnerUp!.Place);

            var fewest = int.MaxValue;
            Exhaustive.ForEach(pinned, (placed, score) =>
            {
                if (Math.Abs(score - after.Score!.Value) < Close)
                    fewest = Math.Min(fewest, Moved(before.Answer, problem, s => placed.GetValueOrDefault(s)?.Place));
            });

            Assert.Equal(fewest, Moved(before.Answer, problem, s => after.Placements.FirstOrDefault(p => p.Seeker == s)?.Place));
        },
        iter: 1000);

    [Theory]
    [InlineData("other-load")]
    [InlineData("crossing")]
    [InlineData("some-seekers")]
    [InlineData("share")]
    public void Solve_RowsThatAreNoTree_IsLeftToTheSearch(string kind)
    {
        var problem = Draw(5, 4, new Random(7)) with { Quotas = [] };
        problem = kind switch
        {
            "other-load" => problem with { Options = [problem.Options[0] with { Load = [problem.Options[0].Load[0] + 1] }, .. problem.Options.Skip(1)] },
            "crossing" => problem with { Quotas = [new Quota("a", ["p0", "p1"], Max: 3), new Quota("b", ["p1", "p2"], Max: 3)] },
            "some-seekers" => problem with { Quotas = [new Quota("a", ["p0", "p1"], Max: 3, Seekers: ["s0"])] },
            _ => problem with { Quotas = [new Quota("a", ["p0", "p1"], Share: new Share(2, 3, 0.1))] },
        };

        Assert.Null(NetworkFlow.Solve(ModelBuilder.Build(problem), [], SolveRun.ToTheEnd));
    }

    private static AssignmentProblem Pinned(AssignmentProblem problem, string seeker, string place) =>
        problem with { Seekers = [.. problem.Seekers.Select(s => s.Id == seeker ? s with { Pinned = place } : s)] };

    private static void AssertSmallest(AssignmentProblem problem, AssignmentAnswer answer)
    {
        Assert.True(answer.ConflictIsSmallest);
        Assert.Null(Exhaustive.Best(Rules.Only(problem, answer.Conflict)));
        Assert.All(answer.Conflict, spared => Assert.NotNull(Exhaustive.Best(Rules.Only(problem, [.. answer.Conflict.Where(r => r != spared)]))));
    }

    private static int Moved(AssignmentAnswer before, AssignmentProblem problem, Func<string, string?> placeNow) =>
        problem.Seekers.Count(s => before.Placements.FirstOrDefault(p => p.Seeker == s.Id)?.Place != placeNow(s.Id));

    private static AssignmentProblem Draw(int seekers, int places, Random random)
    {
        var load = random.Next(1, 4);
        Option[] options = [.. from i in Enumerable.Range(0, seekers) from p in Enumerable.Range(0, places) where random.Next(4) > 0 select new Option($"s{i}", $"p{p}", random.Next(-6, 6) / 2d, [load])];
        string[] ids = [.. Enumerable.Range(0, places).Select(p => $"p{p}")];
        var parts = random.Next(1, places + 1);
        return new AssignmentProblem(
            "units", random.Next(2) == 0 ? Sense.Minimize : Sense.Maximize, ["homes"],
            [.. Enumerable.Range(0, seekers).Select(i => new Seeker($"s{i}", Pin(i), random.Next(2) == 0, random.Next(-8, 8) / 2d))],
            [.. ids.Select(p => new Place(p, [random.Next(6) == 0 ? double.PositiveInfinity : random.Next(0, 3 * load)], random.Next(5) == 0 ? [random.Next(0, load + 1)] : null))],
            options, [.. Quotas()]);

        string? Pin(int i) => options.Where(o => o.Seeker == $"s{i}").ToArray() is { Length: > 0 } own && random.Next(8) == 0 ? own[0].Place : null;

        IEnumerable<Quota> Quotas()
        {
            // Parts that lie apart, and now and then one round all of them.
            for (var part = 0; part < parts; part++)
            {
                if (random.Next(2) == 0)
                    yield return Some($"q{part}", [.. ids.Where((_, at) => at % parts == part)]);
            }

            if (random.Next(3) == 0)
                yield return Some("whole", ids);
        }

        Quota Some(string name, string[] among) => new(
            name, among, random.Next(3) == 0 ? random.Next(0, 30) / 10d : null, random.Next(2) == 0 ? random.Next(0, 40) / 10d : null, random.Next(2) == 0 ? "homes" : Quota.CountSeekers);
    }
}
