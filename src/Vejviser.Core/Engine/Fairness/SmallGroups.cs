namespace Vejviser.Core.Engine.Fairness;

/// <summary>
/// Which groups of a table are not shown, so that nobody is told about a few. Where the total is shown, what is hidden can be reckoned from the rest: so at least two groups are hidden, and together they are as many as one
/// that may be shown.
/// </summary>
public static class SmallGroups
{
    /// <param name="counts">How many each group has; an empty group tells nothing and is shown.</param>
    /// <param name="least">The smallest group that is shown.</param>
    /// <returns>The positions of those hidden.</returns>
    public static IReadOnlySet<int> Hidden(IReadOnlyList<int> counts, int least)
    {
        var hidden = Enumerable.Range(0, counts.Count).Where(i => counts[i] > 0 && counts[i] < least).ToHashSet();
        if (hidden.Count == 0)
            return hidden;
        foreach (var next in Enumerable.Range(0, counts.Count).Where(i => counts[i] >= least).OrderBy(i => counts[i]).ThenBy(i => i))
        {
            if (hidden.Count >= 2 && hidden.Sum(i => counts[i]) >= least)
                break;
            hidden.Add(next);
        }

        return hidden;
    }
}
