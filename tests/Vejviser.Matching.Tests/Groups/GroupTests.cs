using CsCheck;
using Vejviser.Matching.Assignment;
using Vejviser.Matching.Groups;

namespace Vejviser.Matching.Tests.Groups;

public sealed class GroupTests
{
    private const string Seed = "0000000000000";
    private static readonly string[] Codes = ["ti", "so", "ar"];

    private static readonly Gen<GroupProblem> Problems =
        from people in Gen.Int[0, 6]
        from sessions in Gen.Int[1, 4]
        from least in Gen.Int[1, 3]
        from more in Gen.Int[0, 2]
        from kind in Gen.Int[0, 3]
        from leaders in Gen.Int[-1, 3]
        from dice in Gen.Int[0, 999].Array[120]
        select Build(people, sessions, least, more, kind, leaders, dice);

    [Fact]
    public void Solve_UpToTwelvePeople_SameOptimumAsEveryWayThereIs() => Problems.Sample(
        problem =>
        {
            var answer = GroupSolver.Solve(problem);
            GroupJudge.KeepsEveryRule(problem, answer);
            Assert.Equal(SolveStatus.Optimal, answer.Status);
            Assert.Equal(GroupJudge.Exhaustive(problem), (answer.Weight, answer.Fit));
        },
        iter: 800, seed: Seed);

    [Fact]
    public void Solve_TwelvePeople_SameOptimumAsEveryWayThereIs()
    {
        for (var seed = 0; seed < 6; seed++)
        {
            var random = new Random(seed);
            var problem = Build(12, 3, 2 + seed % 2, 2, seed % 4, 2, [.. Enumerable.Range(0, 120).Select(_ => random.Next(1000))]);
            var answer = GroupSolver.Solve(problem);
            Assert.Equal(GroupJudge.Exhaustive(problem), (answer.Weight, answer.Fit));
        }
    }

    [Fact]
    public void Solve_SixtyPeopleFiveLanguages_SameOptimumAsCpSat()
    {
        for (var seed = 1; seed <= 3; seed++)
        {
            var problem = Course.Of(60, languages: 5, times: 4, rooms: 3, leaders: 8, seed);
            var answer = GroupSolver.Solve(problem);
            GroupJudge.KeepsEveryRule(problem, answer);
            Assert.Equal(SolveStatus.Optimal, answer.Status);
            Assert.Equal(GroupJudge.CpSat(problem), (answer.Weight, answer.Fit));
        }
    }

    [Fact]
    public void Solve_InputInAnyOrder_SameAnswer() => Problems.Sample(
        problem =>
        {
            var turned = problem with
            {
                People = [.. problem.People.Reverse().Select(p => p with { Wishes = [.. p.Wishes.Reverse()], Languages = [.. p.Languages.Reverse()] })],
                Sessions = [.. problem.Sessions.Reverse()],
                Leaders = problem.Leaders is null ? null : [.. problem.Leaders.Reverse()],
            };
            var (one, other) = (GroupSolver.Solve(problem), GroupSolver.Solve(turned));
            Assert.Equal(one.Waiting, other.Waiting);
            Assert.Equal(one.Groups.Select(g => (g.Session, g.Leader, g.Language)), other.Groups.Select(g => (g.Session, g.Leader, g.Language)));
            Assert.Equal(one.Groups.SelectMany(g => g.Members), other.Groups.SelectMany(g => g.Members));
        },
        iter: 400, seed: Seed);

    [Fact]
    public void Solve_OneMoreSeat_IsNeverWorse() => Problems.Sample(
        problem =>
        {
            var before = GroupSolver.Solve(problem);
            var after = GroupSolver.Solve(problem with { Sessions = [.. problem.Sessions.Select(s => s with { Capacity = s.Capacity + 1 })] });
            Assert.True((after.Weight, after.Fit).CompareTo((before.Weight, before.Fit)) >= 0);
        },
        iter: 400, seed: Seed);

    [Fact]
    public void Solve_OutOfTimeAtOnce_BoundStillHolds()
    {
        using var late = new CancellationTokenSource();
        late.Cancel();
        var problem = Course.Of(60, languages: 5, times: 4, rooms: 3, leaders: 8, seed: 2);
        var (hurried, full) = (GroupSolver.Solve(problem, new SolveRun { OutOfTime = late.Token }), GroupSolver.Solve(problem));
        GroupJudge.KeepsEveryRule(problem, hurried);
        Assert.InRange(full.Weight, hurried.Weight, hurried.WeightBound);
        Assert.Throws<OperationCanceledException>(() => GroupSolver.Solve(problem, new SolveRun { Abandon = late.Token }));
    }

    [Fact]
    public void Solve_WhatIsMissing_IsNamed()
    {
        var wishes = new[] { new GroupWish("mon"), new GroupWish("tue") };
        GroupPerson[] people =
        [
            .. Enumerable.Range(0, 6).Select(i => new GroupPerson($"ti{i}", ["ti"], wishes)),
            .. Enumerable.Range(0, 9).Select(i => new GroupPerson($"so{i}", ["so"], wishes)),
            .. Enumerable.Range(0, 11).Select(i => new GroupPerson($"ar{i:00}", ["ar"], [wishes[0]], Weight: i == 3 ? 1 : 2)),
            .. Enumerable.Range(0, 8).Select(i => new GroupPerson($"fa{i}", ["fa"], [wishes[0]])),
        ];
        var problem = new GroupProblem("lacks", new GroupRules(8, 10, OneLanguage: true), people, [new("mon", "mon", 12), new("tue", "tue", 12)], [new("a", ["ti", "ar"], ["mon", "tue"]), new("b", ["fa"], ["mon", "tue"])]);
        var answer = GroupSolver.Solve(problem);
        Assert.Equal(20, answer.Weight);
        Assert.Contains(new Reason("people-short", ("language", "ti"), ("session", "mon"), ("short", 2), ("waiting", 6)), answer.Lacks);
        Assert.Contains(new Reason("no-leader-speaks", ("language", "so"), ("waiting", 9)), answer.Lacks);
        Assert.Contains(new Reason("no-room-free", ("language", "fa"), ("time", "mon"), ("waiting", 8)), answer.Lacks);
        Assert.Equal("ar03", Assert.Single(answer.Waiting, w => w.Reason.Code == "group-full").Person);
        Assert.Equal(Enumerable.Range(1, answer.Waiting.Count), answer.Waiting.Select(w => w.Number));
    }

    /// <summary>The catalogue's page 50: nine youths, two villas of four and five, contact persons who share the mother tongue.</summary>
    [Fact]
    public void NineYouths_TwoVillas_AllPlacedByLanguageAgeAndFit()
    {
        string[] tongues = ["ti", "ti", "ar", "ar", "fa", "ti", "so", "so", "ar"];
        var youths = tongues.Select((tongue, i) => new GroupPerson($"y{i}", [tongue], [new("east", 3 + i % 3), new("west", 2 + i * 2 % 5)], Level: 14 + i % 4, Pinned: i == 4 ? "west" : null)).ToArray();
        var problem = new GroupProblem("villas", new GroupRules(4, 5, LevelSpan: 3), youths, [new("east", "always", 5, ["ti", "ar"]), new("west", "always", 5, ["fa", "so", "ar"])]);
        var answer = GroupSolver.Solve(problem);
        GroupJudge.KeepsEveryRule(problem, answer);
        Assert.Equal(9, answer.Weight);
        Assert.Equal(9, answer.WeightBound);
        Assert.Equal(answer.Fit, answer.FitBound);
        Assert.Equal(GroupJudge.CpSat(problem), (answer.Weight, answer.Fit));
    }

    [Fact]
    public void Solve_BadProblem_NamesTheId()
    {
        var rules = new GroupRules(2, 3);
        Assert.Equal("person-twice", Code(new("x", rules, [new("p", [], []), new("p", [], [])], [])));
        Assert.Equal("session-twice", Code(new("x", rules, [], [new("s", "", 1), new("s", "", 1)])));
        Assert.Equal("out-of-bounds", Code(new("x", rules, [], [new("s", "", -1)])));
        Assert.Equal("out-of-bounds", Code(new("x", new GroupRules(3, 2), [], [])));
        Assert.Equal("out-of-bounds", Code(new("x", rules, [new("p", [], [], Weight: 0)], [])));
        Assert.Equal("unknown-session", Code(new("x", rules, [new("p", [], [new("s")])], [])));
        Assert.Equal("person-without-level", Code(new("x", rules with { LevelSpan = 1 }, [new("p", [], [])], [])));
        Assert.Equal("person-without-language", Code(new("x", rules with { OneLanguage = true }, [new("p", [], [])], [])));
        Assert.Equal("pinned-without-wish", Code(new("x", rules, [new(new string('p', 1 << 20), [], [], Pinned: "s")], [new("s", "", 1)])));
        var nothing = GroupSolver.Solve(new("x", rules, [], []));
        Assert.Equal((SolveStatus.Optimal, 0L), (nothing.Status, nothing.WeightBound));
        static string Code(GroupProblem problem)
        {
            var reason = Assert.Throws<BadProblemException>(() => GroupSolver.Solve(problem)).Reason;
            Assert.True(reason.ToString().Length < 300);
            return reason.Code;
        }
    }

    private static GroupProblem Build(int people, int sessions, int least, int more, int kind, int leaders, int[] dice)
    {
        var next = 0;
        int Roll(int sides) => dice[next++ % dice.Length] / 7 % sides;
        var rules = new GroupRules(least, least + more, OneLanguage: kind is 1 or 2, LevelSpan: kind >= 2 ? 1 : null);
        GroupSession[] rooms = [.. Enumerable.Range(0, sessions).Select(s => new GroupSession($"r{s}", $"t{s % 2}", 1 + Roll(5), kind == 3 && Roll(3) == 0 ? [Codes[0], Codes[1]] : null))];
        GroupPerson[] group =
        [
            .. Enumerable.Range(0, people).Select(p => new GroupPerson(
                $"p{p:00}",
                Roll(4) == 0 ? [Codes[Roll(3)], "da"] : [Codes[Roll(3)]],
                [.. rooms.Where(_ => Roll(4) > 0).Select(r => new GroupWish(r.Id, Roll(6)))],
                1 + Roll(3),
                1 + Roll(4))),
        ];
        GroupLeader[]? led = leaders < 0 ? null : [.. Enumerable.Range(0, leaders).Select(l => new GroupLeader($"l{l}", [Codes[Roll(3)], Codes[Roll(3)]], [.. rooms.Where(_ => Roll(3) > 0).Select(r => r.Id)], 1 + Roll(2)))];
        return new GroupProblem("random", rules, group, rooms, led);
    }
}
