namespace Vejviser.Matching.Assignment;

/// <summary>
/// The problem as flat arrays, always to be maximized, in an order that does not depend on how it was written (ids in ordinal order). Seeker i's options
/// are <c>First[i]..First[i+1]</c>, by place; the last of them is always "nowhere". Scores are whole numbers in units of <see cref="Unit"/>.
/// Rows are what couples seekers: capacities and minimums (row p·D+d), then quotas.
/// </summary>
internal sealed record Model
{
    public required AssignmentProblem Source { get; init; }

    /// <summary>Positions in the source, by number here.</summary>
    public required int[] SeekerAt { get; init; }

    public required int[] PlaceAt { get; init; }

    /// <summary>Position of the source's option; -1 for nowhere.</summary>
    public required int[] OptionAt { get; init; }

    public required int Seekers { get; init; }

    public required int Places { get; init; }

    public required int Dimensions { get; init; }

    public required int Rows { get; init; }

    public required int[] First { get; init; }

    public required int[] OptionPlace { get; init; }

    public required int[] OptionSeeker { get; init; }

    /// <summary>In units, to be maximized. For nowhere: the price of staying unplaced, or <see cref="Forbidden"/> where the seeker must be placed.</summary>
    public required double[] Score { get; init; }

    /// <summary>Load of option o in dimension d at [o·D+d], whole numbers.</summary>
    public required double[] Load { get; init; }

    /// <summary>The option's entries in rows: <c>ColumnFirst[o]..ColumnFirst[o+1]</c>.</summary>
    public required int[] ColumnFirst { get; init; }

    public required int[] ColumnRow { get; init; }

    public required double[] ColumnValue { get; init; }

    public required double[] RowLeast { get; init; }

    public required double[] RowMost { get; init; }

    /// <summary>True where the seeker has to be placed.</summary>
    public required bool[] Must { get; init; }

    /// <summary>Score of nowhere for who must be placed: so low that it never pays.</summary>
    public required double Forbidden { get; init; }

    /// <summary>Price of a unit of a row that does not hold, high beside every score.</summary>
    public required double Penalty { get; init; }

    /// <summary>What one unit of score here is in the source's score.</summary>
    public required double Unit { get; init; }

    /// <summary>How far, in units, rounding scores to whole units may have moved the total.</summary>
    public required double Rounding { get; init; }

    /// <summary>Rounding of floating point, in units: nothing closer than this is told apart when something is proven.</summary>
    public required double Tolerance { get; init; }

    public int Options => OptionPlace.Length;

    public int Nowhere(int seeker) => First[seeker + 1] - 1;

    public bool IsNowhere(int option) => OptionPlace[option] < 0;

    public double SignedUnit => Source.Sense == Sense.Maximize ? Unit : -Unit;

    /// <summary>The same rules with other scores.</summary>
    public Model WithScores(double[] score, double forbidden, double penalty) =>
        this with { Score = score, Forbidden = forbidden, Penalty = penalty, Unit = 1, Rounding = 0, Tolerance = 1e-6 };

    public static bool Exceeds(double activity, double most) => activity > most + RowSlack(most);

    public static bool FallsShort(double activity, double least) => activity < least - RowSlack(least);

    /// <summary>Rows of shares have coefficients that are no whole numbers.</summary>
    public static double RowSlack(double limit) => 1e-7 + 1e-12 * Math.Abs(limit);
}
