namespace Vejviser.Matching.Assignment;

internal enum Decision
{
    Open,
    Found,
    None,
}

/// <summary>
/// Is there a placement that scores at least a target? Depth first, with a bound at every node and every option taken out that cannot be part of such a
/// placement: the closer the target to the bound, the fewer options are left (Posta, Ferland and Michelon 2012). A "no" lowers the bound on the whole problem.
/// Can be stopped and taken up again after any amount of work.
/// </summary>
internal sealed class DecisionSearch
{
    /// <summary>Measured: few rounds of many steps close a node soonest.</summary>
    private const int RoundsAtNode = 2;
    private const int StepsAtNode = 10;
    private const int RoundsAtRoot = 40;
    private const int StepsAtRoot = 12;


    private readonly Model _model;
    private readonly OptionSets _sets;
    private readonly RowPropagation _rows;
    private readonly WorthDescent _descent;
    private readonly LagrangianBound _bound;
    private readonly Branching _branching;
    private readonly Stack<Node> _path = [];
    private readonly double[] _total;
    private int _root;
    private bool _isOpen;
    private double[] _rootWorth;
    private double _target;
    private bool _isNew;

    public DecisionSearch(Model model, ReadOnlySpan<double> rowPrices, ReadOnlySpan<double> worth)
    {
        _model = model;
        _sets = new OptionSets(model);
        _bound = new LagrangianBound(model, _sets, rowPrices, worth);
        _rows = new RowPropagation(model, _sets);
        _descent = new WorthDescent(model, _sets, _bound);
        _branching = new Branching(_sets, _descent);
        _rootWorth = worth.ToArray();
        _total = new double[model.Options];
        _isOpen = _sets.Open() && _rows.Propagate();
        _root = _sets.Mark;
        RootBound = _isOpen ? _bound.Evaluate() : double.NegativeInfinity;
    }

    /// <summary>No placement scores more.</summary>
    public double RootBound { get; private set; }

    public long Work => _bound.Work + _rows.Work;

    public long Nodes { get; private set; }

    public int Depth => _path.Count;

    /// <summary>After <see cref="Decision.Found"/>: the option of every seeker.</summary>
    public int[] Found { get; private set; } = [];

    /// <summary>Better worths at the root before anything is decided.</summary>
    public void Tighten(double goal, int rounds)
    {
        if (!_isOpen)
            return;
        Restart();
        RootBound = Math.Min(RootBound, _descent.Run(goal, double.NegativeInfinity, rounds));
        _rootWorth = _bound.Worth.ToArray();
    }

    /// <summary>For good: only placements better than this score are of interest from now on. Far fewer options are left to every later question.</summary>
    public void Narrow(double score)
    {
        if (!_isOpen)
            return;
        _path.Clear();
        Restart();
        _target = score + 1;
        _isOpen = TakeOutHopeless(_bound.Evaluate()) && _rows.Propagate();
        if (_isOpen)
            _root = _sets.Mark;
    }

    /// <summary>A new question; what was decided about other targets is forgotten.</summary>
    public void Aim(double target)
    {
        _target = target;
        _path.Clear();
        Restart();
        _isNew = true;
    }

    /// <summary>
    /// A new question about placements that differ from this one only in who is open: is there one that comes this far from its score towards the bound on all
    /// of them? Further is sooner answered.
    /// </summary>
    public void AimNear(ReadOnlySpan<int> placement, double score, ReadOnlySpan<bool> isOpen, double share)
    {
        Aim(score + 1);
        for (var i = 0; i < placement.Length && _isNew; i++)
        {
            if (!isOpen[i] && (!_sets.IsOpen(placement[i]) || !_sets.Choose(placement[i])))
                _isNew = false;
        }

        _isNew = _isNew && _rows.Propagate();
        if (!_isNew)
            return;
        var bound = _descent.Run(score, _target - _model.Tolerance, 20);
        _isNew = bound >= _target - _model.Tolerance;
        _target = Math.Max(_target, Math.Floor(score + share * (bound - score)));
    }

    public ReadOnlySpan<double> RootWorth => _rootWorth;

    public Decision Advance(long work, SolveRun run)
    {
        if (!_isOpen)
            return Decision.None;
        var until = Work + work;
        while (Work < until && !run.ShouldStop())
        {
            if (_isNew || Descend())
            {
                _isNew = false;
                Nodes++;
                if (Examine(run))
                    return Decision.Found;
            }
            else if (_path.Count == 0)
            {
                return Decision.None;
            }
        }

        return Decision.Open;
    }

    /// <summary>Fills the bound on the whole with each open option chosen, at the root.</summary>
    public double[] RootTotals()
    {
        var totals = new double[_model.Options];
        Array.Fill(totals, double.NegativeInfinity);
        if (!_isOpen)
            return totals;
        _path.Clear();
        Restart();
        var bound = _bound.Evaluate();
        _bound.Price();
        for (var i = 0; i < _model.Seekers; i++)
        {
            if (_sets.Settled[i] >= 0)
                continue;
            Sum(i, bound);
            foreach (var o in _sets.OfSeeker(i))
                totals[o] = _total[o];
        }

        return totals;
    }

    private void Restart()
    {
        _sets.UndoTo(_root);
        Restore(_rootWorth);
    }

    private void Restore(double[] worth)
    {
        for (var i = 0; i < worth.Length; i++)
            _bound.SetWorth(i, worth[i]);
    }

    /// <summary>Goes to the next child of the deepest node that has one left; false where that node had none and was left.</summary>
    private bool Descend()
    {
        if (_path.Count == 0)
            return false;
        var node = _path.Peek();
        _sets.UndoTo(node.Mark);
        if (node.Next == node.Children.Length)
        {
            _path.Pop();
            return false;
        }

        Restore(node.Worth);
        var isOpen = _sets.Choose(node.Children[node.Next++]) && _rows.Propagate();
        return isOpen || Descend();
    }

    /// <summary>True where an answer was found. Otherwise the node is closed, or has children on the path.</summary>
    private bool Examine(SolveRun run)
    {
        var isRoot = _path.Count == 0;
        for (var round = 0; round < (isRoot ? RoundsAtRoot : RoundsAtNode) && !run.ShouldStop(); round++)
        {
            var bound = _descent.Run(_target - 0.5 * Math.Max(1, _model.Tolerance), _target - _model.Tolerance, isRoot ? StepsAtRoot : StepsAtNode);
            if (bound < _target - _model.Tolerance)
                return false;
            if (_descent.IsAnswer() && Keep())
                return true;
            var before = _sets.Mark;
            if (!TakeOutHopeless(bound) || !_rows.Propagate())
                return false;
            if (_sets.Mark - before <= (isRoot ? 0 : 2))
                break;
        }

        if (_bound.Evaluate() < _target - _model.Tolerance)
            return false;
        // Taking out may have settled everybody.
        if (_sets.Unsettled.IsEmpty)
            return _descent.IsAnswer() && Keep();
        if (_branching.Children(_total) is { } children)
            _path.Push(new Node(_sets.Mark, children, _bound.Worth.ToArray()));
        return false;
    }

    private bool Keep()
    {
        // Scores are whole numbers and add up exactly: a tolerance here would find the same placement for ever where many digits make it larger than a unit.
        var answer = _descent.Answer();
        if (Whole.Score(_model, answer) < _target)
            return false;
        Found = answer;
        return true;
    }

    private bool TakeOutHopeless(double bound)
    {
        _bound.Price();
        for (var i = 0; i < _model.Seekers; i++)
        {
            if (_sets.Settled[i] >= 0)
                continue;
            Sum(i, bound);
            var open = _sets.OfSeeker(i);
            for (var k = open.Length - 1; k >= 0; k--)
            {
                if (_total[open[k]] < _target - _model.Tolerance && !_sets.TakeOut(open[k]))
                    return false;
            }
        }

        return _sets.Propagate();
    }

    /// <summary>A seeker's option chosen: its place takes it, all other places do without the seeker.</summary>
    private void Sum(int seeker, double bound)
    {
        var sum = bound;
        var open = _sets.OfSeeker(seeker);
        foreach (var o in open)
            sum += _bound.DeltaOut[o];
        foreach (var o in open)
            _total[o] = sum - _bound.DeltaOut[o] + _bound.DeltaIn[o];
    }

    private sealed class Node(int mark, int[] children, double[] worth)
    {
        public int Mark => mark;

        public int[] Children => children;

        public double[] Worth => worth;

        public int Next { get; set; }
    }
}
