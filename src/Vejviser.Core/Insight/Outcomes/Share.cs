namespace Vejviser.Core.Insight.Outcomes;

/// <summary>
/// A share with its uncertainty: Wilson's score interval at 95 %, which stays within 0 and 1 and holds for small groups too (Wilson 1927, Journal of
/// the American Statistical Association 22).
/// </summary>
/// <param name="Value">From 0 to 1.</param>
public readonly record struct Share(double Value, double Low, double High)
{
    /// <summary>The two-sided 95 % point of the normal distribution.</summary>
    private const double Z = 1.959964;

    /// <returns>Null of nobody.</returns>
    public static Share? Of(int numerator, int denominator)
    {
        if (denominator <= 0)
            return null;
        var (p, n) = ((double)numerator / denominator, (double)denominator);
        var middle = (p + Z * Z / (2 * n)) / (1 + Z * Z / n);
        var half = Z / (1 + Z * Z / n) * Math.Sqrt(p * (1 - p) / n + Z * Z / (4 * n * n));
        return new Share(p, Math.Max(0, middle - half), Math.Min(1, middle + half));
    }
}
