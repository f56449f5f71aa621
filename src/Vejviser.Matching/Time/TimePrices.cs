namespace Vejviser.Matching.Time;

/// <summary>
/// The bound: every person, room and interpreter has a price for each moment at which a meeting can begin, and each meeting takes its cheapest way as if alone.
/// What is relaxed is "one meeting at a time"; the time on the road is left out of the bound and kept in the search.
/// </summary>
internal sealed class TimePrices
{
    private readonly TimeModel _model;
    private readonly int[][][] _rows;
    private readonly double[] _prices;
    private readonly double[] _best;

    public TimePrices(TimeModel model)
    {
        _model = model;
        var begins = new SortedSet<int>(model.Slots.SelectMany(s => s).Select(s => s.Start)).ToArray();
        var index = new Dictionary<(int Kind, int Id, int Moment), int>();
        _rows = new int[model.Slots.Length][][];
        for (var m = 0; m < _rows.Length; m++)
            _rows[m] = [.. model.Slots[m].Select(slot => Rows(slot, begins, index))];
        _prices = new double[index.Count];
        _best = new double[index.Count];
    }

    /// <summary>Sum of all prices: what the bound pays for using nothing.</summary>
    public double PriceOfAll { get; private set; }

    /// <summary>A meeting's way with the price of everything it uses.</summary>
    public double Cost(int meeting, int slot)
    {
        double cost = _model.Slots[meeting][slot].Cost;
        foreach (var row in _rows[meeting][slot])
            cost += _best[row];
        return cost;
    }

    public double Unmet(int meeting) => (double)_model.UnmetPrice * _model.Meetings[meeting].Weight;

    /// <returns>The bound proven.</returns>
    public double Learn(int steps, double target, SolveRun run)
    {
        var (best, length, idle) = (double.NegativeInfinity, 1.0, 0);
        var use = new int[_prices.Length];
        for (var step = 0; step < steps; step++)
        {
            var bound = Evaluate(use);
            if (bound > best + 1e-6)
            {
                (best, idle) = (bound, 0);
                _prices.CopyTo(_best, 0);
            }
            else if (++idle >= 15)
            {
                (length, idle) = (length / 2, 0);
                _best.CopyTo(_prices, 0);
            }

            if (best > target - 1 + 1e-6 || length < 1e-4 || run.ShouldStop())
                break;
            var norm = 0d;
            for (var row = 0; row < use.Length; row++)
                norm += use[row] > 1 || _prices[row] > 0 ? (use[row] - 1d) * (use[row] - 1) : 0;
            if (norm < 0.5)
                break;
            var stride = length * Math.Max(target - bound, 1) / norm;
            for (var row = 0; row < use.Length; row++)
                _prices[row] = Math.Max(0, _prices[row] + stride * (use[row] - 1));
        }

        PriceOfAll = _best.Sum();
        return best;
    }

    private double Evaluate(int[] use)
    {
        Array.Clear(use);
        var bound = -_prices.Sum();
        for (var m = 0; m < _rows.Length; m++)
        {
            var (least, at) = (Unmet(m), -1);
            for (var s = 0; s < _rows[m].Length; s++)
            {
                double cost = _model.Slots[m][s].Cost;
                foreach (var row in _rows[m][s])
                    cost += _prices[row];
                if (cost < least)
                    (least, at) = (cost, s);
            }

            bound += least;
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
