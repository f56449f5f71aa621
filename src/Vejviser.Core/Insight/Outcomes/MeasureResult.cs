namespace Vejviser.Core.Insight.Outcomes;

/// <summary>What a practice's measure came to when it was last counted. Counting reads every plan of the practice, so it is done now and then and shown with its time.</summary>
public sealed class MeasureResult
{
    public required string Practice { get; init; }

    /// <summary>The measure's id in the definition.</summary>
    public required string Measure { get; init; }

    public int Numerator { get; set; }

    /// <summary>Null where the measure is a number and no share.</summary>
    public int? Denominator { get; set; }

    public DateTime CountedAt { get; set; }
}
