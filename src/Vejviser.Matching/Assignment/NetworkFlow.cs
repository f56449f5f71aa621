using Vejviser.Matching.Flow;

namespace Vejviser.Matching.Assignment;

/// <summary>
/// The best placement of a <see cref="UnitNetwork"/>, and what every other option would cost the whole, to the unit: seekers enter one after the other, each by the shortest path that makes room for it (successive
/// shortest paths with node potentials; Ahuja, Magnanti and Orlin 1993, 9.7). A least flow, and a seeker who must be placed, is a price that is always worth paying; where one stays unpaid there is no placement.
/// </summary>
internal sealed partial class NetworkFlow
{
    private const long Unreached = long.MaxValue;
    private const double LongestSum = 4e18;

    private readonly Model _model;
    private readonly UnitNetwork _network;
    private readonly SolveRun _run;
    private readonly int[] _hint;
    private readonly long _always;
    private readonly long _finest;
    private readonly int _root;
    private readonly int[] _flow;
    private readonly int[][] _below;
    private readonly IntBag[] _members;
    private readonly int[] _member;

    /// <summary>What one more unit costs from a node to the whole, at least.</summary>
    private readonly long[] _potential;
    private readonly long[] _distance;
    private readonly bool[] _done;
    private readonly (int From, int Option)[] _way;
    private readonly NodeHeap _heap = new();

    private NetworkFlow(Model model, UnitNetwork network, SolveRun run, int[] hint, long always, long finest)
    {
        (_model, _network, _run, _hint, _always, _finest, _root) = (model, network, run, hint, always, finest, network.Root);
        _flow = new int[_root];
        _potential = new long[_root + 1];
        _distance = new long[_root + 1];
        _done = new bool[_root + 1];
        _way = new (int, int)[_root + 1];
        _member = new int[model.Seekers];
        _members = [.. Enumerable.Range(0, _root + 1).Select(_ => new IntBag())];
        _below = [.. Enumerable.Range(0, _root + 1).Select(_ => Array.Empty<int>())];
        foreach (var children in Enumerable.Range(0, _root).GroupBy(node => network.Parent[node]))
            _below[children.Key] = [.. children];
        Placement = new int[model.Seekers];
        foreach (var row in network.FromAbove)
            _potential[row] = _potential[network.Parent[row]] + Up(row);
        for (var p = 0; p < model.Places; p++)
            _potential[p] = _potential[network.Parent[p]];
    }

    /// <summary>The option of every seeker; keeps every rule where any placement does.</summary>
    public int[] Placement { get; }

    /// <param name="hint">A placement to stay with wherever the score is the same; empty for none.</param>
    /// <returns>Null where the problem is no such network, where its sums would be too long, or where time was up.</returns>
    public static NetworkFlow? Solve(Model model, ReadOnlySpan<int> hint, SolveRun run)
    {
        if (UnitNetwork.Of(model) is not { } network)
            return null;
        var largest = 1d;
        for (var o = 0; o < model.Options; o++)
        {
            if (!model.IsNowhere(o) || !model.Must[model.OptionSeeker[o]])
                largest = Math.Max(largest, Math.Abs(model.Score[o]));
        }

        // A unit of score is more than everybody moving; a rule is more than twice what all scores together can differ.
        var finest = hint.IsEmpty ? 1 : 2 * (double)model.Seekers + 2;
        var always = (4 * (double)model.Seekers + 2) * (largest + 2) * finest;
        if (always * (2 * (double)model.Seekers + network.Least.Sum(n => (double)n) + 1) > LongestSum)
            return null;
        var flow = new NetworkFlow(model, network, run, hint.ToArray(), (long)always, (long)finest);
        for (var i = 0; i < model.Seekers; i++)
        {
            if (run.ShouldStop())
                return null;
            flow.Enter(i);
        }

        return flow;
    }

    /// <returns>Null where time was up.</returns>
    public Outcome? ToOutcome()
    {
        if (!Whole.Holds(_model, Placement))
            return new Outcome(SolveStatus.Infeasible, null, double.NegativeInfinity, double.NegativeInfinity, [], Why());
        var score = Whole.Score(_model, Placement);
        return Totals(score) is { } totals ? new Outcome(SolveStatus.Optimal, Placement, score, score, totals) : null;
    }

    /// <summary>
    /// The best score of the whole with an option chosen, by option; minus infinity where no placement keeps every rule then. Null where time was up. From a place where nobody is there is one way only, up; so the lengths are
    /// found from where somebody is, and there are never more of those than seekers and the rows above them.
    /// </summary>
    private double[]? Totals(double score)
    {
        var totals = new double[_model.Options];
        Array.Fill(totals, double.NegativeInfinity);
        foreach (var wanted in Enumerable.Range(0, _model.Options).GroupBy(o => Entrance(End(o))).Where(g => g.Key >= 0))
        {
            if (_run.ShouldStop())
                return null;
            Reset();
            Reach(wanted.Key, 0, (-1, -1));
            Spread(until: -1);
            foreach (var o in wanted)
            {
                var now = Placement[_model.OptionSeeker[o]];
                if (_distance[End(now)] is var way and not Unreached && Cost(o) - Cost(now) + way + _potential[wanted.Key] - _potential[End(now)] is var more && more < _always / 2)
                    totals[o] = score - Math.Round((double)more / _finest);
            }
        }

        return totals;
    }

    /// <summary>The first node with somebody in it, from a node upward; where every rule holds the way to it is free. -1 where nobody is let in.</summary>
    private int Entrance(int node)
    {
        for (; node != _root && _flow[node] == 0; node = _network.Parent[node])
        {
            if (_network.Most[node] == 0)
                return -1;
        }

        return node;
    }

    private void Enter(int seeker)
    {
        Reset();
        var best = Unreached;
        for (var o = _model.First[seeker]; o < _model.First[seeker + 1]; o++)
            best = Math.Min(best, Cost(o) + _potential[End(o)]);
        for (var o = _model.First[seeker]; o < _model.First[seeker + 1]; o++)
            Reach(End(o), Cost(o) + _potential[End(o)] - best, (-1, o));
        Spread(_root);
        for (var node = 0; node < _root; node++)
        {
            if (_distance[node] < _distance[_root])
                _potential[node] += _distance[_root] - _distance[node];
        }

        for (var node = _root; node >= 0;)
        {
            var (from, option) = _way[node];
            if (option >= 0)
                Put(_model.OptionSeeker[option], option, isNew: from < 0);
            else if (from != _root && _network.Parent[from] == node)
                _flow[from]++;
            else
                _flow[node]--;
            node = from;
        }
    }

    private void Put(int seeker, int option, bool isNew)
    {
        if (!isNew && _members[End(Placement[seeker])].RemoveAt(_member[seeker]) is var moved and >= 0)
            _member[moved] = _member[seeker];
        Placement[seeker] = option;
        _member[seeker] = _members[End(option)].Add(seeker);
    }

    private void Reset()
    {
        _heap.Clear();
        Array.Fill(_distance, Unreached);
        Array.Clear(_done);
    }

    /// <summary>Shortest lengths from what was reached: to one node, or (-1) to all.</summary>
    private void Spread(int until)
    {
        while (!_heap.IsEmpty)
        {
            var node = _heap.Pop(out _);
            if (_done[node])
                continue;
            _done[node] = true;
            if (node == until)
                return;
            if (node != _root && _flow[node] < _network.Most[node])
                Along(node, _network.Parent[node], Up(node), -1);
            foreach (var below in _below[node])
            {
                if (_flow[below] > 0)
                    Along(node, below, _flow[below] <= _network.Least[below] ? _always : 0, -1);
            }

            foreach (var seeker in _members[node].Values)
            {
                for (var o = _model.First[seeker]; o < _model.First[seeker + 1]; o++)
                    Along(node, End(o), Cost(o) - Cost(Placement[seeker]), o);
            }
        }
    }

    private void Along(int from, int to, long cost, int option)
    {
        if (!_done[to])
            Reach(to, _distance[from] + cost + _potential[to] - _potential[from], (from, option));
    }

    private void Reach(int node, long distance, (int From, int Option) way)
    {
        if (distance >= _distance[node])
            return;
        (_distance[node], _way[node]) = (distance, way);
        _heap.Push(distance, node);
    }

    /// <summary>The node an option leads to: its place, or the whole for nowhere.</summary>
    private int End(int option) => _model.IsNowhere(option) ? _root : _model.OptionPlace[option];

    private long Cost(int option) => _model.IsNowhere(option) && _model.Must[_model.OptionSeeker[option]]
        ? _always : (-(long)_model.Score[option] * _finest) + (_hint.Length > 0 && _hint[_model.OptionSeeker[option]] != option ? 1 : 0);

    private long Up(int node) => _flow[node] < _network.Least[node] ? -_always : 0;
}
