namespace Vejviser.Matching.Assignment;

/// <summary>Lowers <see cref="LagrangianBound"/> by moving the worth of seekers taken twice up and of those never taken down (subgradient with Polyak's step).</summary>
internal sealed class WorthDescent(Model model, OptionSets sets, LagrangianBound bound)
{
    private readonly double[] _best = new double[model.Seekers];

    /// <summary>Runs until the bound is below <paramref name="enough"/> or the steps are used; leaves the best worths in place.</summary>
    /// <param name="goal">Where the bound may be going; sets the length of the steps.</param>
    /// <param name="seen">Called after each step with the bound evaluated there.</param>
    public double Run(double goal, double enough, int steps, Action? seen = null)
    {
        var best = double.PositiveInfinity;
        var (stretch, idle) = (1.2, 0);
        var isBest = true;
        for (var step = 0; step < steps; step++)
        {
            var value = bound.Evaluate();
            seen?.Invoke();
            isBest = value < best;
            if (isBest)
            {
                bound.Worth.CopyTo(_best);
                (best, idle) = (value, 0);
            }
            else if (++idle >= 4)
            {
                (stretch, idle) = (stretch / 2, 0);
            }

            if (value < enough || step == steps - 1 || !Step(stretch * Math.Max(value - goal, model.Tolerance)))
                break;
        }

        if (isBest)
            return best;
        foreach (var i in sets.Unsettled)
            bound.SetWorth(i, _best[i]);
        return bound.Evaluate();
    }

    public bool IsTakenOnce(int seeker) => Excess(seeker) == 0;

    /// <summary>The relaxed answer keeps every rule.</summary>
    public bool IsAnswer()
    {
        foreach (var i in sets.Unsettled)
        {
            if (Excess(i) != 0)
                return false;
        }

        return Whole.Holds(model, Answer());
    }

    public int[] Answer()
    {
        var answer = new int[model.Seekers];
        for (var i = 0; i < answer.Length; i++)
            answer[i] = sets.Settled[i] >= 0 ? sets.Settled[i] : model.Nowhere(i);
        for (var p = 0; p < model.Places; p++)
        {
            foreach (var o in bound.Chosen(p))
                answer[model.OptionSeeker[o]] = o;
        }

        return answer;
    }

    private int Excess(int seeker) => bound.Taken[seeker] + (!model.Must[seeker] && bound.NowhereGain(seeker) > 0 ? 1 : 0) - 1;

    private bool Step(double length)
    {
        var norm = 0;
        foreach (var i in sets.Unsettled)
            norm += Excess(i) is var excess ? excess * excess : 0;

        if (norm == 0)
            return false;
        foreach (var i in sets.Unsettled)
        {
            if (Excess(i) is var excess and not 0)
                bound.SetWorth(i, bound.Worth[i] + length / norm * excess);
        }

        return true;
    }
}
