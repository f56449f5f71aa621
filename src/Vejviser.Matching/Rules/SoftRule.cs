namespace Vejviser.Matching.Rules;

/// <summary>A rule that says how good a pair is: an amount in its unit, and what one unit is worth.</summary>
public abstract class SoftRule<TSeeker, TPlace>
{
    /// <summary>A code; its words are in the texts.</summary>
    public abstract string Name { get; }

    /// <summary>What one unit is worth in the score. Negative where less is better.</summary>
    public abstract double Weight { get; }

    /// <summary>What the amount is counted in: <c>km</c>, <c>chance</c>, <c>languages</c>.</summary>
    public abstract string Unit { get; }

    public abstract double Amount(TSeeker seeker, TPlace place);
}
