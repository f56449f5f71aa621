using CsCheck;
using Vejviser.Matching.Assignment;

namespace Vejviser.Matching.Tests.Assignment;

public sealed class SolverPropertyTests
{
    private const double Close = 1e-6;

    [Fact]
    public void Solve_SmallProblem_AgreesWithExhaustiveSearch() => RandomProblems.Small.Sample(
        problem =>
        {
            var answer = Solve(problem);
            var best = Exhaustive.Best(problem);

            Assert.Equal(best is null ? SolveStatus.Infeasible : SolveStatus.Optimal, answer.Status);
            if (best is not { } optimum)
                return;
            Assert.Equal(optimum, answer.Score!.Value, Close);
            Assert.Equal(optimum, answer.Bound!.Value, Close);
        },
        iter: 3000);

    /// <summary>Nine decimals beside a price a million times larger: rounding is more than a unit then, and the search must end all the same.</summary>
    [Fact]
    public void Solve_ScoresOfManyDigits_EndsAndAgreesWithExhaustiveSearch() => RandomProblems.Small.Sample(
        problem =>
        {
            var random = new Random(problem.Options.Count);
            var detailed = problem with
            {
                Options = [.. problem.Options.Select(o => o with { Score = Math.Round(o.Score / 100 + random.NextDouble(), 9) })],
                Seekers = [.. problem.Seekers.Select(s => s with { UnplacedScore = s.UnplacedScore * 10_000 })],
            };
            using var time = new CancellationTokenSource(TimeSpan.FromSeconds(20));
            var answer = AssignmentSolver.Solve(detailed, new SolveRun { OutOfTime = time.Token }).Answer;
            var best = Exhaustive.Best(detailed);

            Assert.Equal(best is null ? SolveStatus.Infeasible : SolveStatus.Optimal, answer.Status);
            if (best is { } optimum)
                Assert.Equal(optimum, answer.Score!.Value, Close);
        },
        iter: 200);

    [Fact]
    public void Solve_MiddleProblem_BreaksNoRuleAndItsScoreIsTheSum() => RandomProblems.Middle.Sample(
        problem =>
        {
            // What keeps every rule is asked here, not what is best: a hard one may stop before it is proven.
            using var time = new CancellationTokenSource(TimeSpan.FromSeconds(2));
            var answer = AssignmentSolver.Solve(problem, new SolveRun { OutOfTime = time.Token }).Answer;
            if (answer.Score is null)
                return;
            var placed = Placed(problem, answer);

            Assert.True(Exhaustive.KeepsEveryRule(problem, placed));
            Assert.Equal(Exhaustive.Score(problem, placed), answer.Score.Value, Close);
            Assert.All(problem.Seekers.Where(s => s.Pinned is not null), s => Assert.Equal(s.Pinned, placed[s.Id].Place));
            Assert.Equal(problem.Seekers.Count, answer.Placements.Count + answer.Unplaced.Count);
        },
        iter: 300);

    [Fact]
    public void Solve_GapAllowed_BoundIsNeverBetterThanTheOptimum() => RandomProblems.Small.Sample(
        problem =>
        {
            var answer = AssignmentSolver.Solve(problem, new SolveRun { Gap = 0.2 }).Answer;
            if (Exhaustive.Best(problem) is not { } optimum)
                return;
            var sign = problem.Sense == Sense.Maximize ? 1 : -1;
            Assert.True(sign * (answer.Bound!.Value - optimum) >= -Close);
            Assert.True(answer.Gap <= 0.2 + Close);
        },
        iter: 1000);

    [Fact]
    public void Solve_OrderOfInputChanged_GivesTheSamePlacements() => Gen.Select(RandomProblems.Middle, Gen.Int[0, 1_000_000]).Sample(
        (problem, seed) =>
        {
            var random = new Random(seed);
            var mixed = problem with
            {
                Seekers = Mixed(problem.Seekers, random), Places = Mixed(problem.Places, random), Options = Mixed(problem.Options, random),
                Quotas = Mixed(problem.Quotas, random),
            };

            Assert.Equal(Written(Solve(problem)), Written(Solve(mixed)));
        },
        iter: 40);

    [Fact]
    public void Solve_OneCoreOrTwo_GivesTheSamePlacements() => RandomProblems.Middle.Sample(
        problem => Assert.Equal(
            Written(Solve(problem)), Written(AssignmentSolver.Solve(problem, new SolveRun { Cores = 1 }).Answer)),
        iter: 40);

    [Fact]
    public void Solve_MoreCapacity_IsNeverWorse() => RandomProblems.Small.Sample(
        problem =>
        {
            var before = Solve(problem);
            var after = Solve(problem with { Places = [.. problem.Places.Select(p => p with { Capacity = [.. p.Capacity.Select(c => c + 1)] })] });
            if (before.Score is null)
                return;
            var sign = problem.Sense == Sense.Maximize ? 1 : -1;
            Assert.True(sign * (after.Score!.Value - before.Score.Value) >= -Close);
        },
        iter: 1000);

    [Fact]
    public void Change_ByHand_CostsWhatThePinnedProblemSaysAndAtLeastTheRunnerUpsPrice() => RandomProblems.Small.Sample(
        problem =>
        {
            var solved = AssignmentSolver.Solve(problem, SolveRun.ToTheEnd);
            if (solved.Answer.Placements.FirstOrDefault(p => p.RunnerUp is not null) is not { RunnerUp: { } next } placement)
                return;
            var change = solved.Change(placement.Seeker, next.Place, SolveRun.ToTheEnd);
            var pinned = problem with { Seekers = [.. problem.Seekers.Select(s => s.Id == placement.Seeker ? s with { Pinned = next.Place } : s)] };
            var best = Exhaustive.Best(pinned);

            Assert.Equal(best is null, change.Cost is null);
            if (best is { } optimum)
                Assert.Equal(Math.Abs(optimum - solved.Answer.Score!.Value), change.Cost!.Value, Close);
            Assert.True(change.Cost is null || change.Cost >= next.Price - Close);
        },
        iter: 500);

    [Fact]
    public void Solve_Infeasible_ConflictIsOneAndNoRuleOfItCanBeSpared() => RandomProblems.Small.Sample(
        problem =>
        {
            var answer = Solve(problem);
            if (answer.Status != SolveStatus.Infeasible)
                return;
            Assert.True(answer.ConflictIsSmallest);
            Assert.NotEmpty(answer.Conflict);
            Assert.Null(Exhaustive.Best(Rules.Only(problem, answer.Conflict)));
            Assert.All(answer.Conflict, spared => Assert.NotNull(Exhaustive.Best(Rules.Only(problem, [.. answer.Conflict.Where(r => r != spared)]))));
        },
        iter: 1500);

    private static AssignmentAnswer Solve(AssignmentProblem problem) => AssignmentSolver.Solve(problem, SolveRun.ToTheEnd).Answer;

    private static Dictionary<string, Option> Placed(AssignmentProblem problem, AssignmentAnswer answer) =>
        answer.Placements.ToDictionary(p => p.Seeker, p => problem.Options.Single(o => o.Seeker == p.Seeker && o.Place == p.Place));

    private static string Written(AssignmentAnswer answer) => string.Join(
        ' ', answer.Placements.Select(p => $"{p.Seeker}:{p.Place}").Order(StringComparer.Ordinal).Append($"{answer.Status} {answer.Score} {answer.Bound}"));

    private static T[] Mixed<T>(IReadOnlyList<T> items, Random random)
    {
        var mixed = items.ToArray();
        random.Shuffle(mixed);
        return mixed;
    }
}
