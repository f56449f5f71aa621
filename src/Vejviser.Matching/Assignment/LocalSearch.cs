namespace Vejviser.Matching.Assignment;

/// <summary>
/// Betters a whole placement by moving one seeker, exchanging two, or moving one and pushing another on, where a broken row costs its price; prices of rows that
/// stay broken rise and of those that hold fall (as in Yagiura, Ibaraki and Glover 2004). Same steps for the same seed.
/// </summary>
internal sealed class LocalSearch
{
    private const int MostCandidates = 12;

    /// <summary>Rounds of dearer rows before everybody is looked at again.</summary>
    private const int MostFruitless = 60;

    private readonly Model _model;
    private readonly Moves _moves;
    private readonly int[][] _candidates;
    private readonly int[][] _everywhere;
    private readonly int[] _order;
    private readonly Draw _draw;
    private readonly double _least;
    private int _stuck;
    private int _fruitless;

    public LocalSearch(Model model, ReadOnlySpan<double> rowPrices, ReadOnlySpan<double> totals, ReadOnlySpan<int> start, int seed)
    {
        _model = model;
        _draw = new Draw(seed);
        (_candidates, _everywhere) = (new int[model.Seekers][], new int[model.Seekers][]);
        _order = new int[model.Seekers];
        _moves = new Moves(model, rowPrices, start);
        _least = model.Tolerance;
        for (var i = 0; i < model.Seekers; i++)
        {
            _order[i] = i;
            _everywhere[i] = Open(i, totals);
            _candidates[i] = _everywhere[i].Length <= MostCandidates ? _everywhere[i] : _everywhere[i][..MostCandidates];
        }

        Best = start.ToArray();
        BestScore = Whole.Holds(model, start) ? Whole.Score(model, start) : double.NegativeInfinity;
    }

    /// <summary>The best placement found that keeps every rule, where <see cref="BestScore"/> is finite.</summary>
    public int[] Best { get; private set; }

    public double BestScore { get; private set; }

    /// <summary>A better placement from elsewhere.</summary>
    public void Take(ReadOnlySpan<int> placement, double score)
    {
        if (score <= BestScore)
            return;
        (Best, BestScore) = (placement.ToArray(), score);
        _moves.Reset(placement);
    }

    public void Advance(long work, SolveRun run)
    {
        var until = _moves.Work + work;
        while (_moves.Work < until && _model.Seekers > 0 && !run.ShouldStop())
        {
            // Looking around costs something too, or a search without moves would never end.
            _moves.Charge(_model.Seekers + _model.Places);
            if (_moves.Broken > 0 && _fruitless < MostFruitless ? Repair() : Improve(until))
                continue;
            Remember();
            var wasBroken = _moves.Broken > 0;
            _moves.Reprice();
            _fruitless = wasBroken ? (_fruitless + 1) % (MostFruitless + 2) : 0;
            if (!wasBroken || ++_stuck % 64 == 0)
                Kick();
        }
    }

    /// <summary>Only who stands in a place that holds too many; true where something got better.</summary>
    private bool Repair()
    {
        for (var p = 0; p < _model.Places; p++)
        {
            if (!_moves.IsOverfull(p))
                continue;
            var members = _moves.Members(p).ToArray();
            _draw.Shuffle(members);
            foreach (var i in members)
            {
                if (!Shift(i, _everywhere[i]) && !Exchange(i) && !Push(i))
                    continue;
                if (_moves.Broken == 0)
                    Remember();
                return true;
            }
        }

        return false;
    }

    /// <summary>The seeker's options, the best by today's prices first.</summary>
    private int[] Open(int seeker, ReadOnlySpan<double> totals)
    {
        var open = new List<(double Total, int Option)>();
        for (var o = _model.First[seeker]; o < _model.First[seeker + 1]; o++)
        {
            if ((!_model.IsNowhere(o) || !_model.Must[seeker]) && !double.IsNegativeInfinity(totals[o]))
                open.Add((-totals[o], o));
        }

        open.Sort();
        return [.. open.Select(x => x.Option)];
    }

    /// <summary>One pass over all seekers; true where something got better.</summary>
    private bool Improve(long until)
    {
        _draw.Shuffle(_order);
        var isBetter = false;
        foreach (var i in _order)
        {
            if (Shift(i, _candidates[i]) || Exchange(i) || Push(i))
            {
                isBetter = true;
                if (_moves.Broken == 0)
                    Remember();
            }

            if (_moves.Work > until)
                return true;
        }

        return isBetter;
    }

    private bool Shift(int i, int[] options)
    {
        var (best, to) = (_least, -1);
        foreach (var o in options)
        {
            if (o != _moves.At[i] && _moves.Gain(i, o) is var gain && gain > best)
                (best, to) = (gain, o);
        }

        if (to < 0)
            return false;
        _moves.Apply(i, to);
        return true;
    }

    /// <summary>Seeker i takes the place of somebody who takes i's.</summary>
    private bool Exchange(int i)
    {
        var from = _model.OptionPlace[_moves.At[i]];
        foreach (var o in _candidates[i])
        {
            var place = _model.OptionPlace[o];
            if (place < 0 || place == from)
                continue;
            foreach (var j in _moves.Members(place))
            {
                var back = from < 0 ? _model.Nowhere(j) : _moves.OptionOf(j, from);
                if (back < 0 || (from < 0 && _model.Must[j]) || _moves.Gain(i, o, j, back) <= _least)
                    continue;
                _moves.Apply(i, o);
                _moves.Apply(j, back);
                return true;
            }
        }

        return false;
    }

    /// <summary>Seeker i goes to a place, and somebody there goes on to a third.</summary>
    private bool Push(int i)
    {
        var from = _model.OptionPlace[_moves.At[i]];
        var tries = 0;
        foreach (var o in _candidates[i])
        {
            var place = _model.OptionPlace[o];
            if (place < 0 || place == from || ++tries > 5)
                continue;
            foreach (var j in _moves.Members(place))
            {
                var farther = 0;
                foreach (var next in _candidates[j])
                {
                    var third = _model.OptionPlace[next];
                    if (third == place || third == from || ++farther > 4)
                        continue;
                    if (_moves.Gain(i, o, j, next) <= _least)
                        continue;
                    _moves.Apply(i, o);
                    _moves.Apply(j, next);
                    return true;
                }
            }
        }

        return false;
    }

    private void Remember()
    {
        if (_moves.Broken > 0 || _moves.Score <= BestScore + _least || !Whole.Holds(_model, _moves.At))
            return;
        (Best, BestScore) = (_moves.At.ToArray(), Whole.Score(_model, _moves.At));
    }

    /// <summary>Some seekers to one of their better options at random; most often from the best placement.</summary>
    private void Kick()
    {
        if (double.IsFinite(BestScore) && _draw.Below(3) != 0)
            _moves.Reset(Best);
        var count = 1 + _draw.Below(4);
        for (var k = 0; k < count; k++)
        {
            var i = _draw.Below(_model.Seekers);
            if (_candidates[i].Length > 0)
                _moves.Apply(i, _candidates[i][_draw.Below(Math.Min(4, _candidates[i].Length))]);
        }
    }
}
