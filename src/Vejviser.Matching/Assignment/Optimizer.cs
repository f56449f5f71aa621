namespace Vejviser.Matching.Assignment;

/// <summary>
/// The whole method, but for what is a flow (<see cref="NetworkFlow"/>): prices by the linear relaxation, a bound by knapsacks, then two searches in turn or side by side: one answers "is there a placement that
/// scores this much?" with targets from the bound downwards, the other betters the best placement. They exchange what they found after fixed amounts of work,
/// so that the number of cores changes nothing.
/// </summary>
internal sealed class Optimizer(Model model, SolveRun run)
{
    private const long FirstRound = 200_000;
    private const long LongestRound = 64_000_000;
    private const long FirstPatience = 1_500_000_000;

    /// <summary>Where a gap is allowed, targets go down by this share of it, and are soon put aside: one of several close ones is answered at once. Measured.</summary>
    private const double StepOfGap = 0.2;
    private const long PatiencePerOption = 4000;
    private const int PatienceWithDecisions = 3;

    /// <summary>A gap above which small moves from the relaxed answer do better than anything that starts at the best placement.</summary>
    private const double Poor = 5e-3;
    private const int MostPoorRounds = 8;

    /// <summary>A gap above which a proof is not yet near.</summary>
    private const double FarOff = 3e-4;

    private readonly double _gap = run.Gap;
    private double[] _totals = [];
    private int _poorRounds;
    private int _rounds = -1;

    /// <summary>The best placement; null while none keeps every rule.</summary>
    public int[]? Best { get; private set; }

    public double Score { get; private set; } = double.NegativeInfinity;

    /// <summary>Proven: no placement scores more.</summary>
    public double Bound { get; private set; } = double.PositiveInfinity;

    public SolveStatus Status { get; private set; } = SolveStatus.Unknown;

    public double[] RowPrices { get; private set; } = [];

    /// <summary>A bound on the whole with an option chosen, by option.</summary>
    public double[] Totals => _totals;

    public long Nodes { get; private set; }

    public void Solve(ReadOnlySpan<int> hint)
    {
        var start = hint.Length > 0 ? hint.ToArray() : Greedy.Place(model, model.Score);
        Keep(start);
        var prices = StartingPrices.Of(model, start, run);
        RowPrices = prices.OfRows;
        Report("relaxed");

        var decisions = new DecisionSearch(model, RowPrices, prices.Worth);
        Lower(decisions.RootBound + model.Tolerance);
        _totals = decisions.RootTotals();
        var local = new LocalSearch(model, RowPrices, _totals, prices.Rounded, run.Seed);
        local.Advance(FirstRound / 4 + 32L * model.Options, run);
        Keep(local);
        if (Best is null && (double.IsNegativeInfinity(Bound) || !prices.PlacesEverybody || SecondOpinion.IsFor(model)) && !FindAny(local))
            return;
        decisions.Tighten(Best is null ? Bound - Math.Abs(Bound) * 0.001 : Score, 30);
        Lower(decisions.RootBound + model.Tolerance);
        _totals = decisions.RootTotals();
        Report("searching");
        // Where divisible seekers fit, whole ones mostly do too, and the search for a good placement finds one soonest.
        Search(decisions, local, prices.Rounded, mostWithout: 8);
        if (Best is null && !run.ShouldStop() && FindAny(local))
            Search(decisions, local, prices.Rounded, mostWithout: int.MaxValue);
    }

    /// <summary>
    /// Targets from the bound downwards: a "no" lowers the bound, a "yes" raises the best placement, and a question that takes too long is put aside for an
    /// easier one further down, until even the easiest takes too long; then all of them get more time.
    /// </summary>
    /// <param name="mostWithout">Questions that may be asked while no placement is known.</param>
    private void Search(DecisionSearch decisions, LocalSearch local, int[] rounded, int mostWithout)
    {
        var worth = decisions.RootWorth.ToArray();
        var (dives, farDives) = (Diving(run.Seed), Diving(run.Seed ^ 0x0FA2));
        var near = new Neighbourhoods(model, RowPrices, decisions.RootWorth, _totals, run.Seed);
        Neighbourhoods? far = null;
        var other = new SecondOpinion(model, run);
        var (openEnded, turn, narrowed, spent) = (0, 0, double.NegativeInfinity, 0L);
        var (slip, round, patience) = (0d, FirstRound, _gap > 0 ? Math.Min(FirstPatience, PatiencePerOption * model.Options) : FirstPatience);
        while (!IsDone() && !run.ShouldStop() && (Best is not null || mostWithout-- > 0))
        {
            if (Score > narrowed)
            {
                decisions.Narrow(Score);
                narrowed = Score;
            }

            var target = Target(slip);
            decisions.Aim(target);
            var (decision, until) = (Decision.Open, decisions.Work + patience);
            while (decision == Decision.Open && target > Score && decisions.Work < until && !IsDone() && !run.ShouldStop())
            {
                // Where one question after the other stays open, time goes rather to better placements.
                var isHard = openEnded >= PatienceWithDecisions && Bound - Score > Math.Max(3, FarOff * Math.Abs(Score)) && ++turn % 4 != 0;
                if (isHard)
                    far ??= new Neighbourhoods(model, RowPrices, decisions.RootWorth, _totals, run.Seed ^ 0x0FA2);
                // One node of a large problem is more work than a round: the other search gets as much, or it would hardly run.
                _rounds++;
                var (before, share) = (decisions.Work, Math.Max(round, IsPoor ? spent / 4 : spent));
                decision = Together(() => isHard ? Improve(far!, farDives, share) : decisions.Advance(round, run), () => Improve(local, near, dives, share));
                spent = isHard ? 0 : decisions.Work - before;
                // Short beside what was done so far: a question answered early waits for the other search.
                round = Math.Clamp(decisions.Work / 24, FirstRound, LongestRound);
                Keep(local);
                Keep(near);
                Keep(far);
                Keep(dives);
                Keep(farDives);
                if (Best is not null && !IsDone() && other.IsDue(decisions.Work))
                    Ask(other);
            }

            Nodes = decisions.Nodes;
            openEnded = decision == Decision.Open ? openEnded + 1 : 0;
            switch (decision)
            {
                case Decision.None:
                    Lower(target - 1);
                    slip = slip * 1.5 + FirstSlip();
                    break;
                case Decision.Found:
                    Keep(decisions.Found);
                    local.Take(decisions.Found, Score);
                    slip = Math.Min(slip, (Bound - Score) / 2);
                    break;
                case Decision.Open when target <= Score:
                    // Answered from the other side.
                    slip = Math.Min(slip, (Bound - Score) / 2);
                    openEnded = 0;
                    break;
                default:
                    var isEasiest = target <= Score + 1;
                    (slip, patience) = isEasiest ? (0, 2 * patience) : (2 * slip + FirstSlip(), patience);
                    break;
            }

            Report("searching");
        }

        // Where a gap is allowed, questions of the targets end the search soon; dives were not measured there.
        Lazy<Dives>? Diving(int seed) => _gap == 0 && EjectionChains.IsFor(model) ? new(() => new Dives(model, RowPrices, worth, rounded, seed)) : null;
    }

    /// <summary>Close under the bound where the search has least to look at, never what is known already.</summary>
    private double Target(double slip)
    {
        // A whole number: only then does a "no" leave nothing between the target and the bound one below it.
        var wanted = Math.Floor(Bound - Math.Max(slip, 0.9 * _gap * Math.Abs(Bound)));
        return double.IsNegativeInfinity(Score) ? wanted : Math.Min(Bound, Math.Max(Score + 1, wanted));
    }

    private double FirstSlip()
    {
        var slip = double.IsNegativeInfinity(Score) ? 1 + Math.Abs(Bound) * 0.001 : Math.Max(1, Math.Floor((Bound - Score) / 64));
        return _gap > 0 ? Math.Min(slip, 1 + StepOfGap * _gap * Math.Abs(Bound)) : slip;
    }

    private void Ask(SecondOpinion other)
    {
        var (decision, isBest) = other.Ask(Score);
        if (decision == Decision.Found)
            Keep(other.Found);
        if (decision == Decision.None || isBest)
            Lower(Score);
    }

    private bool IsPoor => Best is null || Bound - Score > Poor * Math.Abs(Bound);

    /// <summary>Small moves first; once there is something to start from, mostly a few places at a time.</summary>
    private void Improve(LocalSearch local, Neighbourhoods near, Lazy<Dives>? dives, long work)
    {
        if (Dive(dives, work))
            return;
        if (IsPoor && _poorRounds++ < MostPoorRounds)
        {
            local.Advance(work, run);
            return;
        }

        near.Take(Best, Score);
        local.Advance(near.Best.Length == 0 ? work / 2 : work / 8, run);
        if (local.BestScore > near.BestScore)
            near.Take(local.Best, local.BestScore);
        near.Advance(work / 2, run);
        local.Take(near.Best, near.BestScore);
    }

    private Decision Improve(Neighbourhoods far, Lazy<Dives>? dives, long work)
    {
        if (Dive(dives, work))
            return Decision.Open;
        far.Take(Best, Score);
        far.Advance(work, run);
        return Decision.Open;
    }

    /// <summary>Every second round while the best placement is far off.</summary>
    private bool Dive(Lazy<Dives>? dives, long work)
    {
        if (dives is null || (_rounds & 1) != 0 || (Best is not null && Bound - Score <= FarOff * Math.Abs(Score)))
            return false;
        dives.Value.Advance(Score, Bound, work, run);
        return true;
    }

    private void Keep(Lazy<Dives>? dives)
    {
        if (dives is { IsValueCreated: true } && dives.Value.BestScore > Score)
            Keep(dives.Value.Best);
    }

    private void Keep(Neighbourhoods? near)
    {
        if (near is not null && near.BestScore > Score)
            Keep(near.Best);
    }

    private Decision Together(Func<Decision> decide, Action improve)
    {
        if (run.Cores < 2)
        {
            var alone = decide();
            improve();
            return alone;
        }

        var other = Task.Run(improve);
        try
        {
            return decide();
        }
        finally
        {
            other.GetAwaiter().GetResult();
        }
    }

    /// <summary>Where no placement is at hand: is there any? False: there is none, or time was up.</summary>
    private bool FindAny(LocalSearch local)
    {
        var feasibility = new Feasibility(model, run);
        switch (feasibility.Decide(local))
        {
            case Decision.Found:
                Keep(feasibility.Found);
                local.Take(feasibility.Found, Score);
                return true;
            case Decision.None:
                Status = SolveStatus.Infeasible;
                return false;
            default:
                return false;
        }
    }

    private void Keep(LocalSearch local)
    {
        if (local.BestScore > Score)
            Keep(local.Best);
    }

    private void Keep(ReadOnlySpan<int> placement)
    {
        if (!Whole.Holds(model, placement) || Whole.Score(model, placement) is var score && score <= Score)
            return;
        (Best, Score) = (placement.ToArray(), score);
        IsDone();
    }

    /// <param name="bound">With the tolerance of whatever was computed and not decided: what was decided holds to the unit.</param>
    private void Lower(double bound)
    {
        Bound = Math.Max(Score, Math.Min(Bound, Math.Floor(bound)));
        IsDone();
    }

    private bool IsDone()
    {
        if (Best is null)
            return false;
        var isDone = Bound - Score <= Math.Max(0.5, _gap * Math.Abs(Score));
        Status = isDone ? SolveStatus.Optimal : SolveStatus.Feasible;
        return isDone;
    }

    private void Report(string phase) => run.Progress?.Report(new SolveProgress(
        phase, Best is null ? null : Score * model.SignedUnit, double.IsFinite(Bound) ? Bound * model.SignedUnit : null));
}
