namespace Vejviser.Matching.Groups;

/// <summary>
/// Branch and bound over which groups are formed: the bound of <see cref="GroupPrices"/>, exact seating of what is decided, candidates ruled out where
/// forming them would fall below the best answer. Twice: first the most weight, then among such answers the best fit.
/// </summary>
internal sealed class GroupSearch(GroupModel model, SolveRun run)
{
    private const int RootSteps = 600;
    private const int NodeSteps = 60;

    private readonly Fate[] _fates = new Fate[model.Candidates.Length];
    private GroupPrices _prices = new(model, null);
    private long? _leastWeight;

    public Seats Best { get; private set; } = GroupSeating.Seat(model, []);

    /// <summary>Proven bound of the weight and, where the weight is proven, of the fit.</summary>
    public (long Weight, long? Fit) Solve()
    {
        var weight = Phase(null);
        if (weight > Best.Weight)
            return (weight, null);
        return (weight, Phase(Best.Weight));
    }

    private long Score => _leastWeight is null ? Best.Weight : Best.Fit;

    private long Phase(long? leastWeight)
    {
        _leastWeight = leastWeight;
        _prices = new GroupPrices(model, leastWeight);
        Array.Clear(_fates);
        var bound = Whole(Node(0));
        return Math.Max(Score, bound);
    }

    private static long Whole(double bound) => double.IsNegativeInfinity(bound) ? long.MinValue : (long)Math.Floor(bound);

    /// <returns>Nothing below this node is better than this, or than the best found.</returns>
    private double Node(int depth)
    {
        var trail = new List<int>();
        try
        {
            while (true)
            {
                var bound = Bound(depth);
                if (Whole(bound) <= Score)
                    return bound;
                RuleOut(bound, trail);
                Offer(_prices.Chosen);
                if (Whole(bound) <= Score || run.ShouldStop())
                    return bound;
                var branch = Branch();
                if (branch < 0)
                {
                    Offer([.. Enumerable.Range(0, _fates.Length).Where(c => _fates[c] == Fate.Formed)]);
                    return double.NegativeInfinity;
                }

                var kept = ((double[])_prices.Prices.Clone(), _prices.WeightPrice);
                var below = WithFormed(branch, depth);
                (_prices.Prices, _prices.WeightPrice) = kept;
                if (run.ShouldStop())
                    return Math.Max(bound, below);
                // The other branch is the same node without the candidate: no deeper.
                Set(branch, Fate.Ruled, trail);
                depth++;
            }
        }
        finally
        {
            foreach (var candidate in trail)
                _fates[candidate] = Fate.Open;
        }
    }

    private double WithFormed(int candidate, int depth)
    {
        var trail = new List<int>();
        Set(candidate, Fate.Formed, trail);
        foreach (var other in model.BySession[model.Candidates[candidate].Session])
        {
            if (_fates[other] == Fate.Open)
                Set(other, Fate.Ruled, trail);
        }

        var bound = Node(depth + 1);
        foreach (var other in trail)
            _fates[other] = Fate.Open;
        return bound;
    }

    private void Set(int candidate, Fate fate, List<int> trail)
    {
        _fates[candidate] = fate;
        trail.Add(candidate);
    }

    private double Bound(int depth)
    {
        var step = 0;
        var isRoot = depth == 0;
        var bound = _prices.Descend(_fates, isRoot ? RootSteps : NodeSteps, Score, Score + 0.999, run, () =>
        {
            if (isRoot && step++ % 20 == 0)
                Offer(_prices.Chosen);
        });
        if (isRoot)
            run.Progress?.Report(new SolveProgress(_leastWeight is null ? "grouping-people" : "fitting-people", Score, bound));
        return bound;
    }

    private void RuleOut(double bound, List<int> trail)
    {
        for (var c = 0; c < _fates.Length; c++)
        {
            if (_fates[c] == Fate.Open && Whole(bound - _prices.LossIfFormed(c)) <= Score)
                Set(c, Fate.Ruled, trail);
        }
    }

    /// <summary>The chosen group that is worth most; otherwise any that is still open.</summary>
    private int Branch()
    {
        var best = -1;
        foreach (var c in _prices.Chosen)
        {
            if (_fates[c] == Fate.Open && (best < 0 || _prices.ValueOf(c) > _prices.ValueOf(best)))
                best = c;
        }

        if (best >= 0)
            return best;
        for (var c = 0; c < _fates.Length; c++)
        {
            if (_fates[c] == Fate.Open && (best < 0 || _prices.ValueOf(c) > _prices.ValueOf(best)))
                best = c;
        }

        return best;
    }

    /// <summary>Seats people in these groups; where one stays under its least it is dropped and the rest seated again.</summary>
    private void Offer(IReadOnlyList<int> groups)
    {
        var left = groups.ToList();
        while (left.Count > 0)
        {
            var seats = GroupSeating.Seat(model, left);
            if (seats.Emptiest >= 0)
            {
                left.RemoveAt(seats.Emptiest);
                continue;
            }

            if (seats.BetterThan(Best) && Staffing.Staff(model, left) is not null)
                Best = seats;
            return;
        }
    }
}
