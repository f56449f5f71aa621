namespace Vejviser.Matching.Assignment;

/// <summary>Whom to decide on next, and in which order.</summary>
internal sealed class Branching(OptionSets sets, WorthDescent descent)
{
    /// <summary>
    /// The options of the seeker with the fewest left, first among those the relaxed answer takes twice or never; of equals, the one whose second best option
    /// costs most. The most promising first; null where everybody is settled.
    /// </summary>
    /// <param name="total">A bound on the whole with each open option chosen.</param>
    public int[]? Children(double[] total)
    {
        var (chosen, least, second) = (-1, int.MaxValue, 0d);
        foreach (var i in sets.Unsettled)
        {
            var size = sets.SeekerCount[i] + (descent.IsTakenOnce(i) ? 1000 : 0);
            if (size > least)
                continue;
            var runnerUp = RunnerUp(i, total);
            if (size == least && runnerUp >= second)
                continue;
            (chosen, least, second) = (i, size, runnerUp);
        }

        if (chosen < 0)
            return null;
        var children = sets.OfSeeker(chosen).ToArray();
        Array.Sort(children, (a, b) => total[b] != total[a] ? total[b].CompareTo(total[a]) : a.CompareTo(b));
        return children;
    }

    private double RunnerUp(int seeker, double[] total)
    {
        double best = double.NegativeInfinity, next = double.NegativeInfinity;
        foreach (var o in sets.OfSeeker(seeker))
        {
            if (total[o] > best)
                (best, next) = (total[o], best);
            else if (total[o] > next)
                next = total[o];
        }

        return next;
    }
}
