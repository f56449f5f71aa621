namespace Vejviser.Core.Foundation.Law;

/// <summary>
/// When responsibility for a newcomer passes to the municipality (integrationsloven § 4): one of the four cases below.
/// </summary>
public abstract record Takeover
{
    private Takeover()
    {
    }

    /// <summary>The law gives one day.</summary>
    public sealed record On(DateOnly Date, LegalGround Ground) : Takeover;

    /// <summary>The law can be read in more than one way: a case worker chooses, the product does not guess.</summary>
    public sealed record Ambiguous(IReadOnlyList<TakeoverCandidate> Candidates, LegalGround Ground) : Takeover;

    /// <summary>A date, or the basis, is needed before the law can answer.</summary>
    public sealed record Missing(TakeoverInput Input) : Takeover;

    /// <summary>The product knows no rule for that day, such as one before the act on displaced persons from Ukraine.</summary>
    public sealed record NoRule(DateOnly Day) : Takeover;
}

public enum TakeoverInput
{
    /// <summary>The residence basis.</summary>
    Basis = 1,

    /// <summary>The date of the allocation decision.</summary>
    Decision,

    /// <summary>The date of registration in CPR as moved to the municipality.</summary>
    Registration,
}

/// <summary>One reading of an ambiguous case. Its explanation stands in <c>texts/</c> under <c>law.takeover.why.{code}</c>.</summary>
public sealed record TakeoverCandidate(DateOnly Date, TakeoverReading Reading);

public enum TakeoverReading
{
    /// <summary>The month of the decision, made on its first day, is itself the first whole month.</summary>
    DecisionMonthCounts = 1,

    /// <summary>The first whole month is the one after the decision.</summary>
    NextMonthCounts,
}
