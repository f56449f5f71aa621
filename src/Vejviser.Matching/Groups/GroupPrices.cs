using Vejviser.Matching.Flow;

namespace Vejviser.Matching.Groups;

/// <summary>What is decided of each candidate on the way down the search tree.</summary>
internal enum Fate : byte
{
    Open,
    Formed,
    Ruled,
}

/// <summary>
/// The bound: every person gets a price, and each session then takes its best group as if nobody else wanted its members. Which sessions get a leader is
/// solved exactly as a matching, so nothing but "each person once" is relaxed (and a leader's clash of times, where one leads several). Any prices give a valid
/// bound; these are bettered by subgradient steps with a memory (Camerini, Fratta and Maffioli 1975).
/// </summary>
/// <param name="leastWeight">Null: weight alone counts. Otherwise fit counts, with the least weight as a rule that has a price of its own.</param>
internal sealed class GroupPrices(GroupModel model, long? leastWeight)
{
    private const double Scale = 1e5;
    private const double Sure = 1e-3;
    private const long Must = 1L << 45;

    private readonly double[] _direction = new double[model.People.Length];
    private readonly int[] _times = new int[model.People.Length];
    private readonly double[] _values = new double[model.Candidates.Length];
    private readonly int[][] _members = new int[model.Candidates.Length][];
    private readonly int[] _best = new int[model.Sessions.Length];
    private readonly double[] _room = new double[model.Sessions.Length];
    private readonly double[] _staff = new double[model.Leaders?.Length ?? 0];
    private readonly double[] _top = new double[model.Rules.Most];
    private readonly int[] _topPeople = new int[model.Rules.Most];

    /// <summary>Brings the price of weight to the size of the persons' prices, so that one step fits both.</summary>
    private readonly double _weightUnit = 5 * Math.Max(1, model.People.Select(p => (double)p.Weight).DefaultIfEmpty().Average());
    private double _weightDirection;

    /// <summary>Of each person, at the best bound so far.</summary>
    public double[] Prices { get; set; } = new double[model.People.Length];

    /// <summary>Of one unit of weight, at the best bound so far.</summary>
    public double WeightPrice { get; set; } = leastWeight is null ? 1 : model.Candidates.SelectMany(c => c.Fits).DefaultIfEmpty().Max();

    /// <summary>The groups chosen at the last evaluation.</summary>
    public List<int> Chosen { get; } = [];

    /// <summary>The most each candidate could add if it were formed, at the last evaluation, less what the session and leader bring otherwise.</summary>
    public double LossIfFormed(int candidate)
    {
        var c = model.Candidates[candidate];
        var staff = model.Leaders is null ? 0 : double.PositiveInfinity;
        for (var leader = 0; leader < _staff.Length; leader++)
        {
            if (model.CanLead(leader, c.Session, c.Language))
                staff = Math.Min(staff, _staff[leader]);
        }

        return _room[c.Session] + staff - _values[candidate];
    }

    public double ValueOf(int candidate) => _values[candidate];

    /// <summary>Betters the prices until the bound is at most <paramref name="enough"/>, or the steps are used up.</summary>
    /// <returns>The bound; negative infinity where what is decided cannot be staffed.</returns>
    public double Descend(Fate[] fates, int steps, double target, double enough, SolveRun run, Action? each = null)
    {
        var (prices, weightPrice) = ((double[])Prices.Clone(), WeightPrice);
        var best = double.PositiveInfinity;
        var (length, idle) = (1.0, 0);
        Array.Clear(_direction);
        _weightDirection = 0;
        for (var step = 0; step < steps; step++)
        {
            var bound = Evaluate(fates, prices, weightPrice);
            if (double.IsNegativeInfinity(bound))
                return bound;
            each?.Invoke();
            if (bound < best - 1e-7)
            {
                (best, idle) = (bound, 0);
                prices.CopyTo(Prices, 0);
                WeightPrice = weightPrice;
            }
            else if (++idle >= 12)
            {
                (length, idle) = (length / 2, 0);
                Prices.CopyTo(prices, 0);
                weightPrice = WeightPrice;
            }

            if (best <= enough || length < 1e-4 || run.ShouldStop())
                break;
            if (!Step(prices, ref weightPrice, length, bound, target))
                break;
        }

        // What is asked afterwards is asked at the best prices.
        return Math.Min(best, Evaluate(fates, Prices, WeightPrice));
    }

    private bool Step(double[] prices, ref double weightPrice, double length, double bound, double target)
    {
        var norm = 0d;
        long weight = 0;
        for (var p = 0; p < prices.Length; p++)
        {
            weight += _times[p] * model.Weights[p];
            var slope = 1 - _times[p];
            _direction[p] = slope + 0.6 * _direction[p];
            if (prices[p] <= 0 && _direction[p] > 0)
                _direction[p] = 0;
            norm += _direction[p] * _direction[p];
        }

        if (leastWeight is { } least)
        {
            _weightDirection = (weight - least) / _weightUnit + 0.6 * _weightDirection;
            norm += _weightDirection * _weightDirection;
        }

        if (norm < 1e-12)
            return false;
        var step = length * Math.Max(bound - target, 0.05) / norm;
        for (var p = 0; p < prices.Length; p++)
            prices[p] = Math.Max(0, prices[p] - step * _direction[p]);
        if (leastWeight is not null)
            weightPrice = Math.Max(0, weightPrice - step * _weightDirection / _weightUnit);
        return true;
    }

    private double Evaluate(Fate[] fates, double[] prices, double weightPrice)
    {
        Array.Clear(_times);
        Chosen.Clear();
        var bound = leastWeight is { } least ? -weightPrice * least : 0;
        foreach (var price in prices)
            bound += price;
        for (var c = 0; c < _values.Length; c++)
        {
            if (fates[c] != Fate.Ruled)
                Value(c, prices, weightPrice);
        }

        var gain = model.Leaders is null ? WithoutLeaders(fates) : WithLeaders(fates);
        if (double.IsNegativeInfinity(gain))
            return gain;
        foreach (var chosen in Chosen)
        {
            foreach (var person in _members[chosen])
                _times[person]++;
        }

        return bound + gain + Sure;
    }

    /// <summary>The candidate's best members at these prices: all that pay, and as many more as its least asks for.</summary>
    private void Value(int candidate, double[] prices, double weightPrice)
    {
        var c = model.Candidates[candidate];
        var top = _top.AsSpan(0, c.Capacity);
        var people = _topPeople.AsSpan(0, c.Capacity);
        var count = 0;
        for (var i = 0; i < c.People.Length; i++)
        {
            var person = c.People[i];
            var value = weightPrice * model.Weights[person] + (leastWeight is null ? 0 : c.Fits[i]) - prices[person];
            if (count == top.Length && value <= top[^1])
                continue;
            // What does not pay is wanted only in place of somebody among the least who pays even less.
            if (count >= model.Rules.Least && value <= 0 && value <= top[model.Rules.Least - 1])
                continue;
            var at = count < top.Length ? count++ : count - 1;
            while (at > 0 && top[at - 1] < value)
            {
                (top[at], people[at]) = (top[at - 1], people[at - 1]);
                at--;
            }

            (top[at], people[at]) = (value, person);
        }

        while (count > model.Rules.Least && top[count - 1] <= 0)
            count--;
        var sum = 0d;
        foreach (var value in top[..count])
            sum += value;
        _values[candidate] = sum;
        _members[candidate] = people[..count].ToArray();
    }

    private double WithoutLeaders(Fate[] fates)
    {
        var gain = 0d;
        for (var s = 0; s < _best.Length; s++)
        {
            var (best, isMust) = Best(s, -2, fates);
            _room[s] = best < 0 ? 0 : isMust ? _values[best] : Math.Max(0, _values[best]);
            gain += _room[s];
            if (best >= 0 && (isMust || _values[best] > 0))
                Chosen.Add(best);
        }

        return gain;
    }

    /// <summary>The best candidate of a session among those a leader can lead (-2: no leader asked for).</summary>
    private (int Candidate, bool IsMust) Best(int session, int leader, Fate[] fates)
    {
        var best = -1;
        foreach (var c in model.BySession[session])
        {
            if (fates[c] == Fate.Ruled || (leader >= 0 && !model.CanLead(leader, session, model.Candidates[c].Language)))
                continue;
            if (fates[c] == Fate.Formed)
                return (c, true);
            if (best < 0 || _values[c] > _values[best])
                best = c;
        }

        return (best, false);
    }

    private double WithLeaders(Fate[] fates)
    {
        var leaders = model.Leaders!;
        var rooms = model.Sessions.Length;
        var bins = new Bin[rooms + 1];
        Array.Fill(bins, new Bin(1), 0, rooms);
        bins[rooms] = new Bin(int.MaxValue);
        var flow = new ItemFlow(bins);
        var (items, chosen) = (new List<(int Item, int Leader)>(), new Dictionary<(int, int), int>());
        var (at, costs) = (new List<int>(), new List<long>());
        for (var leader = 0; leader < leaders.Length; leader++)
        {
            at.Clear();
            costs.Clear();
            for (var s = 0; s < rooms; s++)
            {
                if (!model.LeadsAt(leader, s) || Best(s, leader, fates) is not { Candidate: >= 0 } best || (_values[best.Candidate] <= 0 && !best.IsMust))
                    continue;
                at.Add(s);
                costs.Add(-(long)Math.Ceiling(_values[best.Candidate] * Scale) - (best.IsMust ? Must : 0));
                chosen[(leader, s)] = best.Candidate;
            }

            at.Add(rooms);
            costs.Add(0);
            for (var copy = 0; copy < Math.Min(leaders[leader].Most, at.Count - 1); copy++)
                items.Add((flow.Add([.. at], [.. costs]), leader));
        }

        var musts = 0;
        foreach (var (item, leader) in items)
        {
            if (flow.BinOf(item) is var room && room < rooms)
            {
                Chosen.Add(chosen[(leader, room)]);
                musts += fates[chosen[(leader, room)]] == Fate.Formed ? 1 : 0;
            }
        }

        foreach (var fate in fates)
            musts -= fate == Fate.Formed ? 1 : 0;
        return musts < 0 ? double.NegativeInfinity : Duals(flow, items, chosen, fates);
    }

    /// <summary>The gain, and what each room and leader is worth in it.</summary>
    private double Duals(ItemFlow flow, List<(int Item, int Leader)> items, Dictionary<(int Leader, int Room), int> chosen, Fate[] fates)
    {
        var gain = 0d;
        for (var s = 0; s < _room.Length; s++)
        {
            var worth = flow.WorthOf(s);
            gain += worth / Scale;
            _room[s] = worth / Scale;
        }

        Array.Clear(_staff);
        foreach (var ((leader, room), candidate) in chosen)
            _staff[leader] = Math.Max(_staff[leader], Math.Ceiling(_values[candidate] * Scale) / Scale + (fates[candidate] == Fate.Formed ? Must / Scale : 0) - _room[room]);
        foreach (var (_, leader) in items)
            gain += _staff[leader];
        foreach (var fate in fates)
            gain -= fate == Fate.Formed ? Must / Scale : 0;
        return gain;
    }
}
