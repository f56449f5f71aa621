namespace Vejviser.Matching.Assignment;

/// <summary>Prices and worths to begin with: those of the linear relaxation, or, where a dense basis of so many rows would not fit, those of no rows at all.</summary>
/// <param name="Rounded">Each seeker where the relaxation puts most of it.</param>
/// <param name="PlacesEverybody">No seeker who must be placed is nowhere in the relaxation, not even in part.</param>
internal sealed record StartingPrices(double[] OfRows, double[] Worth, int[] Rounded, bool PlacesEverybody)
{
    private const int MostRows = 2500;

    public static StartingPrices Of(Model model, int[] start, SolveRun run)
    {
        if (model.Rows > MostRows)
            return Without(model, start);
        var relaxation = new LinearRelaxation(model, start);
        // Many times what it takes; should the method go round in circles, its prices so far will do.
        relaxation.Solve(20_000 + 50L * (model.Rows + model.Seekers), run);
        var worth = new double[model.Seekers];
        for (var i = 0; i < worth.Length; i++)
            worth[i] = relaxation.Worth(i);
        var use = new double[model.Options];
        relaxation.Read(use);
        var placesEverybody = true;
        for (var i = 0; i < model.Seekers; i++)
            placesEverybody &= !model.Must[i] || use[model.Nowhere(i)] <= 1e-6;
        return new StartingPrices(relaxation.RowPrices.ToArray(), worth, Round(model, use), placesEverybody);
    }

    private static StartingPrices Without(Model model, int[] start)
    {
        var worth = new double[model.Seekers];
        for (var i = 0; i < worth.Length; i++)
        {
            worth[i] = model.Score[model.First[i]];
            for (var o = model.First[i]; o < model.First[i + 1]; o++)
                worth[i] = Math.Max(worth[i], model.Score[o]);
        }

        return new StartingPrices(new double[model.Rows], worth, start, PlacesEverybody: true);
    }

    private static int[] Round(Model model, double[] use)
    {
        var placement = new int[model.Seekers];
        for (var i = 0; i < placement.Length; i++)
        {
            placement[i] = model.First[i];
            for (var o = model.First[i]; o < model.First[i + 1]; o++)
            {
                if (use[o] > use[placement[i]])
                    placement[i] = o;
            }
        }

        return placement;
    }
}
