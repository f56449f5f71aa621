using CsCheck;
using Vejviser.Matching.Assignment;
using Vejviser.Matching.Time;

namespace Vejviser.Matching.Tests.Time;

public sealed class TimeTests
{
    private const string Seed = "0000000000000";
    private static readonly string[] Codes = ["ti", "so", "ar", "fa", "ps", "ku"];
    private static readonly string[] Sites = ["hall", "school", "centre"];

    private static readonly Gen<TimeProblem> Problems =
        from meetings in Gen.Int[0, 6]
        from interpreters in Gen.Int[0, 3]
        from rooms in Gen.Int[0, 2]
        from seed in Gen.Int[0, 1_000_000]
        select Day(meetings, interpreters, rooms, languages: 2, hours: 3, seed);

    [Fact]
    public void Solve_RandomDay_SameOptimumAsCpSatAndNoRuleBroken() => Problems.Sample(
        problem =>
        {
            var answer = TimeSolver.Solve(problem);
            TimeJudge.KeepsEveryRule(problem, answer);
            Assert.Equal(SolveStatus.Optimal, answer.Status);
            Assert.Equal(TimeJudge.CpSat(problem), (answer.Cost.Unmet, answer.Cost.NotByVideo, answer.Cost.TravelMinutes));
        },
        iter: 300, seed: Seed);

    /// <summary>The catalogue's page 16: twenty conversations in six languages on one day.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Solve_TwentyConversationsSixLanguages_SameOptimumAsCpSat(int seed)
    {
        var problem = Day(20, 9, 4, languages: 6, hours: 7, seed);
        var answer = TimeSolver.Solve(problem);
        TimeJudge.KeepsEveryRule(problem, answer);
        Assert.Equal(SolveStatus.Optimal, answer.Status);
        Assert.Equal(TimeJudge.CpSat(problem), (answer.Cost.Unmet, answer.Cost.NotByVideo, answer.Cost.TravelMinutes));
    }

    [Fact]
    public void Solve_InputInAnyOrder_SameAnswer() => Problems.Sample(
        problem =>
        {
            var turned = problem with
            {
                Meetings = [.. problem.Meetings.Reverse().Select(m => m with { Starts = [.. m.Starts.Reverse()], People = [.. m.People.Reverse()] })],
                Rooms = [.. problem.Rooms.Reverse()],
                Interpreters = [.. problem.Interpreters.Reverse()],
            };
            Assert.Equal(TimeSolver.Solve(problem).Bookings, TimeSolver.Solve(turned).Bookings);
        },
        iter: 200, seed: Seed);

    [Fact]
    public void Solve_OneMoreInterpreter_IsNeverWorse() => Problems.Sample(
        problem =>
        {
            var more = problem with { Interpreters = [.. problem.Interpreters, new("extra", Codes, [MeetingMode.Video], [(0, 10_000)])] };
            var (before, after) = (TimeSolver.Solve(problem).Cost, TimeSolver.Solve(more).Cost);
            Assert.True((after.Unmet, after.NotByVideo, after.TravelMinutes).CompareTo((before.Unmet, before.NotByVideo, before.TravelMinutes)) <= 0);
        },
        iter: 200, seed: Seed);

    [Fact]
    public void Solve_Pinned_IsHeldThere()
    {
        var problem = Day(8, 4, 3, languages: 2, hours: 6, seed: 5);
        var free = TimeSolver.Solve(problem).Bookings.First(b => b.Interpreter is not null);
        var other = problem.Meetings.Single(m => m.Id == free.Meeting).Starts.First(s => s != free.Start);
        var pinned = problem with { Meetings = [.. problem.Meetings.Select(m => m.Id == free.Meeting ? m with { Pinned = new MeetingPin(other), Weight = 100 } : m)] };
        Assert.Equal(other, TimeSolver.Solve(pinned).Bookings.Single(b => b.Meeting == free.Meeting).Start);
    }

    [Fact]
    public void Solve_WhatStandsInTheWay_IsNamed()
    {
        MeetingMode[] video = [MeetingMode.Video];
        var six = Enumerable.Range(0, 6).Select(i => $"p{i}").ToArray();
        var problem = new TimeProblem(
            "why",
            new TimeRules(),
            [
                new("crowd", 60, [600], six, "ti", video),
                new("crowd-there", 60, [600], six, "ti", [MeetingMode.Video, MeetingMode.OnSite], "hall"),
                new("no-language", 60, [600], ["a"], "xx", video),
                new("young", 60, [600], ["b"], "so", video),
                new("late", 60, [1200], ["c"], "ti", video),
                new("first", 60, [660], ["d"], "ti", video, Weight: 2),
                new("second", 60, [690], ["e"], "ti", video),
            ],
            [],
            [new("t", ["ti"], [MeetingMode.Video, MeetingMode.OnSite], [(540, 900)], new Dictionary<string, int> { ["hall"] = 20 }, 40), new("s", ["so"], video, [(0, 1440)], Age: 17)]);
        var answer = TimeSolver.Solve(problem);
        var reasons = answer.Unmet.ToDictionary(u => u.Meeting, u => u.Reason.Code);
        Assert.Equal("too-many-in-view", reasons["crowd"]);
        Assert.Equal("interpreter-lacks-language", reasons["no-language"]);
        Assert.Equal("interpreter-under-age", reasons["young"]);
        Assert.Equal("interpreter-not-free", reasons["late"]);
        Assert.Equal("all-times-taken", reasons["second"]);
        Assert.Equal(["first"], answer.Unmet.Single(u => u.Meeting == "second").Blockers);
        var there = answer.Bookings.Single(b => b.Meeting == "crowd-there");
        Assert.Equal((MeetingMode.OnSite, 40, "too-many-in-view"), (there.Mode, there.TravelMinutes, there.Reason!.Code));
    }

    [Fact]
    public void Solve_OutOfTimeAtOnce_BoundHoldsAndAnswerComes()
    {
        using var late = new CancellationTokenSource();
        late.Cancel();
        var problem = Day(60, 8, 6, languages: 6, hours: 9, seed: 4);
        var hurried = TimeSolver.Solve(problem, new SolveRun { OutOfTime = late.Token });
        TimeJudge.KeepsEveryRule(problem, hurried);
        Assert.True(hurried.Bound <= hurried.Total);
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
        Assert.Equal(SolveStatus.Optimal, TimeSolver.Solve(new TimeProblem("x", new TimeRules(), [], [], [])).Status);
        static string Code(Meeting[] meetings)
        {
            var reason = Assert.Throws<BadProblemException>(() => TimeSolver.Solve(new TimeProblem("x", new TimeRules(), meetings, [], []))).Reason;
            Assert.True(reason.ToString().Length < 300);
            return reason.Code;
        }
    }

    private static TimeProblem Day(int meetings, int interpreters, int rooms, int languages, int hours, int seed)
    {
        var random = new Random(seed);
        MeetingRoom[] all = [.. Enumerable.Range(0, rooms).Select(r => new MeetingRoom($"r{r}", 2 + random.Next(6)))];
        return new TimeProblem(
            "day",
            new TimeRules(),
            [
                .. Enumerable.Range(0, meetings).Select(m => new Meeting(
                    $"m{m:00}",
                    30 * (1 + random.Next(3)),
                    [.. Enumerable.Range(0, 2 * hours - 2).Where(_ => random.Next(3) > 0).Select(h => 480 + 30 * h)],
                    [.. Enumerable.Range(0, random.Next(6) == 0 ? 6 : 1 + random.Next(3)).Select(_ => $"p{random.Next(2 + meetings)}").Distinct()],
                    random.Next(8) == 0 ? null : Codes[random.Next(languages)],
                    random.Next(3) == 0 ? [MeetingMode.OnSite] : random.Next(3) == 0 ? [MeetingMode.Video] : [MeetingMode.Video, MeetingMode.OnSite, MeetingMode.Phone],
                    Sites[random.Next(3)],
                    random.Next(2) == 0 ? null : [.. all.Select(r => r.Id)],
                    1 + random.Next(2))),
            ],
            all,
            [
                .. Enumerable.Range(0, interpreters).Select(i => new Interpreter(
                    $"i{i}",
                    [Codes[i % languages], Codes[random.Next(languages)]],
                    random.Next(3) == 0 ? [MeetingMode.Video] : [MeetingMode.Video, MeetingMode.OnSite, MeetingMode.Phone],
                    [(480 + 30 * random.Next(3), 480 + 60 * hours - 30 * random.Next(3))],
                    Sites.Where(_ => random.Next(5) > 0).ToDictionary(s => s, _ => 10 + random.Next(50)),
                    random.Next(6) == 0 ? 17 : 30)),
            ],
            [new SiteTravel("hall", "school", 15), new SiteTravel("centre", "school", 25)]);
    }
}
