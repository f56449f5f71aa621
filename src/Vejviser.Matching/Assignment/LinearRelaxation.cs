namespace Vejviser.Matching.Assignment;

/// <summary>
/// The problem with divisible seekers, solved by the primal simplex method with generalized upper bounds (Dantzig and Van Slyke 1967): every seeker's
/// "exactly one place" is kept outside the basis by a key option, so the basis has only as many rows as there are capacities and quotas. Gives the
/// prices of the rows, an upper bound on every answer and at most as many divided seekers as rows.
/// Starts from any whole placement; scores may be changed between solves, the basis stays.
/// </summary>
internal sealed class LinearRelaxation
{
    private const double PivotTolerance = 1e-8;
    private const double RatioTolerance = 1e-9;

    private readonly Model _model;
    private readonly double[] _score;
    private readonly int _rows;
    private readonly int _options;
    private readonly GubBasis _basis;

    /// <summary>Where a slack that is not basic stands: true at the row's most.</summary>
    private readonly bool[] _slackAtMost;
    private readonly double[] _alpha;
    private readonly double[] _keyRate;
    private readonly double _scoreTolerance;
    private int _cursor;

    public LinearRelaxation(Model model, ReadOnlySpan<int> start)
    {
        _model = model;
        _score = (double[])model.Score.Clone();
        (_rows, _options) = (model.Rows, model.OptionPlace.Length);
        _slackAtMost = new bool[_rows];
        _alpha = new double[_rows];
        _keyRate = new double[model.Seekers];
        var largest = 1d;
        foreach (var score in model.Score)
            largest = Math.Max(largest, score == model.Forbidden ? 0 : Math.Abs(score));
        _scoreTolerance = 1e-9 * largest;
        _basis = new GubBasis(model, _score, _slackAtMost, model.Penalty);
        _basis.StartFrom(start);
    }

    public int Pivots { get; private set; }

    public ReadOnlySpan<double> RowPrices => _basis.Prices;

    /// <summary>Scores that the caller may change between solves, by option.</summary>
    public Span<double> Scores => _score;

    /// <summary>Pivots until no variable improves, or <paramref name="most"/> pivots, or the run should stop.</summary>
    public void Solve(long most, SolveRun run)
    {
        _basis.Refactor();
        for (long pivots = 0, sinceRefactor = 0; pivots < most; pivots++)
        {
            if ((pivots & 63) == 0 && run.ShouldStop())
                return;
            if (++sinceRefactor > Math.Max(150, _rows))
            {
                _basis.Refactor();
                sinceRefactor = 0;
            }

            var (entering, direction) = Price();
            if (entering < 0)
            {
                if (sinceRefactor <= 1)
                    return;
                _basis.Refactor();
                sinceRefactor = 0;
                continue;
            }

            Pivot(entering, direction);
            Pivots++;
        }
    }

    /// <summary>The most valuable option by today's prices, of enough seekers to choose among; or a slack. -1: none improves.</summary>
    private (int Variable, double Direction) Price()
    {
        var prices = _basis.Prices;
        var best = _scoreTolerance;
        var (variable, direction) = (-1, 1d);
        for (var r = 0; r < _rows; r++)
        {
            if (_basis.IsSlackBasic(r))
                continue;
            var gain = _slackAtMost[r] ? -prices[r] : prices[r];
            if (gain > best && _model.RowLeast[r] != _model.RowMost[r])
                (best, variable, direction) = (gain, _options + r, _slackAtMost[r] ? 1 : -1);
        }

        var (first, load, place) = (_model.First, _model.Load, _model.OptionPlace);
        var isPlain = _model.Dimensions == 1 && _model.Rows == _model.Places;
        var scanned = 0;
        for (var step = 0; step < _model.Seekers; step++)
        {
            var i = _cursor;
            if (++_cursor == _model.Seekers)
                _cursor = 0;
            var key = _basis.Key[i];
            var keyPrice = _basis.Reduced(key);
            for (int o = first[i], end = first[i + 1]; o < end; o++)
            {
                var gain = isPlain
                    ? (place[o] < 0 ? _score[o] : _score[o] - prices[place[o]] * load[o]) - keyPrice
                    : _basis.Reduced(o) - keyPrice;
                if (gain > best && !_basis.IsBasic(o))
                    (best, variable, direction) = (gain, o, 1);
            }

            scanned += first[i + 1] - first[i];
            if (scanned > 3000 && variable >= 0)
                break;
        }

        return (variable, direction);
    }

    private void Pivot(int entering, double direction)
    {
        var seeker = entering < _options ? _model.OptionSeeker[entering] : -1;
        WriteAlpha(entering, direction);
        var (step, row, key) = Ratio(entering, seeker);
        if (double.IsPositiveInfinity(step))
            throw new InvalidOperationException("The relaxation has no end: a row without limits was priced.");
        if (key >= 0 && _basis.NonKeyOf(key) is var other and >= 0)
        {
            // A seeker's key leaves while another of its options is basic: that one becomes the key and the old key leaves its row.
            _basis.SwapKey(key, other);
            WriteAlpha(entering, direction);
            Ratio(entering, seeker);
            (row, key) = (other, -1);
        }

        _basis.Move(_alpha, step, seeker, _keyRate);
        if (key >= 0)
            _basis.ReplaceKey(key, entering, step);
        else if (row >= 0)
            _basis.Replace(row, entering, direction, step, _alpha);
        else
            _slackAtMost[entering - _options] ^= true;
    }

    private void WriteAlpha(int entering, double direction)
    {
        _basis.Column(entering, _alpha);
        if (direction > 0)
            return;
        for (var k = 0; k < _rows; k++)
            _alpha[k] = -_alpha[k];
    }

    /// <summary>How far the entering variable can go, and what stops it: a basic variable in a row, a seeker's key, or (neither) its own other bound.</summary>
    private (double Step, int Row, int Key) Ratio(int entering, int seeker)
    {
        var step = double.PositiveInfinity;
        if (entering >= _options)
            step = _model.RowMost[entering - _options] - _model.RowLeast[entering - _options];
        var (row, key) = (-1, -1);
        var size = 0d;
        if (seeker >= 0)
            _keyRate[seeker] = -1;
        for (var k = 0; k < _rows; k++)
        {
            var owner = _basis.SeekerOf(k);
            if (owner >= 0 && owner != seeker)
                _keyRate[owner] = 0;
        }

        for (var k = 0; k < _rows; k++)
        {
            var owner = _basis.SeekerOf(k);
            if (owner >= 0)
                _keyRate[owner] += _alpha[k];
            var rate = _alpha[k];
            if (Math.Abs(rate) < PivotTolerance)
                continue;
            var room = rate > 0 ? _basis.Value(k) - _basis.Lower(k) : _basis.Upper(k) - _basis.Value(k);
            Consider(room, Math.Abs(rate), k, -1);
        }

        if (seeker >= 0)
            ConsiderKey(seeker);
        for (var k = 0; k < _rows; k++)
        {
            if (_basis.SeekerOf(k) is var owner and >= 0 && owner != seeker)
                ConsiderKey(owner);
        }

        return (step, row, key);

        void ConsiderKey(int owner)
        {
            if (_keyRate[owner] < -PivotTolerance)
                Consider(_basis.KeyValue(owner), -_keyRate[owner], -1, owner);
        }

        void Consider(double room, double rate, int candidateRow, int candidateKey)
        {
            var ratio = Math.Max(0, room) / rate;
            if (ratio > step + RatioTolerance || (ratio > step - RatioTolerance && rate <= size))
                return;
            (step, row, key, size) = (Math.Min(step, ratio), candidateRow, candidateKey, rate);
        }
    }

    /// <summary>How much of each option is used.</summary>
    public void Read(Span<double> use) => _basis.Read(use);

    /// <summary>Nobody who must be placed is nowhere, not even in part.</summary>
    public bool PlacesEverybody()
    {
        var use = new double[_options];
        _basis.Read(use);
        for (var i = 0; i < _model.Seekers; i++)
        {
            if (_model.Must[i] && use[_model.Nowhere(i)] > 1e-6)
                return false;
        }

        return true;
    }

    /// <summary>The worth of a seeker by today's prices: its best option's score less what it takes up.</summary>
    public double Worth(int seeker)
    {
        var worth = double.NegativeInfinity;
        for (var o = _model.First[seeker]; o < _model.First[seeker + 1]; o++)
            worth = Math.Max(worth, _basis.Reduced(o));
        return worth;
    }
}
