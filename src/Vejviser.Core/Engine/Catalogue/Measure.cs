namespace Vejviser.Core.Engine.Catalogue;

/// <summary>What a measure counts. The kinds are closed: whoever counts can name them all.</summary>
public abstract record Countable
{
    private Countable()
    {
    }

    /// <summary>Plans with an outcome registered as yes.</summary>
    public sealed record WithOutcome(string Outcome) : Countable;

    /// <summary>Plans that ended so.</summary>
    public sealed record EndedAs(PlanEnd End) : Countable;

    public sealed record Offers(OfferCount Which) : Countable;

    /// <summary>Plans in which the step is done; by its date where it must be in time.</summary>
    public sealed record StepDone(string Step, bool IsInTime) : Countable;

    /// <summary>Plans in which nothing stands in the goal's way any more.</summary>
    public sealed record GoalReached(string Goal) : Countable;

    public sealed record Plans(PlanCount Which) : Countable;

    /// <summary>The people, or households, the practice is for.</summary>
    public sealed record TargetGroup : Countable;
}

public enum PlanEnd
{
    Completed = 1,
    BrokenOff,
    MovedOn,
}

public enum OfferCount
{
    Made = 1,
    Accepted,
    Declined,
}

public enum PlanCount
{
    Started = 1,
    Running,
    Ended,
}

public enum MeasureUnit
{
    Percent = 0,
    Permille,

    /// <summary>The numerator itself; there is no share.</summary>
    Number,
}

/// <summary>What the practice is held to: a share or a number, within a window after the start, against target and baseline.</summary>
/// <param name="Denominator">Null where the unit is a number.</param>
/// <param name="Target">In the measure's unit; null where the catalogue sets none.</param>
/// <param name="Baseline">What it was before, in the measure's unit.</param>
public sealed record Measure(
    string Id, Countable Numerator, Countable? Denominator, MeasureWindow? Window, MeasureUnit Unit, Figure? Target, Figure? Baseline)
{
    internal Measure With(IReadOnlyDictionary<string, int> settings) => this with
    {
        Window = Window is { } window ? window with { Amount = window.Amount.With(settings) } : null,
        Target = Target?.With(settings),
        Baseline = Baseline?.With(settings),
    };
}

/// <summary>So long after the start.</summary>
public sealed record MeasureWindow(Figure Amount, DueUnit Unit);
