using Vejviser.Matching.Assignment;

namespace Vejviser.Matching.Time;

/// <summary>
/// Branch and bound over meetings: the one with fewest ways left first, its ways by cost with prices, cut where the bound says that nothing better lies below.
/// Where that takes too long, parts of the plan are taken up and planned again, exactly.
/// </summary>
/// <param name="plan">A plan to better.</param>
internal sealed class TimeSearch(TimeModel model, TimeAim aim, int[] plan, SolveRun run)
{
    private const int ExactNodes = 300_000;
    private const int PartNodes = 3_000;
    private const int PartSize = 8;
    private const int PartRounds = 400;

    private readonly TimePrices _prices = new(model, aim);
    private readonly int[][] _blocked = [.. model.Slots.Select(s => new int[s.Length])];
    private readonly double[][] _cost = [.. model.Slots.Select(s => new double[s.Length])];
    private readonly int[] _chosen = new int[model.Slots.Length];
    private readonly bool[] _isDecided = new bool[model.Slots.Length];
    private readonly List<(int Meeting, int Slot)>[] _byInterpreter = [.. model.Interpreters.Select(_ => new List<(int, int)>())];
    private readonly List<(int Meeting, int Slot)>[] _byRoom = [.. model.Rooms.Select(_ => new List<(int, int)>())];
    private readonly List<(int Meeting, int Slot)>[] _byPerson = [.. Enumerable.Range(0, model.PersonCount).Select(_ => new List<(int, int)>())];
    private int _nodes;
    private int _mostNodes;

    /// <summary>The way of each meeting, -1 where it is unmet.</summary>
    public int[] Best { get; private set; } = plan;

    public long Total { get; private set; }

    /// <returns>The bound proven.</returns>
    public long Solve()
    {
        Index();
        Array.Fill(_chosen, -1);
        Total = Enumerable.Range(0, Best.Length).Sum(m => PaidFor(m, Best[m]));
        // A first plan, so that the prices have something to aim at.
        _mostNodes = model.Slots.Length + 1;
        Plan();
        var bound = (long)Math.Ceiling(_prices.Learn(600, Total, run) - 1e-6);
        run.Progress?.Report(new SolveProgress("booking-meetings", Total, bound));
        if (bound >= Total)
            return Total;
        for (var m = 0; m < _cost.Length; m++)
        {
            for (var s = 0; s < _cost[m].Length; s++)
                _cost[m][s] = _prices.Cost(m, s);
        }

        if (!Better())
            return Math.Min(bound, Total);
        _mostNodes = ExactNodes;
        if (bound >= Total || Plan())
            return Total;
        Better(PartRounds);
        return Math.Min(bound, Total);
    }

    /// <summary>A short round of parts first: a good plan cuts the exact search short.</summary>
    private bool Better() => Better(40);

    /// <returns>False where time is up.</returns>
    private bool Better(int rounds)
    {
        var draw = new Draw(run.Seed);
        for (var round = 0; round < rounds && model.Slots.Length > 0; round++)
        {
            if (run.ShouldStop())
                return false;
            var centre = draw.Below(model.Slots.Length);
            var part = Near(centre, draw);
            for (var m = 0; m < Best.Length; m++)
            {
                if (!part.Contains(m))
                    Decide(m, Best[m]);
            }

            _mostNodes = PartNodes;
            Plan();
            for (var m = 0; m < Best.Length; m++)
            {
                if (_isDecided[m])
                    Undo(m);
            }
        }

        return true;
    }

    /// <summary>Meetings that want what this one wants, some of them drawn.</summary>
    private HashSet<int> Near(int centre, Draw draw)
    {
        var part = new HashSet<int> { centre };
        for (var tries = 0; tries < 200 && part.Count < Math.Min(PartSize, model.Slots.Length); tries++)
        {
            var from = model.Slots[centre].Length == 0 ? null : model.Slots[centre][draw.Below(model.Slots[centre].Length)];
            var list = from is null || tries > 100 ? null : from.Interpreter >= 0 ? _byInterpreter[from.Interpreter] : from.Room >= 0 ? _byRoom[from.Room] : null;
            part.Add(list is null ? draw.Below(model.Slots.Length) : list[draw.Below(list.Count)].Meeting);
        }

        return part;
    }

    private void Index()
    {
        for (var m = 0; m < model.Slots.Length; m++)
        {
            for (var s = 0; s < model.Slots[m].Length; s++)
            {
                var slot = model.Slots[m][s];
                _cost[m][s] = aim.Cost(slot);
                if (slot.Interpreter >= 0)
                    _byInterpreter[slot.Interpreter].Add((m, s));
                if (slot.Room >= 0)
                    _byRoom[slot.Room].Add((m, s));
                foreach (var person in model.People[m])
                    _byPerson[person].Add((m, s));
            }
        }
    }

    /// <returns>True where everything below what is decided was looked at.</returns>
    private bool Plan()
    {
        _nodes = 0;
        return Node();
    }

    private bool Node()
    {
        if (++_nodes > _mostNodes || run.ShouldStop())
            return false;
        var (bound, next, fewest) = (_prices.Base, -1, (Alive: int.MaxValue, Least: 0d));
        long done = 0;
        for (var m = 0; m < _chosen.Length; m++)
        {
            if (_isDecided[m])
            {
                done += PaidFor(m, _chosen[m]);
                bound += _chosen[m] < 0 ? _prices.Unmet(m) : _cost[m][_chosen[m]];
                continue;
            }

            var (alive, least) = (0, _prices.Unmet(m));
            for (var s = 0; s < _blocked[m].Length; s++)
            {
                if (_blocked[m][s] > 0)
                    continue;
                alive++;
                least = Math.Min(least, _cost[m][s]);
            }

            bound += least;
            if (alive < fewest.Alive || (alive == fewest.Alive && least > fewest.Least))
                (next, fewest) = (m, (alive, least));
        }

        if (Math.Ceiling(bound - 1e-6) >= Total)
            return true;
        if (next < 0)
        {
            // The bound of a whole plan is not its cost: what is priced and not used is missing in it.
            if (done < Total)
                (Total, Best) = (done, (int[])_chosen.Clone());
            return true;
        }

        var isWhole = true;
        foreach (var slot in Enumerable.Range(0, _cost[next].Length).Where(s => _blocked[next][s] == 0).OrderBy(s => _cost[next][s]).ToArray())
        {
            Decide(next, slot);
            isWhole &= Node();
            Undo(next);
            if (!isWhole && _nodes > _mostNodes)
                return false;
        }

        Decide(next, -1);
        isWhole &= Node();
        Undo(next);
        return isWhole;
    }

    private long PaidFor(int meeting, int slot) =>
        slot >= 0 ? aim.Cost(model.Slots[meeting][slot]) : model.Meetings[meeting].Weight * (aim.IsOnlyUnmet ? 1 : model.UnmetPrice);

    private void Decide(int meeting, int slot)
    {
        _isDecided[meeting] = true;
        _chosen[meeting] = slot;
        Block(meeting, slot, 1);
    }

    private void Undo(int meeting)
    {
        Block(meeting, _chosen[meeting], -1);
        _isDecided[meeting] = false;
        _chosen[meeting] = -1;
    }

    private void Block(int meeting, int index, int by)
    {
        if (index < 0)
            return;
        var slot = model.Slots[meeting][index];
        if (slot.Interpreter >= 0)
            Block(slot, _byInterpreter[slot.Interpreter], by);
        if (slot.Room >= 0)
            Block(slot, _byRoom[slot.Room], by);
        foreach (var person in model.People[meeting])
            Block(slot, _byPerson[person], by);
    }

    private void Block(Slot slot, List<(int Meeting, int Slot)> others, int by)
    {
        foreach (var (meeting, other) in others)
        {
            if (meeting != slot.Meeting && model.Clash(slot, model.Slots[meeting][other]))
                _blocked[meeting][other] += by;
        }
    }
}
