namespace Vejviser.Matching.Assignment;

/// <summary>Which capacities of each place its knapsack keeps as they are; all other rows are priced.</summary>
internal sealed class KeptCapacities
{
    private const int MostCells = 8192;

    /// <summary>A second capacity is kept too where the table stays this small.</summary>
    private const double MostCellsOfTwo = 4096;

    private readonly Model _model;

    public KeptCapacities(Model model, ReadOnlySpan<double> rowPrices)
    {
        _model = model;
        (First, Second, Grain) = (new int[model.Places], new int[model.Places], new double[model.Places]);
        IsKept = new bool[model.Rows];
        for (var p = 0; p < model.Places; p++)
        {
            First[p] = Dearest(p, rowPrices, except: -1, least: double.NegativeInfinity);
            Second[p] = -1;
            if (First[p] < 0)
                continue;
            var most = model.RowMost[p * model.Dimensions + First[p]];
            Grain[p] = Math.Max(1, Math.Ceiling(most / MostCells));
            var second = Dearest(p, rowPrices, First[p], least: 0);
            if (second >= 0 && (most + 1) * (model.RowMost[p * model.Dimensions + second] + 1) <= MostCellsOfTwo)
                Second[p] = second;
            Keep(p, First[p], rowPrices);
            Keep(p, Second[p], rowPrices);
        }
    }

    /// <summary>The dimension kept, by place; -1 for none.</summary>
    public int[] First { get; }

    /// <summary>A second one; -1 for none.</summary>
    public int[] Second { get; }

    /// <summary>Loads in the first are rounded down to this many units, so that the table stays small and the bound a bound.</summary>
    public double[] Grain { get; }

    /// <summary>Rows that need no price.</summary>
    public bool[] IsKept { get; }

    /// <summary>A minimum on the same row has a price below zero, and then the row must stay priced.</summary>
    private void Keep(int place, int dimension, ReadOnlySpan<double> rowPrices)
    {
        var row = place * _model.Dimensions + dimension;
        if (dimension >= 0 && rowPrices[row] >= 0)
            IsKept[row] = true;
    }

    /// <summary>The capacity of the place whose whole room is worth most, above <paramref name="least"/>; -1 for none.</summary>
    private int Dearest(int place, ReadOnlySpan<double> rowPrices, int except, double least)
    {
        var (dearest, best) = (-1, least);
        for (var d = 0; d < _model.Dimensions; d++)
        {
            var row = place * _model.Dimensions + d;
            if (d != except && double.IsFinite(_model.RowMost[row]) && rowPrices[row] * _model.RowMost[row] > best)
                (best, dearest) = (rowPrices[row] * _model.RowMost[row], d);
        }

        return dearest;
    }
}
