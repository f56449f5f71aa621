namespace Vejviser.Matching.Flow;

/// <summary>
/// A minimum-cost flow of items into bins that is kept optimal while items and bins come and go. The graph holds the bins only: between two
/// bins stands the cheapest move of one item, so that a re-solve is one short search among bins however many items there are. Node potentials
/// are kept between events, hence every search sees non-negative lengths and ends at the first bin that can take one more.
/// Source: Ahuja, Magnanti and Orlin, Network Flows (1993), 9.7 successive shortest paths and 9.11 sensitivity.
/// </summary>
/// <remarks>
/// An item's cost in a bin is its own cost plus, where it has a home and the bin is another, the price of moving. <see cref="Settle"/> makes the
/// present bin the home; that only raises the lengths of arcs, so the potentials stay valid. All costs are integers: equal means equal.
/// </remarks>
internal sealed partial class ItemFlow
{
    private readonly Bin[] _bins;
    private readonly BinState[] _states;
    private readonly int[] _counts;
    private readonly IntBag[] _members;
    private readonly List<long>[] _wanted;
    private readonly long _movePrice;
    private readonly int _sink;
    private readonly List<int> _moved = [];

    private Item[] _items = new Item[16];
    private int _used;
    private readonly Stack<int> _free = [];

    public ItemFlow(ReadOnlySpan<Bin> bins, long movePrice = 0)
    {
        _bins = bins.ToArray();
        _movePrice = movePrice;
        _sink = bins.Length;
        _states = new BinState[_sink];
        _counts = new int[_sink];
        _members = new IntBag[_sink];
        _wanted = new List<long>[_sink];
        _arcs = new Arcs[_sink];
        for (var bin = 0; bin < _sink; bin++)
        {
            _members[bin] = new IntBag();
            _wanted[bin] = [];
            _arcs[bin] = new Arcs();
        }

        _potential = new long[_sink + 1];
        _distance = new long[_sink + 1];
        _seen = new int[_sink + 1];
        _before = new int[_sink + 1];
        _carried = new int[_sink + 1];
        _mark = new int[_sink];
        _slot = new int[_sink];
        InitialPotentials();
    }

    /// <summary>One item: its bins in order of id, its cost in each, where it is and where it belongs.</summary>
    private struct Item
    {
        public int[] Bins;
        public long[] Costs;

        /// <summary>Where each option stands in its bin's list of who wants it.</summary>
        public int[] Places;
        public int Option;
        public int Home;
        public int Member;

        /// <summary>The bin at the beginning of the event; -2: untouched since.</summary>
        public int From;
        public bool IsPinned;
    }

    public int BinCount => _sink;

    public Bin BinAt(int bin) => _bins[bin];

    public BinState StateOf(int bin) => _states[bin];

    public int CountOf(int bin) => _counts[bin];

    public ReadOnlySpan<int> MembersOf(int bin) => _members[bin].Values;

    /// <returns>-1 where the item is in no bin.</returns>
    public int BinOf(int item) => _items[item].Option < 0 ? -1 : _items[item].Bins[_items[item].Option];

    public int HomeOf(int item) => _items[item].Home;

    public bool IsPinned(int item) => _items[item].IsPinned;

    public ReadOnlySpan<int> OptionsOf(int item) => _items[item].Bins;

    /// <summary>The item's own cost where it is, without a price of moving.</summary>
    public long CostOf(int item) => _items[item].Costs[_items[item].Option];

    /// <summary>Items whose bin may have changed since <see cref="Settle"/>, with the bin they came from (-1: none).</summary>
    public IEnumerable<(int Item, int From)> Moved()
    {
        foreach (var item in _moved)
        {
            if (_items[item].From != -2 && _items[item].From != BinOf(item))
                yield return (item, _items[item].From);
        }
    }

    /// <summary>The present bins become the homes.</summary>
    public void Settle()
    {
        foreach (var index in _moved)
        {
            ref var item = ref _items[index];
            if (item.From == -2)
                continue;
            item.From = -2;
            var bin = BinOf(index);
            if (bin < 0 || item.Home == bin)
                continue;
            item.Home = bin;
            _arcs[bin].IsDirty = true;
        }

        _moved.Clear();
    }

    /// <summary>The whole cost, homes as they were before <see cref="Settle"/>.</summary>
    public Int128 TotalCost()
    {
        Int128 total = 0;
        for (var bin = 0; bin < _sink; bin++)
        {
            for (var n = 0; n < _counts[bin]; n++)
                total += _bins[bin].Next(n);
            foreach (var item in _members[bin].Values)
                total += Price(in _items[item], _items[item].Option);
        }

        return total;
    }

    private long Price(in Item item, int option) =>
        item.Costs[option] + (_movePrice != 0 && item.Home >= 0 && item.Home != item.Bins[option] ? _movePrice : 0);

    private bool Takes(int bin, in Item item) =>
        _states[bin] == BinState.Open || (_states[bin] == BinState.Closed && item.Home == bin);

    private void Enter(int index, int option)
    {
        ref var item = ref _items[index];
        item.Option = option;
        item.Member = _members[item.Bins[option]].Add(index);
        _arcs[item.Bins[option]].IsDirty = true;
    }

    private void Exit(int index)
    {
        ref var item = ref _items[index];
        var bin = item.Bins[item.Option];
        if (item.From == -2)
        {
            item.From = bin;
            _moved.Add(index);
        }

        var other = _members[bin].RemoveAt(item.Member);
        if (other >= 0)
            _items[other].Member = item.Member;
        item.Option = -1;
        _arcs[bin].IsDirty = true;
    }

    private int Register(ReadOnlySpan<int> itemBins, ReadOnlySpan<long> costs, int home)
    {
        var index = _free.Count > 0 ? _free.Pop() : _used++;
        if (index >= _items.Length)
            Array.Resize(ref _items, _items.Length * 2);
        var sorted = itemBins.ToArray();
        var sortedCosts = costs.ToArray();
        Array.Sort(sorted, sortedCosts);
        _items[index] = new Item { Bins = sorted, Costs = sortedCosts, Places = new int[sorted.Length], Option = -1, Home = home, From = -1 };
        _moved.Add(index);
        for (var option = 0; option < sorted.Length; option++)
            Want(index, option);
        return index;
    }

    private void Want(int index, int option)
    {
        var list = _wanted[_items[index].Bins[option]];
        _items[index].Places[option] = list.Count;
        list.Add(((long)index << 32) | (uint)option);
    }

    private void Unwant(int index, int option)
    {
        var list = _wanted[_items[index].Bins[option]];
        var place = _items[index].Places[option];
        var last = list[^1];
        list[place] = last;
        _items[last >> 32].Places[(int)last] = place;
        list.RemoveAt(list.Count - 1);
    }
}
