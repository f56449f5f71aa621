namespace Vejviser.Matching.Assignment;

/// <summary>What stands in the way where not everybody can be placed.</summary>
internal sealed partial class NetworkFlow
{
    /// <summary>
    /// Rules that cannot all hold: who would have to make room for somebody unplaced, and the rows that let nobody more in or, a minimum, nobody out; or what keeps everybody from a row that lacks some. Of all of these the one with the fewest.
    /// Null where everything holds.
    /// </summary>
    public Blocked? Why()
    {
        int[] lacking = [.. Enumerable.Range(_model.Places, _model.Rows).Where(row => _flow[row] < _network.Least[row])];
        var unplaced = Enumerable.Range(0, _model.Seekers).Where(i => _model.Must[i] && _model.IsNowhere(Placement[i]));
        return unplaced.Select(i => Why(i, -1, lacking.Length == 0)).Concat(lacking.Select(row => Why(-1, row, false))).MinBy(why => why.Count);
    }

    /// <summary>
    /// All that can be reached without breaking a rule, from somebody unplaced or from above a row that lacks some; what leads out of it is what stands in the way. From the unplaced no rule of it can be spared where all minimums are met and
    /// there is room beyond every full row.
    /// </summary>
    private Blocked Why(int unplaced, int lacking, bool areMinimumsMet)
    {
        var reached = new HashSet<int>();
        var seekers = new SortedSet<int>();
        var next = new Stack<int>();
        if (unplaced >= 0)
            Ask(unplaced);
        else
            Go(_network.Parent[lacking]);
        while (next.TryPop(out var node))
        {
            if (node != _root && _flow[node] < _network.Most[node])
                Go(_network.Parent[node]);
            foreach (var below in _below[node])
            {
                if (_flow[below] > _network.Least[below])
                    Go(below);
            }

            foreach (var seeker in _members[node].Values)
                Ask(seeker);
        }

        int[] full = [.. Rows(row => reached.Contains(row) && !reached.Contains(_network.Parent[row]))], empty = [.. Rows(row => _network.Least[row] > 0 && !reached.Contains(row) && reached.Contains(_network.Parent[row]))];
        var isSmallest = areMinimumsMet && empty.Length == 0 && !reached.Contains(_root) && Array.TrueForAll(full, r => !Above(_model.Places + r).Any(reached.Contains));
        // Whoever may stay away is no reason.
        return new Blocked(reached.Contains(_root) ? [] : [.. seekers], full, empty, isSmallest);

        void Ask(int seeker)
        {
            if (!seekers.Add(seeker))
                return;
            for (var o = _model.First[seeker]; o < _model.First[seeker + 1]; o++)
            {
                if (!_model.IsNowhere(o) || !_model.Must[seeker])
                    Go(End(o));
            }
        }

        void Go(int node)
        {
            if (reached.Add(node))
                next.Push(node);
        }

        IEnumerable<int> Above(int node)
        {
            for (node = _network.Parent[node]; node != _root; node = _network.Parent[node])
                yield return node;
        }

        IEnumerable<int> Rows(Func<int, bool> leadsOut) => Enumerable.Range(_model.Places, _model.Rows).Where(leadsOut).Select(node => node - _model.Places);
    }
}

/// <summary>What stands in somebody's way, by number.</summary>
/// <param name="Seekers">Who must be placed, and asks for the same places.</param>
/// <param name="Full">Rows that take in nobody more.</param>
/// <param name="Short">Rows that can spare nobody.</param>
/// <param name="IsSmallest">None of them can be spared; else a smaller set may do.</param>
internal sealed record Blocked(IReadOnlyList<int> Seekers, IReadOnlyList<int> Full, IReadOnlyList<int> Short, bool IsSmallest)
{
    public int Count => Seekers.Count + Full.Count + Short.Count;
}
