using Vejviser.Matching.Assignment;

namespace Vejviser.Matching.Tests.Assignment;

public sealed class EdgeTests
{
    [Fact]
    public void Solve_NoSeekers_IsOptimalWithScoreNothing()
    {
        var answer = Solve(Problem([], [new Place("p", [1])], []));

        Assert.Equal((SolveStatus.Optimal, 0d, 0d), (answer.Status, answer.Score, answer.Bound));
    }

    [Fact]
    public void Solve_NoSeekersButAMinimum_IsInfeasibleAndNamesIt()
    {
        var answer = Solve(Problem([], [new Place("p", [5], [2])], []));

        Assert.Equal(SolveStatus.Infeasible, answer.Status);
        Assert.Equal([new Reason("minimum", ("place", "p"), ("beds", 2))], answer.Conflict);
    }

    [Fact]
    public void Solve_NoPlaces_OptionalSeekerStaysUnplacedWithItsPrice()
    {
        var answer = Solve(Problem([new Seeker("s", null, Optional: true, UnplacedScore: 7)], [], []));

        Assert.Equal(7, answer.Score);
        Assert.Equal([new Unplaced("s", 7, new Reason("no-option", ("seeker", "s")))], answer.Unplaced);
    }

    [Fact]
    public void Solve_NoOptions_ConflictIsTheSeekerAlone()
    {
        var answer = Solve(Problem([new Seeker("s")], [new Place("p", [1])], []));

        Assert.Equal(SolveStatus.Infeasible, answer.Status);
        Assert.Equal(["must-be-placed"], answer.Conflict.Select(r => r.Code));
    }

    [Fact]
    public void Solve_ThreeFamiliesOfSixAndOneLargeHome_ConflictNamesTwoOfThemAndTheHome()
    {
        var seekers = new[] { "a", "b", "c", "small" }.Select(id => new Seeker(id)).ToArray();
        Option[] options = [.. seekers.SelectMany(s => new[] { "large", "little" }.Select(p => new Option(s.Id, p, 1, [s.Id == "small" ? 1 : 6])))];

        var answer = Solve(Problem(seekers, [new Place("large", [7]), new Place("little", [4])], options));

        Assert.Equal(SolveStatus.Infeasible, answer.Status);
        Assert.True(answer.ConflictIsSmallest);
        Assert.Equal(2, answer.Conflict.Count(r => r.Code == "must-be-placed"));
        Assert.Contains(new Reason("capacity", ("place", "large"), ("beds", 7)), answer.Conflict);
        Assert.DoesNotContain(answer.Conflict, r => r.Values.Contains(("seeker", "small")));
    }

    /// <summary>Pairs never make up an odd number: prices cannot tell, the second opinion can.</summary>
    [Fact]
    public void Solve_PairsThatNeverMakeUpAnOddNumber_NamesTheMinimumAndTheCapacity()
    {
        Seeker[] pairs = [.. Enumerable.Range(0, 40).Select(k => new Seeker($"s{k}", null, Optional: true))];

        var answer = Solve(Problem(pairs, [new Place("odd", [21], [21])], [.. pairs.Select(s => new Option(s.Id, "odd", 1, [2]))]));

        Assert.Equal(SolveStatus.Infeasible, answer.Status);
        Assert.Equal(["minimum", "capacity"], answer.Conflict.Select(r => r.Code));
        Assert.True(answer.ConflictIsSmallest);
    }

    /// <summary>Dividing two markets in half to the last unit (Cornuéjols and Dawande 1999) is a question nobody waits for, and without the quota it would be asked.</summary>
    [Fact]
    public void Solve_ConflictBesideAQuestionTooHardToAnswer_NamesTheConflictAndSaysThatItMayBeTooLarge()
    {
        var random = new Random(1);
        Seeker[] shops = [.. Enumerable.Range(0, 40).Select(k => new Seeker($"s{k:00}", null, Optional: true))];
        Option[] options = [.. shops.Select(s => new Option(s.Id, "half", 1, [.. Enumerable.Range(0, 5).Select(_ => (double)random.Next(100))]))];
        double[] half = [.. Enumerable.Range(0, 5).Select(d => Math.Floor(options.Sum(o => o.Load[d]) / 2))];
        var problem = Problem(shops, [new Place("half", half, half), new Place("closed", [.. half.Select(_ => double.PositiveInfinity)])], options) with
        {
            Dimensions = ["a", "b", "c", "d", "e"],
            Quotas = [new Quota("somebody in the closed house", ["closed"], Min: 1)],
        };

        var answer = Solve(problem);

        Assert.Equal(SolveStatus.Infeasible, answer.Status);
        Assert.Equal([new Reason("quota", ("quota", "somebody in the closed house"))], answer.Conflict);
        Assert.False(answer.ConflictIsSmallest);
    }

    [Fact]
    public void Solve_OptionalSeekerWithoutRoom_SaysWhy()
    {
        var answer = Solve(Problem(
            [new Seeker("first"), new Seeker("second", null, Optional: true)], [new Place("p", [1])],
            [new Option("first", "p", 1, [1]), new Option("second", "p", 5, [1])]));

        Assert.Equal([new Unplaced("second", 0, new Reason("no-room", ("seeker", "second")))], answer.Unplaced);
    }

    [Fact]
    public void Solve_OptionCarriesPointsByRule_AnswerShowsThem()
    {
        var part = new Vejviser.Matching.Rules.RuleScore("nearness", 12, "km", -0.5);

        var answer = Solve(Problem([new Seeker("s")], [new Place("p", [1])], [new Option("s", "p", -6, [1], [part])]));

        Assert.Equal([part], answer.Placements.Single().Parts);
    }

    [Fact]
    public void Solve_MixOfTwoThirdsToOneThird_IsKept()
    {
        var seekers = Enumerable.Range(0, 9).Select(i => new Seeker($"s{i}", null, Optional: true)).ToArray();
        string[] newcomers = ["s0", "s1", "s2", "s3"];
        var quota = new Quota("mix", ["house"], Seekers: newcomers, Share: new Share(2, 3, 0, ["house"]));
        var problem = Problem(seekers, [new Place("house", [9])], [.. seekers.Select(s => new Option(s.Id, "house", 1, [1]))]) with { Quotas = [quota] };

        var answer = Solve(problem with { Sense = Sense.Maximize });

        Assert.Equal(6, answer.Placements.Count);
        Assert.Equal(4, answer.Placements.Count(p => newcomers.Contains(p.Seeker)));
    }

    [Fact]
    public void Solve_TimeIsUpAtOnce_ComesBackWithWhatIsProven()
    {
        using var time = new CancellationTokenSource();
        time.Cancel();

        var answer = AssignmentSolver.Solve(Large(), new SolveRun { OutOfTime = time.Token }).Answer;

        Assert.True(answer.Status is SolveStatus.Feasible or SolveStatus.Unknown);
        Assert.True(answer.Score is null || answer.Bound <= answer.Score);
    }

    [Fact]
    public void Solve_Abandoned_Throws()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();

        Assert.Throws<OperationCanceledException>(() => AssignmentSolver.Solve(Large(), new SolveRun { Abandon = stop.Token }));
    }

    [Fact]
    public void Solve_WithProgress_ReportsScoreAndBoundThatCloseIn()
    {
        var told = new List<SolveProgress>();

        var answer = AssignmentSolver.Solve(Large(), new SolveRun { Progress = new Listener(told) }).Answer;

        Assert.Contains(told, p => p.Bound is not null);
        Assert.All(told, p => Assert.True(p.Bound is null || p.Bound <= answer.Score + 1e-6));
        Assert.All(told, p => Assert.True(p.Score is null || p.Score >= answer.Score - 1e-6));
    }

    private static AssignmentProblem Large()
    {
        var random = new Random(5);
        var options = from i in Enumerable.Range(0, 80) from p in Enumerable.Range(0, 6) select new Option($"s{i}", $"p{p}", random.Next(10, 50), [random.Next(5, 25)]);
        return Problem([.. Enumerable.Range(0, 80).Select(i => new Seeker($"s{i}"))], [.. Enumerable.Range(0, 6).Select(p => new Place($"p{p}", [160]))], [.. options]);
    }

    private static AssignmentAnswer Solve(AssignmentProblem problem) => AssignmentSolver.Solve(problem, SolveRun.ToTheEnd).Answer;

    private static AssignmentProblem Problem(Seeker[] seekers, Place[] places, Option[] options) =>
        new("edge", Sense.Minimize, ["beds"], seekers, places, options, []);

    private sealed class Listener(List<SolveProgress> told) : IProgress<SolveProgress>
    {
        public void Report(SolveProgress value) => told.Add(value);
    }
}
