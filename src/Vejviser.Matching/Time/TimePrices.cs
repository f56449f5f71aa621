namespace Vejviser.Matching.Time;

/// <summary>
/// The bound: every person, room and interpreter has a price for each moment at which a meeting can begin, and each meeting takes its cheapest way as if alone.
/// What is relaxed is "one meeting at a time"; the time on the road is left out of the bound and kept in the search.
/// </summary>
/// <remarks>
/// Once it is proven how much must stay unmet, that is a rule with a price of its own: the huge price of an unmet meeting shrinks to what decides between
/// meetings, and the bound becomes sharp in the small aims too.
/// </remarks>
internal sealed class TimePrices
{
    private readonly TimeModel _model;
    private readonly TimeAim _aim;
    private double _unmet;
    private double _bestUnmet;
    private readonly int[][][] _rows;
    private readonly double[] _prices;
    private readonly double[] _best;

    public TimePrices(TimeModel model, TimeAim aim)
    {
        (_model, _aim) = (model, aim);
        _unmet = _bestUnmet = aim.IsOnlyUnmet ? 1 : Math.Min(model.UnmetPrice, 4d * model.VideoPrice);
        var begins = new SortedSet<int>(model.Slots.SelectMany(s => s).Select(s => s.Start)).ToArray();
        var index = new Dictionary<(int Kind, int Id, int Moment), int>();
        _rows = new int[model.Slots.Length][][];
        for (var m = 0; m < _rows.Length; m++)
            _rows[m] = [.. model.Slots[m].Select(slot => Rows(slot, begins, index))];
        _prices = new double[index.Count];
        _best = new double[index.Count];
    }

    /// <summary>What the bound begins with: the weight that must stay unmet, less the prices of everything that could be used.</summary>
    public double Base { get; private set; }

    /// <summary>A meeting's way with the price of everything it uses.</summary>
    public double Cost(int meeting, int slot)
    {
        double cost = _aim.Cost(_model.Slots[meeting][slot]);
        foreach (var row in _rows[meeting][slot])
            cost += _best[row];
        return cost;
    }

    public double Unmet(int meeting) => _bestUnmet * _model.Meetings[meeting].Weight;

    /// <returns>The bound proven.</returns>
    public double Learn(int steps, double target, SolveRun run)
    {
        var (best, length, idle) = (double.NegativeInfinity, 1.0, 0);
        var use = new int[_prices.Length];
        for (var step = 0; step < steps; step++)
        {
            var bound = Evaluate(use, out var unmet);
            if (bound > best + 1e-6)
            {
                (best, idle) = (bound, 0);
                _prices.CopyTo(_best, 0);
                _bestUnmet = _unmet;
            }
            else if (++idle >= 15)
            {
                (length, idle) = (length / 2, 0);
                _best.CopyTo(_prices, 0);
                _unmet = _bestUnmet;
            }

            if (best > target - 1 + 1e-6 || length < 1e-4 || run.ShouldStop())
                break;
            var norm = 0d;
            for (var row = 0; row < use.Length; row++)
                norm += use[row] > 1 || _prices[row] > 0 ? (use[row] - 1d) * (use[row] - 1) : 0;
            var slope = _aim.IsOnlyUnmet ? 0 : unmet - _aim.LeastUnmet;
            norm += (double)slope * slope;
            if (norm < 0.5)
                break;
            var stride = length * Math.Max(target - bound, 1) / norm;
            for (var row = 0; row < use.Length; row++)
                _prices[row] = Math.Max(0, _prices[row] + stride * (use[row] - 1));
            _unmet = Math.Clamp(_unmet + stride * slope, 0, _aim.IsOnlyUnmet ? 1 : _model.UnmetPrice);
        }

        Base = Given(_bestUnmet) - _best.Sum();
        return best;
    }

    private double Given(double unmet) => _aim.IsOnlyUnmet ? 0 : (_model.UnmetPrice - unmet) * _aim.LeastUnmet;

    private double Evaluate(int[] use, out long unmet)
    {
        Array.Clear(use);
        unmet = 0;
        var bound = Given(_unmet) - _prices.Sum();
        for (var m = 0; m < _rows.Length; m++)
        {
            var (least, at) = (_unmet * _model.Meetings[m].Weight, -1);
            for (var s = 0; s < _rows[m].Length; s++)
            {
                double cost = _aim.Cost(_model.Slots[m][s]);
                foreach (var row in _rows[m][s])
                    cost += _prices[row];
                if (cost < least)
                    (least, at) = (cost, s);
            }

            bound += least;
            unmet += at < 0 ? _model.Meetings[m].Weight : 0;
            foreach (var row in at < 0 ? [] : _rows[m][at])
                use[row]++;
        }

        return bound;
    }

    private int[] Rows(Slot slot, int[] begins, Dictionary<(int, int, int), int> index)
    {
        var rows = new List<int>();
        var first = Array.BinarySearch(begins, slot.Start);
        for (var b = first; b < begins.Length && begins[b] < slot.End; b++)
        {
            if (slot.Interpreter >= 0)
                rows.Add(Row(0, slot.Interpreter, begins[b]));
            if (slot.Room >= 0)
                rows.Add(Row(1, slot.Room, begins[b]));
            foreach (var person in _model.People[slot.Meeting])
                rows.Add(Row(2, person, begins[b]));
        }

        return [.. rows];

        int Row(int kind, int id, int moment)
        {
            if (!index.TryGetValue((kind, id, moment), out var row))
                index[(kind, id, moment)] = row = index.Count;
            return row;
        }
    }
}

/// <summary>What a search aims at: first the least weight unmet alone; then everything, with that weight as a rule.</summary>
/// <param name="LeastUnmet">Proven: no plan leaves less weight unmet.</param>
internal sealed record TimeAim(bool IsOnlyUnmet, long LeastUnmet)
{
    public long Cost(Slot slot) => IsOnlyUnmet ? 0 : slot.Cost;
}
