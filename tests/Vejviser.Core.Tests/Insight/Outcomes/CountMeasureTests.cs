using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Offers;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Insight.Outcomes;
using static Vejviser.Core.Tests.Engine.SmallPractice;

namespace Vejviser.Core.Tests.Insight.Outcomes;

public sealed class CountMeasureTests
{
    private static readonly DateOnly Today = Day("2026-06-01");
    private readonly MeasuredPlan old = new(Guid.CreateVersion7(), PlanState.Completed, Day("2025-01-10"), Day("2025-06-01"));
    private readonly MeasuredPlan running = new(Guid.CreateVersion7(), PlanState.Running, Day("2025-03-01"), null);
    private readonly MeasuredPlan fresh = new(Guid.CreateVersion7(), PlanState.BrokenOff, Day("2026-05-01"), Day("2026-05-20"));
    private readonly MeasuredPlan waiting = new(Guid.CreateVersion7(), PlanState.Waiting, null, null);

    [Fact]
    public void Run_OutcomeOfThoseWhoEnded_IsTheShare() => Assert.Equal(
        new MeasureCount(1, 2),
        Run(Of(new Countable.WithOutcome("in-work"), new Countable.Plans(PlanCount.Ended)), Outcomes((old, true, "2026-05-01"), (running, true, "2025-12-01"), (fresh, false, "2026-05-20"))));

    [Fact]
    public void Run_Window_LeavesOutWhoseWindowHasNotPassedAndWhatCameTooLate()
    {
        var measure = Of(new Countable.WithOutcome("in-work"), new Countable.Plans(PlanCount.Started)) with { Window = new MeasureWindow(12, DueUnit.Months) };

        // Of old and running the year has passed; old found work on the last day of it, running a day too late, fresh is not yet to be judged.
        Assert.Equal(new MeasureCount(1, 2), Run(measure, Outcomes((old, true, "2026-01-10"), (running, true, "2026-03-02"), (fresh, true, "2026-05-02"))));
    }

    [Fact]
    public void Run_EndedSo_CountsTheState() =>
        Assert.Equal(new MeasureCount(1, 3), Run(Of(new Countable.EndedAs(PlanEnd.BrokenOff), new Countable.Plans(PlanCount.Started)), Facts()));

    [Fact]
    public void Run_StepInTime_CountsOnlyWhatWasDoneByItsDate()
    {
        MeasuredStep Step(MeasuredPlan plan, string closed) => new(plan.Id, "call", TaskState.Done, Day("2026-01-10"), Day(closed));
        var facts = Facts() with { Steps = new[] { Step(old, "2026-01-10"), Step(running, "2026-01-11") }.ToLookup(s => s.PlanId) };

        Assert.Equal(new MeasureCount(1, 3), Run(Of(new Countable.StepDone("call", IsInTime: true), new Countable.Plans(PlanCount.Started)), facts));
        Assert.Equal(new MeasureCount(2, 3), Run(Of(new Countable.StepDone("call", IsInTime: false), new Countable.Plans(PlanCount.Started)), facts));
    }

    [Fact]
    public void Run_Goal_IsReachedWhenNothingStandsInItsWay()
    {
        var facts = Facts() with { Goals = new[] { new MeasuredGoal(old.Id, "ready", 0, Day("2025-02-01")), new MeasuredGoal(running.Id, "ready", 1, Day("2025-03-05")) }.ToLookup(g => g.PlanId) };

        Assert.Equal(new MeasureCount(1, 3), Run(Of(new Countable.GoalReached("ready"), new Countable.Plans(PlanCount.Started)), facts));
    }

    [Fact]
    public void Run_Offers_CountsAnswers()
    {
        var facts = Facts() with { Offers = [new(OfferAnswer.Yes, Today, Today), new(OfferAnswer.No, Today, Today), new(OfferAnswer.None, Today, null)] };

        Assert.Equal(new MeasureCount(1, 3), Run(Of(new Countable.Offers(OfferCount.Accepted), new Countable.Offers(OfferCount.Made)), facts));
    }

    [Fact]
    public void Run_TargetGroup_IsNullUntilSomebodyCountedIt()
    {
        var measure = Of(new Countable.EndedAs(PlanEnd.Completed), new Countable.TargetGroup());

        Assert.Null(Run(measure, Facts()));
        Assert.Equal(new MeasureCount(1, 40), Run(measure, Facts() with { TargetGroup = 40 }));
    }

    [Fact]
    public void Run_Number_HasNoDenominator() =>
        Assert.Equal(new MeasureCount(1, null), Run(new Measure("done", new Countable.EndedAs(PlanEnd.Completed), null, null, MeasureUnit.Number, null, null), Facts()));

    [Theory]
    [InlineData(0, 10, 0, 0.2775)]
    [InlineData(5, 10, 0.2366, 0.7634)]
    [InlineData(41, 86, 0.3745, 0.581)]
    public void Share_Interval_IsWilsons(int numerator, int denominator, double low, double high)
    {
        var share = Share.Of(numerator, denominator)!.Value;

        Assert.Equal((low, high), (Math.Round(share.Low, 4), Math.Round(share.High, 4)));
        Assert.Null(Share.Of(0, 0));
    }

    private static Measure Of(Countable numerator, Countable denominator) => new("it", numerator, denominator, null, MeasureUnit.Percent, null, null);

    private static MeasureCount? Run(Measure measure, PracticeFacts facts) => CountMeasure.Run(measure, facts, Today);

    private PracticeFacts Facts() => new(
        [old, running, fresh, waiting], Array.Empty<MeasuredOutcome>().ToLookup(o => o.PlanId), Array.Empty<MeasuredStep>().ToLookup(s => s.PlanId),
        Array.Empty<MeasuredGoal>().ToLookup(g => g.PlanId), [], null);

    private PracticeFacts Outcomes(params (MeasuredPlan Plan, bool IsYes, string On)[] outcomes) =>
        Facts() with { Outcomes = outcomes.Select(o => new MeasuredOutcome(o.Plan.Id, "in-work", o.IsYes, Day(o.On))).ToLookup(o => o.PlanId) };
}
