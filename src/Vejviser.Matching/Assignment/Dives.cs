namespace Vejviser.Matching.Assignment;

/// <summary>
/// Whole placements from the bound: the worths are bettered a little, the places whose best sets changed least while that went on keep theirs, and so on with who
/// is left until every place is filled (diving, as in Sadykov and others 2019 for column generation). Who ends nowhere is put somewhere, and
/// <see cref="EjectionChains"/> make a placement of it. One dive after the other, each with a little chance in the order.
/// </summary>
internal sealed class Dives
{
    /// <summary>Options a seeker keeps, the cheapest by prices of room: the rest only lengthens the tables.</summary>
    private const int MostKept = 6;
    private const int StepsAtRoot = 60;
    private const int Steps = 20;

    /// <summary>Of the places still open, how many are filled before the worths are bettered again.</summary>
    private const double ShareAtOnce = 0.1;

    /// <summary>How far below today's bound the steps aim, as a share of the gap.</summary>
    private const double Aim = 0.2;
    private const double Forgetting = 0.1;
    private const double Chance = 3e-5;

    private readonly Model _model;
    private readonly EjectionChains _chains;
    private readonly OptionSets _sets;
    private readonly LagrangianBound _bound;
    private readonly WorthDescent _descent;
    private readonly Draw _draw;
    private readonly int _root;
    private readonly bool[] _isFilled;
    private readonly int[] _first;

    /// <summary>How often, lately, the option was in its place's best set.</summary>
    private readonly double[] _often;
    private double[] _rootWorth;
    private double[]? _rootOften;
    private double _distance;
    private int _open;
    private bool _hasBegun;

    /// <param name="first">Looked at by chains before the first dive.</param>
    public Dives(Model model, ReadOnlySpan<double> rowPrices, ReadOnlySpan<double> worth, int[] first, int seed)
    {
        (_model, _first) = (model, first);
        _chains = new EjectionChains(model, rowPrices);
        _sets = new OptionSets(model);
        _bound = new LagrangianBound(model, _sets, rowPrices, worth);
        _descent = new WorthDescent(model, _sets, _bound);
        _draw = new Draw(seed ^ 0x0D1FE);
        _rootWorth = worth.ToArray();
        _isFilled = new bool[model.Places];
        _often = new double[model.Options];
        for (var i = 0; i < model.Seekers; i++)
            KeepCheapest(i);
        _sets.Propagate();
        _root = _sets.Mark;
    }

    public int[] Best { get; private set; } = [];

    public double BestScore { get; private set; } = double.NegativeInfinity;

    private long Work => _bound.Work + _chains.Work;

    /// <param name="score">The best known from anywhere; with <paramref name="bound"/> it says how far there is to go.</param>
    /// <param name="bound">Proven, on the whole.</param>
    /// <param name="work">Counted; a dive that is not ended is taken up again.</param>
    public void Advance(double score, double bound, long work, SolveRun run)
    {
        var until = Work + work;
        if (!_hasBegun)
            Finish(_first, run);
        _hasBegun = true;
        while (Work < until && !run.ShouldStop())
        {
            if (_open == 0)
                Begin(double.IsFinite(score) ? bound - score : 1e-3 * Math.Abs(bound));
            Fill();
            if (_open == 0)
                Finish(Placement(), run);
        }
    }

    /// <summary>Nowhere stays open, unlike in a search for proofs: so nobody is ever without an option, and a dive always ends.</summary>
    private void KeepCheapest(int seeker)
    {
        var kept = _chains.Candidates(seeker);
        kept = kept[..Math.Min(MostKept, kept.Length)];
        for (var o = _model.First[seeker]; o < _model.Nowhere(seeker); o++)
        {
            if (!kept.Contains(o) || !Fits(o))
                _sets.TakeOut(o);
        }
    }

    private bool Fits(int option)
    {
        for (var d = 0; d < _model.Dimensions; d++)
        {
            if (_model.Load[option * _model.Dimensions + d] > _model.RowMost[_model.OptionPlace[option] * _model.Dimensions + d])
                return false;
        }

        return true;
    }

    private void Begin(double gap)
    {
        _sets.UndoTo(_root);
        for (var i = 0; i < _rootWorth.Length; i++)
            _bound.SetWorth(i, _rootWorth[i]);
        Array.Clear(_isFilled);
        (_open, _distance) = (_model.Places, Aim * gap);
        if (_rootOften is null)
        {
            Settle(StepsAtRoot);
            (_rootWorth, _rootOften) = (_bound.Worth.ToArray(), (double[])_often.Clone());
        }

        _rootOften.CopyTo(_often, 0);
    }

    private void Settle(int steps) => _descent.Run(_bound.Evaluate() - _distance, double.NegativeInfinity, steps, Count);

    private void Count()
    {
        for (var p = 0; p < _isFilled.Length; p++)
        {
            if (_isFilled[p])
                continue;
            foreach (var o in _sets.OfPlace(p))
                _often[o] *= 1 - Forgetting;
            foreach (var o in _bound.Chosen(p))
                _often[o] += Forgetting;
        }
    }

    private void Fill()
    {
        Settle(Steps);
        var order = new List<(double Change, int Place)>();
        for (var p = 0; p < _isFilled.Length; p++)
        {
            if (!_isFilled[p])
                order.Add((Change(p) + Chance * _draw.Below(1000), p));
        }

        order.Sort();
        foreach (var (_, place) in order[..(int)Math.Ceiling(ShareAtOnce * _open)])
        {
            (_isFilled[place], _open) = (true, _open - 1);
            foreach (var o in _bound.Chosen(place).ToArray())
            {
                if (_sets.IsOpen(o))
                    _sets.Choose(o);
            }

            foreach (var o in _sets.OfPlace(place).ToArray())
                _sets.TakeOut(o);
            _sets.Propagate();
        }
    }

    /// <summary>How far the place's best set is from what it was lately, by member.</summary>
    private double Change(int place)
    {
        var chosen = _bound.Chosen(place);
        var change = 0d;
        foreach (var o in _sets.OfPlace(place))
            change += _often[o];
        foreach (var o in chosen)
            change += 1 - 2 * _often[o];
        return change / Math.Max(1, chosen.Length);
    }

    private int[] Placement()
    {
        var placement = new int[_model.Seekers];
        for (var i = 0; i < placement.Length; i++)
            placement[i] = _sets.Settled[i] >= 0 ? _sets.Settled[i] : _model.Nowhere(i);
        return placement;
    }

    private void Finish(int[] placement, SolveRun run)
    {
        if (_chains.Better(placement, run) && Whole.Score(_model, _chains.At) is var score && score > BestScore)
            (Best, BestScore) = (_chains.At.ToArray(), score);
    }
}
