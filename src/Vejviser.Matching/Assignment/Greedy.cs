namespace Vejviser.Matching.Assignment;

/// <summary>A quick start: seekers by how much they lose without their best option, each to the best place with room left. Who finds none is nowhere.</summary>
internal static class Greedy
{
    public static int[] Place(Model model, ReadOnlySpan<double> worthOfOption)
    {
        var room = model.RowMost.AsSpan(0, model.Places * model.Dimensions).ToArray();
        var order = new int[model.Seekers];
        var regret = new double[model.Seekers];
        for (var i = 0; i < order.Length; i++)
        {
            double best = double.NegativeInfinity, next = double.NegativeInfinity;
            for (var o = model.First[i]; o < model.First[i + 1]; o++)
            {
                if (worthOfOption[o] > best)
                    (best, next) = (worthOfOption[o], best);
                else
                    next = Math.Max(next, worthOfOption[o]);
            }

            (order[i], regret[i]) = (i, -(best - next));
        }

        Array.Sort(regret, order);
        var placement = new int[model.Seekers];
        foreach (var i in order)
        {
            var chosen = model.Nowhere(i);
            for (var o = model.First[i]; o < model.First[i + 1]; o++)
            {
                if (worthOfOption[o] > worthOfOption[chosen] && Fits(model, o, room))
                    chosen = o;
            }

            placement[i] = chosen;
            if (model.OptionPlace[chosen] is var p and >= 0)
            {
                for (var d = 0; d < model.Dimensions; d++)
                    room[p * model.Dimensions + d] -= model.Load[chosen * model.Dimensions + d];
            }
        }

        return placement;
    }

    private static bool Fits(Model model, int option, double[] room)
    {
        var p = model.OptionPlace[option];
        if (p < 0)
            return true;
        for (var d = 0; d < model.Dimensions; d++)
        {
            if (model.Load[option * model.Dimensions + d] > room[p * model.Dimensions + d])
                return false;
        }

        return true;
    }
}
