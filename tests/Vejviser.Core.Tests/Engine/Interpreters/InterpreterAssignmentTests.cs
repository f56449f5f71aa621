using CsCheck;
using Vejviser.Core.Engine.Interpreters;
using Vejviser.Core.Foundation.People;
using FixedCost = Vejviser.Matching.Time.FixedCost;

namespace Vejviser.Core.Tests.Engine.Interpreters;

public sealed class InterpreterAssignmentTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static readonly DateTime Nine = new(2026, 2, 3, 8, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Solve_OnlyOneCanDoTheOther_ChangesPlaces()
    {
        var (a, b, c) = (Speaks("A", "ar", "fa"), Speaks("B", "ar", "ti"), Speaks("C", "ti"));
        var wanted = new[] { Want("ar", 0), Want("fa", 0), Want("ti", 0) };

        var proposals = InterpreterAssignment.Solve(wanted, [a, b, c], Cancel).Proposals;

        Assert.Equal(["B", "A", "C"], proposals.Select(p => p.Chosen?.Interpreter.Name));
    }

    [Fact]
    public void Solve_VideoOrNear_TakesVideoThenTheNearestAndNamesTheOther()
    {
        var (far, near, video) = (Speaks("Fjern", "ar"), Speaks("Nær", "ar"), Speaks("Video", "ar"));
        (far.Interpreter.ByVideo, far.Interpreter.OnSite, far.Interpreter.TravelMinutes) = (false, true, 90);
        (near.Interpreter.ByVideo, near.Interpreter.OnSite, near.Interpreter.TravelMinutes) = (false, true, 10);

        var proposals = InterpreterAssignment.Solve([Want("ar", 0)], [far, near, video], Cancel).Proposals;
        Assert.Equal(("Video", "Nær"), (proposals[0].Chosen?.Interpreter.Name, proposals[0].RunnerUp?.Interpreter.Name));
        var onSite = InterpreterAssignment.Solve([Want("ar", 0) with { Mode = InterpretingMode.OnSite }], [far, near, video], Cancel).Proposals;
        Assert.Equal(("Nær", "Fjern"), (onSite[0].Chosen?.Interpreter.Name, onSite[0].RunnerUp?.Interpreter.Name));
    }

    [Fact]
    public void Of_EachObstacle_IsNamed()
    {
        var one = Speaks("A", "ar");
        one.Interpreter.Hours.Add(new InterpreterHours { Weekday = DayOfWeek.Tuesday, From = new TimeOnly(9, 0), Until = new TimeOnly(12, 0) });
        var want = Want("ar", 0);
        foreach (var (wanted, obstacle) in new (WantedInterpreter, InterpreterObstacle?)[]
        {
            (want, null), (Want("fa", 0), InterpreterObstacle.Language), (want with { Dialect = "Syrisk" }, InterpreterObstacle.Dialect), (want with { LeastAge = 60 }, InterpreterObstacle.UnderAge),
            (want with { Avoided = new HashSet<Guid> { one.Interpreter.Id } }, InterpreterObstacle.Avoided), (want with { Sex = Sex.Male }, InterpreterObstacle.Sex),
            (want with { Mode = InterpretingMode.Phone }, InterpreterObstacle.Mode), (want with { FitsOnVideo = false }, InterpreterObstacle.Mode), (Want("ar", 5), InterpreterObstacle.Hours),
        })
            Assert.Equal(obstacle, InterpreterFit.Of(wanted, one).Obstacle);
        Assert.Equal(InterpreterObstacle.Taken, InterpreterFit.Of(want, one with { Taken = [(Nine.AddMinutes(45), Nine.AddHours(2))] }).Obstacle);
        one.Interpreter.BirthDate = null;
        Assert.Equal(InterpreterObstacle.AgeUnknown, InterpreterFit.Of(want with { LeastAge = 18 }, one).Obstacle);
    }

    /// <summary>Meetings that overlap in part, whom a chain of exchanges of one for one does not fit: two must make way for a third.</summary>
    [Fact]
    public void Solve_MeetingsOverlapInPart_FitsAsManyAsCanBeAndNobodyTwice() =>
        Gen.Select(Gen.Int[0, 7].Array[1, 4], Gen.Select(Gen.Int[0, 2], Gen.Int[0, 5], Gen.Int[1, 3]).Array[0, 6]).Sample((spoken, wishes) =>
        {
            var interpreters = spoken.Select((mask, i) => Speaks($"T{i}", [.. Enumerable.Range(0, 3).Where(l => (mask & (1 << l)) != 0).Select(l => $"l{l}")])).ToList();
            var wanted = wishes.Select(w => Want($"l{w.Item1}", 0) with { StartsAt = Nine.AddMinutes(30 * w.Item2), EndsAt = Nine.AddMinutes(30 * (w.Item2 + w.Item3)) }).ToList();

            var (plan, again) = (InterpreterAssignment.Solve(wanted, interpreters, Cancel), InterpreterAssignment.Solve([.. Enumerable.Reverse(wanted)], interpreters, Cancel));

            Assert.True(plan.IsProven);
            Assert.Equal(plan.Proposals.Select(p => p.Chosen?.Interpreter.Id), Enumerable.Reverse(again.Proposals).Select(p => p.Chosen?.Interpreter.Id));
            var taken = plan.Proposals.Zip(wanted).Where(p => p.First.Chosen is not null).Select(p => (Who: p.First.Chosen!.Interpreter.Id, What: p.Second)).ToList();
            Assert.DoesNotContain(taken, t => taken.Exists(o => o.What != t.What && o.Who == t.Who && o.What.Overlaps(t.What)));
            Assert.Equal(Most(wanted, interpreters, 0, []), taken.Count);
        }, iter: 500, threads: 1);

    [Fact]
    public void Price_OfTheRunnerUpAndOfChoicesByHand_IsWhatTheyCostMore()
    {
        var (video, near) = (Speaks("Video", "ar"), Speaks("Nær", "ar", "fa"));
        (near.Interpreter.ByVideo, near.Interpreter.OnSite, near.Interpreter.TravelMinutes) = (false, true, 20);
        var (first, second) = (Want("ar", 0), Want("fa", 0));

        var alone = InterpreterAssignment.Solve([first], [video, near], Cancel);
        var plan = InterpreterAssignment.Solve([first, second], [video, near], Cancel);

        Assert.Equal(new FixedCost(0, 1, 1, 40, 0), alone.Proposals[0].Price);
        Assert.Null(plan.Proposals[0].RunnerUp);
        Assert.Equal([("Video", 0L), ("Nær", 1L)], plan.ChoicesFor(first.BookingId, Cancel).Select(c => (c.Fit.Interpreter.Name, c.Price.Unmet)));
    }

    private static int Most(List<WantedInterpreter> wanted, List<AvailableInterpreter> interpreters, int at, List<(Guid Who, WantedInterpreter What)> taken)
    {
        if (at == wanted.Count)
            return 0;
        var most = Most(wanted, interpreters, at + 1, taken);
        foreach (var one in interpreters.Where(i => InterpreterFit.Of(wanted[at], i).Mode is not null && !taken.Exists(t => t.Who == i.Interpreter.Id && t.What.Overlaps(wanted[at]))))
            most = Math.Max(most, 1 + Most(wanted, interpreters, at + 1, [.. taken, (one.Interpreter.Id, wanted[at])]));
        return most;
    }

    private static AvailableInterpreter Speaks(string name, params string[] languages)
    {
        var interpreter = new Interpreter { Name = name, BirthDate = new DateOnly(1980, 1, 1), Sex = Sex.Female, ByVideo = true };
        interpreter.Languages.AddRange(languages.Select(l => new InterpreterLanguage { InterpreterId = interpreter.Id, Language = l }));
        return new AvailableInterpreter(interpreter, []);
    }

    private static WantedInterpreter Want(string language, int hour) =>
        new(Guid.CreateVersion7(), Nine.AddHours(hour), Nine.AddHours(hour + 1), language, null, Sex.Unknown, null, true, null, new HashSet<Guid>());
}
