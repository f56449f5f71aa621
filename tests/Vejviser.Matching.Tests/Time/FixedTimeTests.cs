using CsCheck;
using Vejviser.Matching.Assignment;
using Vejviser.Matching.Time;

namespace Vejviser.Matching.Tests.Time;

public sealed class FixedTimeTests
{
    private const int OnlyByProgram = 0;

    private static readonly Gen<FixedTimeProblem> Small =
        from meetings in Gen.Int[0, 6]
        from interpreters in Gen.Int[1, 4]
        from seed in Gen.Int[0, 1_000_000]
        select Of(meetings, interpreters, halfHours: 6, seed);

    [Fact]
    public void Solve_UpToSixMeetings_CostsAsLittleAsTheBestOfAllPlans() => Small.Sample(
        problem =>
        {
            var answer = FixedTimeSolver.Solve(problem, SolveRun.ToTheEnd).Answer;

            KeepsEveryRule(problem, answer);
            Assert.Equal((SolveStatus.Optimal, Exhaustive(problem), Exhaustive(problem).Unmet), (answer.Status, answer.Cost, answer.UnmetAtLeast));
        },
        iter: 2000, threads: 1);

    [Fact]
    public void Solve_ByTheProgram_CostsTheSame() => Small.Sample(
        problem =>
        {
            var answer = FixedTimeSolver.Solve(problem, SolveRun.ToTheEnd, OnlyByProgram).Answer;

            KeepsEveryRule(problem, answer);
            Assert.Equal((SolveStatus.Optimal, Exhaustive(problem), Exhaustive(problem).Unmet), (answer.Status, answer.Cost, answer.UnmetAtLeast));
        },
        iter: 60, threads: 1);

    [Theory]
    [InlineData(FixedTimeSolver.MostSteps)]
    [InlineData(OnlyByProgram)]
    public void Solve_ADayOfSixty_IsProvenAndTheSameByBothWays(int steps)
    {
        var problem = Of(60, 12, halfHours: 16, seed: 7);

        var (one, again) = (FixedTimeSolver.Solve(problem, SolveRun.ToTheEnd, steps).Answer, FixedTimeSolver.Solve(problem with { Meetings = [.. problem.Meetings.Reverse()] }, SolveRun.ToTheEnd, steps).Answer);

        KeepsEveryRule(problem, one);
        Assert.Equal(SolveStatus.Optimal, one.Status);
        Assert.Equal(one.Bookings, again.Bookings.Reverse());
        Assert.Equal(FixedTimeSolver.Solve(problem, SolveRun.ToTheEnd).Answer.Cost, one.Cost);
    }

    [Fact]
    public void PriceOf_AnyInterpreter_IsWhatTheBestPlanWithThemCostsMore() => Small.Sample(
        problem =>
        {
            var solver = FixedTimeSolver.Solve(problem, SolveRun.ToTheEnd);
            foreach (var meeting in problem.Meetings)
            {
                foreach (var choice in meeting.Choices)
                    Assert.Equal(Exhaustive(problem, meeting.Id, choice.Interpreter).Minus(solver.Answer.Cost), solver.PriceOf(meeting.Id, choice.Interpreter, SolveRun.ToTheEnd));
            }
        },
        iter: 300, threads: 1);

    [Fact]
    public void RunnerUp_TheNearerIsTaken_IsTheNextWithItsPrice()
    {
        InterpreterChoice video = new("v", MeetingMode.Video, 0, true), near = new("n", MeetingMode.OnSite, 20, true), far = new("f", MeetingMode.OnSite, 90, true);
        var problem = new FixedTimeProblem("day", [new("a", 0, 60, [far, video, near]), new("b", 30, 90, [near])]);

        var booking = FixedTimeSolver.Solve(problem, SolveRun.ToTheEnd).Answer.Bookings[0];

        Assert.Equal((video, new OtherInterpreter(far, new FixedCost(0, 1, 1, 90, 0))), (booking.Chosen, booking.RunnerUp));
    }

    [Fact]
    public void Solve_NoProblem_SaysWhichMeeting()
    {
        var fault = Assert.Throws<BadProblemException>(() => FixedTimeSolver.Solve(new("day", [new("a", 60, 60, [])]), SolveRun.ToTheEnd));
        Assert.Equal("out-of-bounds", fault.Reason.Code);
        Assert.Equal("meeting-twice", Assert.Throws<BadProblemException>(() => FixedTimeSolver.Solve(new("day", [new("a", 0, 60, []), new("a", 0, 60, [])]), SolveRun.ToTheEnd)).Reason.Code);
    }

    private static FixedTimeProblem Of(int meetings, int interpreters, int halfHours, int seed)
    {
        var random = new Random(seed);
        return new FixedTimeProblem("day", [.. Enumerable.Range(0, meetings).Select(m =>
        {
            var start = 30 * random.Next(halfHours);
            return new FixedMeeting($"m{m:00}", start, start + (30 * (1 + random.Next(3))), [.. Enumerable.Range(0, interpreters).Where(_ => random.Next(3) == 0).Select(i => Choice(i, random))]);
        })]);
    }

    private static InterpreterChoice Choice(int interpreter, Random random)
    {
        var mode = (MeetingMode)random.Next(3);
        return new InterpreterChoice($"i{interpreter}", mode, mode == MeetingMode.OnSite ? 10 * random.Next(8) : 0, random.Next(2) == 0);
    }

    private static void KeepsEveryRule(FixedTimeProblem problem, FixedTimeAnswer answer)
    {
        Assert.Equal(problem.Meetings.Select(m => m.Id), answer.Bookings.Select(b => b.Meeting));
        var held = problem.Meetings.Zip(answer.Bookings).Where(h => h.Second.Chosen is not null).ToList();
        Assert.All(held, h => Assert.Contains(h.Second.Chosen!, h.First.Choices));
        Assert.DoesNotContain(held, h => held.Exists(o => o.First != h.First && o.First.Overlaps(h.First) && o.Second.Chosen!.Interpreter == h.Second.Chosen!.Interpreter));
        Assert.Equal(answer.Cost, held.Aggregate(new FixedCost(problem.Meetings.Count - held.Count, 0, 0, 0, 0), (sum, h) => sum.Plus(h.Second.Chosen!.Cost)));
    }

    /// <summary>The least any plan costs; of those that give one meeting to one interpreter where that is asked.</summary>
    private static FixedCost Exhaustive(FixedTimeProblem problem, string? meeting = null, string? interpreter = null)
    {
        FixedCost? best = null;
        Hold(0, [], default);
        return best!.Value;

        void Hold(int at, List<(FixedMeeting Meeting, string Who)> taken, FixedCost cost)
        {
            if (at == problem.Meetings.Count)
            {
                best = best is { } known && !cost.IsLessThan(known) ? known : cost;
                return;
            }

            var now = problem.Meetings[at];
            foreach (var choice in now.Choices.Where(c => (now.Id != meeting || c.Interpreter == interpreter) && !taken.Exists(t => t.Who == c.Interpreter && t.Meeting.Overlaps(now))))
                Hold(at + 1, [.. taken, (now, choice.Interpreter)], cost.Plus(choice.Cost));
            if (now.Id != meeting)
                Hold(at + 1, taken, cost with { Unmet = cost.Unmet + 1 });
        }
    }
}
