using CsCheck;
using Vejviser.Matching.Assignment;
using Vejviser.Matching.Time;

namespace Vejviser.Matching.Tests.Time;

public sealed class TimeTests
{
    private const string Seed = "0000000000000";

    [Fact]
    public void Solve_RandomDay_SameOptimumAsExhaustiveSearchAndNoRuleBroken() => Day.Small.Sample(
        problem =>
        {
            var answer = Solve(problem);
            TimeJudge.KeepsEveryRule(problem, answer);
            Assert.Equal(SolveStatus.Optimal, answer.Status);
            Assert.Equal(TimeJudge.Exhaustive(problem), answer.Cost);
            Assert.Equal(answer.Cost, answer.Bound);
        },
        iter: 150, seed: Seed);

    /// <summary>The catalogue's page 16: twenty conversations in six languages on one day.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Solve_TwentyConversationsSixLanguages_SameOptimumAsAnotherProgram(int seed)
    {
        var problem = Day.Of(20, 9, 4, languages: 6, hours: 7, seed);
        var answer = Solve(problem);
        TimeJudge.KeepsEveryRule(problem, answer);
        Assert.Equal(SolveStatus.Optimal, answer.Status);
        Assert.Equal(TimeJudge.CpSat(problem), answer.Cost);
    }

    [Fact]
    public void Solve_InputInAnyOrder_SameAnswer() => Day.Small.Sample(
        problem =>
        {
            var turned = problem with
            {
                Meetings = [.. problem.Meetings.Reverse().Select(m => m with { Starts = [.. m.Starts.Reverse()], People = [.. m.People.Reverse()], Modes = [.. m.Modes.Reverse()] })],
                Rooms = [.. problem.Rooms.Reverse()],
                Interpreters = [.. problem.Interpreters.Reverse()],
            };
            Assert.Equal(Solve(problem).Bookings, Solve(turned).Bookings);
        },
        iter: 60, seed: Seed);

    [Fact]
    public void Solve_OneMoreInterpreter_IsNeverWorse() => Day.Small.Sample(
        problem =>
        {
            var more = problem with { Interpreters = [.. problem.Interpreters, new("extra", Day.Codes, [MeetingMode.Video], [(0, 10_000)])] };
            Assert.False(Solve(problem).Cost!.IsLessThan(Solve(more).Cost!));
        },
        iter: 60, seed: Seed);

    [Fact]
    public void Solve_OneAlreadyPinned_IsHeldThereAtTheLeastCost() => Day.Small.Sample(
        problem =>
        {
            if (problem.Meetings.FirstOrDefault(m => m.Starts.Count > 0) is not { } first)
                return;
            var pinned = problem with { Meetings = [.. problem.Meetings.Select(m => m == first ? m with { Pinned = new MeetingPin(m.Starts[^1]) } : m)] };
            var answer = Solve(pinned);
            Assert.Equal(TimeJudge.Exhaustive(pinned), answer.Cost);
            if (answer.Cost is null)
                Assert.Equal((SolveStatus.Infeasible, first.Id), (answer.Status, Assert.Single(answer.Conflict)));
            else
                Assert.Equal((first.Starts[^1], true), answer.Bookings.Where(b => b.Meeting == first.Id).Select(b => (b.Start, b.IsPinned)).Single());
        },
        iter: 100, seed: Seed);

    [Fact]
    public void Solve_SameDayTwice_SameAnswer()
    {
        var problem = Day.Of(20, 9, 4, languages: 6, hours: 7, seed: 3);
        Assert.Equal(Solve(problem).Bookings, TimeSolver.Solve(problem, new SolveRun { Cores = 1 }).Answer.Bookings);
    }

    [Fact]
    public void Solve_OutOfTimeAtOnce_EmptyPlanWithABoundThatHolds()
    {
        using var late = new CancellationTokenSource();
        late.Cancel();
        var problem = Day.Of(60, 8, 6, languages: 6, hours: 9, seed: 4);
        var hurried = TimeSolver.Solve(problem, new SolveRun { OutOfTime = late.Token }).Answer;
        TimeJudge.KeepsEveryRule(problem, hurried);
        Assert.Equal((SolveStatus.Feasible, new TimeCost(0, 0, 0)), (hurried.Status, hurried.Bound));
        Assert.Throws<OperationCanceledException>(() => TimeSolver.Solve(problem, new SolveRun { Abandon = late.Token }));
    }

    [Fact]
    public void Solve_BadProblem_NamesTheId()
    {
        var good = new Meeting("m", 30, [0], [], null, [MeetingMode.Video]);
        Assert.Equal("meeting-twice", Code([good, good]));
        Assert.Equal("out-of-bounds", Code([good with { Minutes = 0 }]));
        Assert.Equal("out-of-bounds", Code([good with { Starts = [-1] }]));
        Assert.Equal("start-twice", Code([good with { Starts = [1, 1] }]));
        Assert.Equal("unknown-room", Code([good with { Id = new string('m', 1 << 20), Rooms = ["r"] }]));
        Assert.Equal("pinned-to-unknown-start", Code([good with { Pinned = new MeetingPin(5) }]));
        Assert.Equal("unknown-interpreter", Code([good with { Pinned = new MeetingPin(0, "i") }]));
        Assert.Equal(SolveStatus.Optimal, Solve(new TimeProblem("x", Day.Rules, [], [], [])).Status);
        Assert.Equal(SolveStatus.Optimal, Solve(new TimeProblem("x", Day.Rules, [good with { Starts = [] }], [], [])).Status);

        static string Code(Meeting[] meetings)
        {
            var reason = Assert.Throws<BadProblemException>(() => Solve(new TimeProblem("x", Day.Rules, meetings, [], []))).Reason;
            Assert.True(reason.ToString().Length < 300);
            return reason.Code;
        }
    }

    private static TimeAnswer Solve(TimeProblem problem) => TimeSolver.Solve(problem, SolveRun.ToTheEnd).Answer;
}
