using Vejviser.Matching.Assignment;
using Vejviser.Matching.Time;

namespace Vejviser.Matching.Tests.Time;

/// <summary>What a person is told: why not, who stands in the way, what another time costs.</summary>
public sealed class TimeReasonTests
{
    private static readonly MeetingMode[] Video = [MeetingMode.Video];
    private static readonly MeetingMode[] There = [MeetingMode.OnSite];
    private static readonly string[] Crowd = ["a1", "a2", "a3", "a4", "a5", "a6"];

    [Fact]
    public void Solve_WhatStandsInTheWay_IsNamed()
    {
        var solver = Solve(
            [
                new("crowd", 60, [600], Crowd, "ti", Video),
                new("crowd-there", 60, [600], Crowd, "ti", [MeetingMode.Video, MeetingMode.OnSite], "hall"),
                new("no-language", 60, [600], ["a"], "xx", Video),
                new("young", 60, [600], ["b"], "so", Video),
                new("late", 60, [1200], ["c"], "ti", Video),
                new("first", 60, [660], ["d"], "ti", Video, Weight: 2),
                new("second", 60, [690], ["e"], "ti", Video),
            ],
            new("t", ["ti"], [MeetingMode.Video, MeetingMode.OnSite], [(540, 900)], new Dictionary<string, int> { ["hall"] = 20 }, 40),
            new("s", ["so"], Video, [(0, 1440)], Age: 17));
        var reasons = solver.Answer.Unmet.ToDictionary(u => u.Meeting, u => u.Reason.Code);
        Assert.Equal("too-many-in-view", reasons["crowd"]);
        Assert.Equal("interpreter-lacks-language", reasons["no-language"]);
        Assert.Equal("interpreter-under-age", reasons["young"]);
        Assert.Equal("interpreter-not-free", reasons["late"]);
        Assert.Equal("all-times-taken", reasons["second"]);
        Assert.Equal(["first"], solver.StandsInTheWay("second", SolveRun.ToTheEnd));
        Assert.Empty(solver.StandsInTheWay("first", SolveRun.ToTheEnd));
        var there = solver.Answer.Bookings.Single(b => b.Meeting == "crowd-there");
        Assert.Equal((MeetingMode.OnSite, 40, "too-many-in-view"), (there.Mode, there.TravelMinutes, there.Reason!.Code));
    }

    [Fact]
    public void StandsInTheWay_TwoInterpretersForThree_NamesBothAndNobodyElse()
    {
        var solver = Solve(
            [new("a", 30, [0], [], "ti", Video, Weight: 2), new("b", 30, [0], [], "ti", Video, Weight: 2), new("c", 30, [0], [], "ti", Video), new("d", 30, [60], [], "ti", Video)],
            new("i", ["ti"], Video, [(0, 100)]),
            new("j", ["ti"], Video, [(0, 100)]));
        Assert.Equal(["a", "b"], solver.StandsInTheWay("c", SolveRun.ToTheEnd));
    }

    [Fact]
    public void Solve_PinnedCannotAllBeHeld_NamesASmallestSet()
    {
        var pin = new MeetingPin(0);
        var answer = Solve(
            [new("a", 30, [0], [], "ti", Video, Pinned: pin), new("b", 30, [0], [], "ti", Video, Pinned: pin), new("c", 30, [60], [], "ti", Video, Pinned: new MeetingPin(60))],
            new Interpreter("i", ["ti"], Video, [(0, 100)])).Answer;
        Assert.Equal(SolveStatus.Infeasible, answer.Status);
        Assert.Equal(["a", "b"], answer.Conflict);
        Assert.True(answer.ConflictIsSmallest);
    }

    [Fact]
    public void Solve_TwoCanDoIt_NearestIsTakenAndTheOtherIsTheRunnerUp()
    {
        var booking = Assert.Single(Nearness().Answer.Bookings);
        Assert.Equal(("near", 20), (booking.Interpreter, booking.TravelMinutes));
        Assert.Equal(new OtherWay(0, MeetingMode.OnSite, "far", 60), booking.RunnerUp);
    }

    [Fact]
    public void Solve_OtherTimeWhereThePersonIsElsewhere_IsNoRunnerUp()
    {
        Meeting[] two = [new("a", 30, [0, 60], ["p"], null, Video), new("b", 30, [60], ["p"], null, Video)];

        Assert.All(Solve(two).Answer.Bookings, b => Assert.Null(b.RunnerUp));
        Assert.NotNull(Solve([two[0], two[1] with { People = ["q"] }]).Answer.Bookings[0].RunnerUp);
    }

    [Fact]
    public void Change_ToTheFartherInterpreter_CostsTheWay()
    {
        var change = Nearness().Change("m", new MeetingPin(0, "far"), SolveRun.ToTheEnd);
        Assert.Equal(new TimeCost(0, 0, 60), change.Cost);
        Assert.Equal(("far", true), (change.After.Answer.Bookings[0].Interpreter, change.After.Answer.Bookings[0].IsPinned));
        Assert.Equal("unknown-meeting", Assert.Throws<BadProblemException>(() => Nearness().Change("x", new MeetingPin(0), SolveRun.ToTheEnd)).Reason.Code);
    }

    [Fact]
    public void Solve_RoadLongerThanThePause_OneIsUnmet()
    {
        Meeting[] two = [new("a", 30, [0], [], "ti", There, "hall"), new("b", 30, [40], [], "ti", There, "school")];
        var ways = new Dictionary<string, int> { ["hall"] = 5, ["school"] = 6 };
        Assert.Single(Solve(two, new Interpreter("i", ["ti"], There, [(0, 100)], ways)).Answer.Unmet);
        ways["school"] = 5;
        Assert.Empty(Solve(two, new Interpreter("i", ["ti"], There, [(0, 100)], ways)).Answer.Unmet);
    }

    private static TimeSolver Nearness() => Solve(
        [new("m", 30, [0], [], "ti", There, "hall")],
        new("far", ["ti"], There, [(0, 100)], new Dictionary<string, int> { ["hall"] = 40 }),
        new("near", ["ti"], There, [(0, 100)], new Dictionary<string, int> { ["hall"] = 10 }));

    private static TimeSolver Solve(Meeting[] meetings, params Interpreter[] interpreters) =>
        TimeSolver.Solve(new TimeProblem("why", Day.Rules, meetings, [], interpreters), SolveRun.ToTheEnd);
}
