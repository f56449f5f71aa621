namespace Vejviser.Matching.Assignment;

/// <summary>
/// An upper bound on every placement within <see cref="OptionSets"/>: "each seeker exactly once" is priced (the seeker's worth), and so are all rows but one
/// capacity per place; what is left is a knapsack per place. A place is solved again only when something about it changed.
/// </summary>
internal sealed class LagrangianBound
{
    private const int MostCells = 8192;

    private readonly Model _model;
    private readonly OptionSets _sets;

    /// <summary>Score less the priced rows, by option.</summary>
    private readonly double[] _base;
    private readonly double _rowTerm;

    /// <summary>The capacity that the place's knapsack keeps; -1 for none.</summary>
    private readonly int[] _dimension;

    /// <summary>Loads in the knapsack are rounded down to this many units, so that the table stays small and the bound a bound.</summary>
    private readonly double[] _grain;
    private readonly double[] _worth;
    private readonly double[] _value;
    private readonly List<int>[] _chosen;
    private readonly int[] _taken;
    private readonly bool[] _isStale;

    /// <summary>Something about the place changed since it was last priced.</summary>
    private readonly bool[] _isUnpriced;
    private readonly Knapsack _knapsack = new();
    private readonly List<int> _items = [];
    private readonly List<int> _picked = [];
    private bool _isResettled = true;
    private double _settledScore;
    private long _steps;

    public LagrangianBound(Model model, OptionSets sets, ReadOnlySpan<double> rowPrices, ReadOnlySpan<double> worth)
    {
        (_model, _sets) = (model, sets);
        (_worth, _value, _taken) = (worth.ToArray(), new double[model.Places], new int[model.Seekers]);
        _chosen = new List<int>[model.Places];
        _isStale = new bool[model.Places];
        (_dimension, _grain) = (new int[model.Places], new double[model.Places]);
        _isUnpriced = new bool[model.Places];
        Array.Fill(_isStale, true);
        Array.Fill(_isUnpriced, true);
        var isKept = new bool[model.Rows];
        for (var p = 0; p < model.Places; p++)
        {
            _chosen[p] = [];
            _dimension[p] = -1;
            var best = double.NegativeInfinity;
            for (var d = 0; d < model.Dimensions; d++)
            {
                var row = p * model.Dimensions + d;
                if (double.IsFinite(model.RowMost[row]) && rowPrices[row] * model.RowMost[row] > best)
                    (best, _dimension[p]) = (rowPrices[row] * model.RowMost[row], d);
            }

            if (_dimension[p] < 0)
                continue;
            var kept = p * model.Dimensions + _dimension[p];
            _grain[p] = Math.Max(1, Math.Ceiling(model.RowMost[kept] / MostCells));
            // A minimum on the same row has a price below zero, and then the row must stay priced.
            isKept[kept] = rowPrices[kept] >= 0;
        }

        (_base, _rowTerm) = Priced(rowPrices, isKept);
        DeltaIn = new double[model.Options];
        DeltaOut = new double[model.Options];
        sets.Changed = Note;
    }

    /// <summary>After <see cref="Price"/>: how much the bound falls with the option chosen, or left out, in its place.</summary>
    public double[] DeltaIn { get; }

    public double[] DeltaOut { get; }

    public ReadOnlySpan<double> Worth => _worth;

    /// <summary>How often a seeker is taken in the relaxed answer; once where it is also an answer.</summary>
    public ReadOnlySpan<int> Taken => _taken;

    /// <summary>Steps done, whatever the machine.</summary>
    public long Work => _knapsack.Cells + _steps;

    public ReadOnlySpan<int> Chosen(int place) => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_chosen[place]);

    public double Profit(int option) => _base[option] - _worth[_model.OptionSeeker[option]];

    public void SetWorth(int seeker, double worth)
    {
        var old = _worth[seeker];
        if (old == worth)
            return;
        _worth[seeker] = worth;
        if (_sets.Settled[seeker] >= 0)
            return;
        var least = Math.Min(old, worth);
        foreach (var o in _sets.OfSeeker(seeker))
        {
            if (_model.OptionPlace[o] is not (var place and >= 0))
                continue;
            _isUnpriced[place] = true;
            if (_base[o] > least)
                _isStale[place] = true;
        }
    }

    public double Evaluate()
    {
        var bound = _rowTerm;
        for (var p = 0; p < _model.Places; p++)
        {
            if (_isStale[p])
                SolvePlace(p);
            bound += _value[p];
        }

        if (_isResettled)
            SumSettled();
        bound += _settledScore;
        var unsettled = _sets.Unsettled;
        foreach (var i in unsettled)
        {
            bound += _worth[i];
            if (!_model.Must[i] && NowhereGain(i) is var gain and > 0)
                bound += gain;
        }

        _steps += unsettled.Length + _model.Places + 1;
        return bound;
    }

    /// <summary>What staying unplaced is worth over the seeker's worth; below zero where it is no option.</summary>
    public double NowhereGain(int seeker)
    {
        var nowhere = _model.Nowhere(seeker);
        return _model.Must[seeker] || !_sets.IsOpen(nowhere) ? -1 : _base[nowhere] - _worth[seeker];
    }

    /// <summary>Fills <see cref="DeltaIn"/> and <see cref="DeltaOut"/> of all open options. <see cref="Evaluate"/> first.</summary>
    public void Price()
    {
        for (var p = 0; p < _model.Places; p++)
        {
            if (_isUnpriced[p])
                PricePlace(p);
        }

        foreach (var i in _sets.Unsettled)
        {
            var nowhere = _model.Nowhere(i);
            if (_model.Must[i] || !_sets.IsOpen(nowhere))
                continue;
            var gain = _base[nowhere] - _worth[i];
            (DeltaIn[nowhere], DeltaOut[nowhere]) = gain > 0 ? (0d, -gain) : (gain, 0d);
        }
    }

    private (double[] Base, double RowTerm) Priced(ReadOnlySpan<double> rowPrices, bool[] isKept)
    {
        var term = 0d;
        var net = (double[])_model.Score.Clone();
        for (var r = 0; r < _model.Rows; r++)
        {
            var limit = rowPrices[r] > 0 ? _model.RowMost[r] : _model.RowLeast[r];
            if (rowPrices[r] != 0 && double.IsFinite(limit) && !isKept[r])
                term += rowPrices[r] * limit;
        }

        for (var o = 0; o < net.Length; o++)
        {
            for (var e = _model.ColumnFirst[o]; e < _model.ColumnFirst[o + 1]; e++)
            {
                var r = _model.ColumnRow[e];
                var limit = rowPrices[r] > 0 ? _model.RowMost[r] : _model.RowLeast[r];
                if (!isKept[r] && double.IsFinite(limit))
                    net[o] -= rowPrices[r] * _model.ColumnValue[e];
            }
        }

        return (net, term);
    }

    private void SumSettled()
    {
        (_settledScore, _isResettled) = (0, false);
        foreach (var option in _sets.Settled)
            _settledScore += option >= 0 ? _base[option] : 0;
    }

    private void Note(int option)
    {
        _isResettled = true;
        var place = _model.OptionPlace[option];
        if (place < 0)
            return;
        _isUnpriced[place] = true;
        if (Profit(option) > 0 || _sets.Settled[_model.OptionSeeker[option]] == option || _sets.SeekerCount[_model.OptionSeeker[option]] <= 1)
            _isStale[place] = true;
    }

    private void SolvePlace(int p)
    {
        foreach (var o in _chosen[p])
            _taken[_model.OptionSeeker[o]]--;
        _chosen[p].Clear();
        _isStale[p] = false;
        var (takesAll, sum) = Gather(p);
        if (takesAll)
        {
            _value[p] = sum;
            _chosen[p].AddRange(_items);
        }
        else
        {
            _value[p] = _knapsack.Solve();
            _picked.Clear();
            _knapsack.Choose(_picked);
            foreach (var k in _picked)
                _chosen[p].Add(_items[k]);
        }

        foreach (var o in _chosen[p])
            _taken[_model.OptionSeeker[o]]++;
    }

    /// <summary>The items worth taking, into the knapsack; true where all of them fit.</summary>
    private (bool TakesAll, double Sum) Gather(int p)
    {
        _items.Clear();
        var d = _dimension[p];
        var room = d < 0 ? double.PositiveInfinity : _sets.Room[p * _model.Dimensions + d];
        var capacity = double.IsInfinity(room) ? 0 : (int)(room / _grain[p]);
        _knapsack.Start(capacity);
        var (load, profits) = (0d, 0d);
        var open = _sets.OfPlace(p);
        _steps += open.Length;
        foreach (var o in open)
        {
            var profit = Profit(o);
            if (profit <= 0)
                continue;
            _items.Add(o);
            profits += profit;
            if (d < 0)
                continue;
            var weight = _model.Load[o * _model.Dimensions + d];
            load += weight;
            _knapsack.Add((int)(weight / _grain[p]), profit);
        }

        return (load <= room, profits);
    }

    private void PricePlace(int p)
    {
        _isUnpriced[p] = false;
        var open = _sets.OfPlace(p);
        if (open.Length == 0)
            return;
        var (takesAll, _) = Gather(p);
        _picked.Clear();
        if (!takesAll)
        {
            _knapsack.Solve();
            _knapsack.SolveBack();
            _knapsack.Choose(_picked);
        }

        var next = 0;
        foreach (var o in open)
        {
            var profit = Profit(o);
            if (profit > 0)
            {
                var k = next++;
                // Picked from the back: the last number is the first item.
                var isPicked = takesAll || (_picked.Count > 0 && _picked[^1] == k);
                if (isPicked && !takesAll)
                    _picked.RemoveAt(_picked.Count - 1);
                DeltaIn[o] = isPicked ? 0 : _knapsack.WithItem(k) - _value[p];
                DeltaOut[o] = !isPicked ? 0 : takesAll ? -profit : _knapsack.WithoutItem(k) - _value[p];
                continue;
            }

            DeltaOut[o] = 0;
            DeltaIn[o] = takesAll ? profit : profit - _value[p] + _knapsack.Beside((int)(_model.Load[o * _model.Dimensions + _dimension[p]] / _grain[p]));
        }

        _steps += open.Length;
    }
}
