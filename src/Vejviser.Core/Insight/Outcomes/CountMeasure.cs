using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Offers;
using Vejviser.Core.Engine.Plans;

namespace Vejviser.Core.Insight.Outcomes;

/// <param name="Denominator">Null where the measure is a number.</param>
public readonly record struct MeasureCount(int Numerator, int? Denominator);

/// <summary>
/// Counts one measure. A measure with a window looks only at those whose window has passed, and counts what happened within it: who began
/// last week can be neither a success nor a failure yet.
/// </summary>
public static class CountMeasure
{
    /// <returns>Null where the measure asks for the target group and nobody counted it.</returns>
    public static MeasureCount? Run(Measure measure, PracticeFacts facts, DateOnly today)
    {
        if (measure.Denominator is Countable.Offers || measure.Numerator is Countable.Offers)
            return OfOffers(measure, facts, today);
        if (measure.Denominator is Countable.TargetGroup)
            return facts.TargetGroup is { } group ? new MeasureCount(Plans(measure, facts, today).Count(p => Counts(measure, facts, p)), group) : null;
        if (measure.Numerator is Countable.TargetGroup)
            return facts.TargetGroup is { } people ? new MeasureCount(people, null) : null;
        var plans = Plans(measure, facts, today).ToList();
        return measure.Denominator is null
            ? new MeasureCount(plans.Count(p => Counts(measure, facts, p)), null)
            : new MeasureCount(plans.Count(p => Belongs(measure.Denominator, p) && Counts(measure, facts, p)), plans.Count(p => Belongs(measure.Denominator, p)));
    }

    private static IEnumerable<MeasuredPlan> Plans(Measure measure, PracticeFacts facts, DateOnly today) =>
        facts.Plans.Where(p => p.Began is { } began && (End(measure.Window, began) is not { } end || end <= today));

    private static bool Belongs(Countable denominator, MeasuredPlan plan) => denominator is not Countable.Plans { Which: var which } || which switch
    {
        PlanCount.Running => plan.Ended is null,
        PlanCount.Ended => plan.Ended is not null,
        _ => true,
    };

    private static bool Counts(Measure measure, PracticeFacts facts, MeasuredPlan plan)
    {
        var end = End(measure.Window, plan.Began!.Value);
        bool InWindow(DateOnly? day) => day is { } d && (end is null || d <= end);
        return measure.Numerator switch
        {
            Countable.WithOutcome(var outcome) => facts.Outcomes[plan.Id].Any(o => o.Outcome == outcome && o.IsYes && InWindow(o.On)),
            Countable.EndedAs(var how) => plan.State == StateOf(how) && InWindow(plan.Ended),
            Countable.StepDone(var step, var isInTime) => facts.Steps[plan.Id].Any(s =>
                s.Step == step && s.State == TaskState.Done && InWindow(s.Closed) && (!isInTime || s.Due is null || s.Closed <= s.Due)),
            Countable.GoalReached(var goal) => facts.Goals[plan.Id].Any(g => g.Goal == goal && g.Open == 0 && InWindow(g.LastClosed)),
            Countable.Plans { Which: var which } => Belongs(new Countable.Plans(which), plan),
            _ => throw new InvalidOperationException($"{measure.Id}: {measure.Numerator.GetType().Name} is not counted by plans."),
        };
    }

    private static MeasureCount OfOffers(Measure measure, PracticeFacts facts, DateOnly today)
    {
        var offers = facts.Offers.Where(o => End(measure.Window, o.OfferedOn) is not { } end || end <= today).ToList();
        var which = (measure.Numerator as Countable.Offers)?.Which ?? OfferCount.Accepted;
        var counted = offers.Count(o => (which switch { OfferCount.Accepted => o.Answer == OfferAnswer.Yes, OfferCount.Declined => o.Answer == OfferAnswer.No, _ => true })
            && (which == OfferCount.Made || End(measure.Window, o.OfferedOn) is not { } end || o.AnsweredOn <= end));
        return new MeasureCount(counted, measure.Denominator is null ? null : offers.Count);
    }

    private static PlanState StateOf(PlanEnd end) => end switch
    {
        PlanEnd.Completed => PlanState.Completed,
        PlanEnd.BrokenOff => PlanState.BrokenOff,
        _ => PlanState.MovedOn,
    };

    private static DateOnly? End(MeasureWindow? window, DateOnly from) => window switch
    {
        null => null,
        { Unit: DueUnit.Days } => from.AddDays(window.Amount.Value),
        { Unit: DueUnit.Weeks } => from.AddDays(7 * window.Amount.Value),
        _ => from.AddMonths(window.Amount.Value),
    };
}
