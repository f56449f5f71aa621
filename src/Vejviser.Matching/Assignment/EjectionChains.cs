namespace Vejviser.Matching.Assignment;

/// <summary>
/// Betters a placement by chains: one seeker goes to a place, somebody there makes room and goes on, until somebody fits where the first one left, or where there
/// is room (ejection chains as in Yagiura, Ibaraki and Glover 2006, followed as in Lin and Kernighan's search only while the chain so far still gains). What a
/// placement is worth is told by prices of room: by how much an option is dearer than the seeker's cheapest, and what room left unused would have been worth.
/// </summary>
internal sealed class EjectionChains
{
    private const int MostCandidates = 12;
    private const long MostPairs = 20_000_000;
    private const double Overfull = 2;
    private const int MostTimesDearer = 25;

    /// <summary>Looking at one who might make room, in cells of a table.</summary>
    private const long CostOfLook = 16;

    /// <summary>How many ways on are followed, by length of the chain. Measured: wider and longer gives little.</summary>
    private static readonly int[] Breadth = [6, 4, 3, 2, 1, 0];

    private readonly Model _model;
    private readonly double[] _dearer;
    private readonly double[] _price;
    private readonly double[] _overfull;
    private readonly double[] _room;
    private readonly int[][] _candidates;
    private readonly int[] _optionOf;
    private readonly List<int>[] _members;
    private readonly bool[] _isPassed;
    private readonly bool[] _isQueued;
    private readonly Queue<int> _queue = [];
    private readonly (double Gain, int To, int Next)[][] _ways;
    private readonly int[] _chain = new int[Breadth.Length + 1];
    private readonly List<int> _best = [];
    private int _first;
    private double _bestGain;

    public EjectionChains(Model model, ReadOnlySpan<double> rowPrices)
    {
        _model = model;
        var rows = model.Rows;
        (_price, _overfull, _room) = (new double[rows], new double[rows], new double[rows]);
        _dearer = (double[])model.Score.Clone();
        _candidates = new int[model.Seekers][];
        _optionOf = new int[model.Seekers * model.Places];
        Array.Fill(_optionOf, -1);
        At = new int[model.Seekers];
        _members = new List<int>[model.Places];
        (_isPassed, _isQueued) = (new bool[model.Places], new bool[model.Seekers]);
        _ways = new (double, int, int)[Breadth.Length][];
        for (var depth = 0; depth < Breadth.Length; depth++)
            _ways[depth] = new (double, int, int)[Breadth[depth]];
        for (var p = 0; p < model.Places; p++)
            _members[p] = [];
        for (var r = 0; r < rows; r++)
            _price[r] = Math.Max(0, rowPrices[r]);
        for (var i = 0; i < model.Seekers; i++)
            _candidates[i] = ByPrice(i);
    }

    /// <summary>The option of every seeker.</summary>
    public int[] At { get; }

    public long Work { get; private set; }

    /// <summary>Only where nothing but capacities binds and everybody must be placed: then a chain changes nothing but the places it passes.</summary>
    public static bool IsFor(Model model) =>
        model.Seekers > 0 && model.Rows == model.Places * model.Dimensions && Array.TrueForAll(model.RowLeast, double.IsNegativeInfinity) &&
        Array.TrueForAll(model.Must, must => must) && (long)model.Seekers * model.Places <= MostPairs;

    /// <summary>The seeker's options, the cheapest by prices of room first.</summary>
    public ReadOnlySpan<int> Candidates(int seeker) => _candidates[seeker];

    /// <summary>Starts from a placement in which some may be nowhere and places too full, and betters it.</summary>
    /// <returns>True where <see cref="At"/> keeps every rule.</returns>
    public bool Better(ReadOnlySpan<int> placement, SolveRun run)
    {
        PriceOverfull();
        Enter(placement);
        Descend(run);
        for (var times = 0; times < MostTimesDearer && MakeOverfullDearer() && !run.ShouldStop(); times++)
            Descend(run);
        return Whole.Holds(_model, At);
    }

    private int[] ByPrice(int seeker)
    {
        var (from, count) = (_model.First[seeker], _model.Nowhere(seeker) - _model.First[seeker]);
        if (count == 0)
            return [];
        var worth = double.NegativeInfinity;
        for (var o = from; o < from + count; o++)
        {
            _optionOf[seeker * _model.Places + _model.OptionPlace[o]] = o;
            for (var d = 0; d < _model.Dimensions; d++)
                _dearer[o] -= _price[_model.OptionPlace[o] * _model.Dimensions + d] * Load(o, d);
            worth = Math.Max(worth, _dearer[o]);
        }

        var candidates = new int[count];
        for (var o = from; o < from + count; o++)
            (candidates[o - from], _dearer[o]) = (o, worth - _dearer[o]);
        Array.Sort(candidates, (a, b) => _dearer[a] != _dearer[b] ? _dearer[a].CompareTo(_dearer[b]) : a.CompareTo(b));
        return candidates.Length <= MostCandidates ? candidates : candidates[..MostCandidates];
    }

    private void PriceOverfull()
    {
        var (sum, count) = (0d, 0);
        foreach (var price in _price)
            (sum, count) = (sum + price, count + (price > 0 ? 1 : 0));
        var least = count == 0 ? 1 : 0.3 * sum / count;
        for (var r = 0; r < _price.Length; r++)
            _overfull[r] = Overfull * Math.Max(least, _price[r]);
    }

    private bool MakeOverfullDearer()
    {
        var any = false;
        for (var r = 0; r < _room.Length; r++)
        {
            if (_room[r] >= 0)
                continue;
            any = true;
            _overfull[r] *= 1.5;
            Queue(r / _model.Dimensions);
        }

        return any;
    }

    private void Enter(ReadOnlySpan<int> placement)
    {
        for (var r = 0; r < _room.Length; r++)
            _room[r] = double.IsInfinity(_model.RowMost[r]) ? 0.25 * double.MaxValue : _model.RowMost[r];
        foreach (var members in _members)
            members.Clear();
        for (var i = 0; i < At.Length; i++)
        {
            At[i] = placement[i];
            if (!_model.IsNowhere(At[i]))
                Join(i, At[i]);
        }

        for (var i = 0; i < At.Length; i++)
        {
            if (!_model.IsNowhere(At[i]) || _candidates[i].Length == 0)
                continue;
            var least = double.PositiveInfinity;
            foreach (var o in _candidates[i])
            {
                var place = _model.OptionPlace[o];
                if (_dearer[o] + Unused(place, o, -1) - Unused(place, -1, -1) is var cost && cost < least)
                    (least, At[i]) = (cost, o);
            }

            Join(i, At[i]);
        }

        for (var p = 0; p < _members.Length; p++)
            Queue(p);
    }

    private void Join(int seeker, int option)
    {
        var place = _model.OptionPlace[option];
        _members[place].Add(seeker);
        for (var d = 0; d < _model.Dimensions; d++)
            _room[place * _model.Dimensions + d] -= Load(option, d);
    }

    private void Move(int seeker, int to)
    {
        var from = _model.OptionPlace[At[seeker]];
        _members[from].Remove(seeker);
        for (var d = 0; d < _model.Dimensions; d++)
            _room[from * _model.Dimensions + d] += Load(At[seeker], d);
        At[seeker] = to;
        Join(seeker, to);
    }

    private void Queue(int place)
    {
        foreach (var i in _members[place])
        {
            if (_isQueued[i])
                continue;
            _isQueued[i] = true;
            _queue.Enqueue(i);
        }
    }

    private void Descend(SolveRun run)
    {
        while (_queue.TryDequeue(out var seeker))
        {
            _isQueued[seeker] = false;
            while (!run.ShouldStop() && !_model.IsNowhere(At[seeker]) && MoveAlong(seeker))
            {
            }
        }
    }

    /// <summary>The best chain that begins with this seeker; false where none gains.</summary>
    private bool MoveAlong(int seeker)
    {
        var place = _model.OptionPlace[At[seeker]];
        (_first, _bestGain) = (seeker, Math.Max(1e-6, _model.Tolerance));
        _best.Clear();
        _isPassed[place] = true;
        Extend(0, seeker, _dearer[At[seeker]] + Unused(place, -1, -1));
        _isPassed[place] = false;
        foreach (var o in _best)
        {
            var i = _model.OptionSeeker[o];
            Queue(_model.OptionPlace[At[i]]);
            Move(i, o);
        }

        foreach (var o in _best)
            Queue(_model.OptionPlace[o]);
        return _best.Count > 0;
    }

    /// <param name="gain">Of the chain so far, as if this seeker went for nothing and the first one's place were filled to the brim.</param>
    private void Extend(int depth, int seeker, double gain)
    {
        var (ways, count) = (_ways[depth], 0);
        var (start, first) = (_model.OptionPlace[At[_first]], At[_first]);
        foreach (var o in _candidates[seeker])
        {
            var left = gain - _dearer[o];
            if (left <= _bestGain)
                break;
            var place = _model.OptionPlace[o];
            if (_isPassed[place])
                continue;
            Work += CostOfLook * (1 + _members[place].Count);
            left += Unused(place, -1, -1);
            Remember(depth, o, -1, left - Unused(place, o, -1) - Unused(start, -1, first));
            foreach (var next in _members[place])
            {
                var rest = left + _dearer[At[next]] - Unused(place, o, At[next]);
                if (rest <= _bestGain)
                    continue;
                if (_optionOf[next * _model.Places + start] is var back and >= 0)
                    Remember(depth, o, back, rest - _dearer[back] - Unused(start, back, first));
                if (count < ways.Length || (count > 0 && rest > ways[^1].Gain))
                    Insert(ways, ref count, (rest, o, next));
            }
        }

        for (var k = 0; k < count && ways[k].Gain > _bestGain; k++)
        {
            var place = _model.OptionPlace[ways[k].To];
            _isPassed[place] = true;
            _chain[depth] = ways[k].To;
            Extend(depth + 1, ways[k].Next, ways[k].Gain);
            _isPassed[place] = false;
        }
    }

    private static void Insert((double Gain, int To, int Next)[] ways, ref int count, (double Gain, int To, int Next) way)
    {
        var at = count < ways.Length ? count++ : ways.Length - 1;
        for (; at > 0 && ways[at - 1].Gain < way.Gain; at--)
            ways[at] = ways[at - 1];
        ways[at] = way;
    }

    private void Remember(int depth, int option, int back, double gain)
    {
        if (gain <= _bestGain)
            return;
        _bestGain = gain;
        _best.Clear();
        _best.AddRange(_chain.AsSpan(0, depth));
        _best.Add(option);
        if (back >= 0)
            _best.Add(back);
    }

    /// <summary>What the place's unused room is worth, and what holding too many costs, with one option come in and one gone (-1: none).</summary>
    private double Unused(int place, int comes, int goes)
    {
        var cost = 0d;
        for (int d = 0, r = place * _model.Dimensions; d < _model.Dimensions; d++, r++)
        {
            var room = _room[r] - (comes < 0 ? 0 : Load(comes, d)) + (goes < 0 ? 0 : Load(goes, d));
            cost += room >= 0 ? _price[r] * room : -_overfull[r] * room;
        }

        return cost;
    }

    private double Load(int option, int dimension) => _model.Load[option * _model.Dimensions + dimension];
}
