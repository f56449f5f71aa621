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
    private readonly List<Wish>[] _wanted;
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
        _wanted = new List<Wish>[_sink];
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

    /// <summary>A bin that an item may be in.</summary>
    /// <param name="Place">Where the wish stands in its bin's list.</param>
    private record struct Choice(int Bin, int Place, long Cost);

    /// <summary>The other way round: who may be in a bin, at what cost. The cost is kept here too, for the searches read long lists of these.</summary>
    private record struct Wish(int Item, int Option, long Cost);

    /// <summary>One item: its choices in order of bin, where it is and where it belongs.</summary>
    private struct Item
    {
        public Choice[] Choices;

        /// <summary>The price where it is.</summary>
        public long Here;

        /// <summary>The bin where it is; -1: in none.</summary>
        public int At;
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
    public int BinOf(int item) => _items[item].At;

    public int HomeOf(int item) => _items[item].Home;

    public bool IsPinned(int item) => _items[item].IsPinned;

    public bool MayBeIn(int item, int bin) => Find(in _items[item], bin) >= 0;

    /// <summary>The item's own cost where it is, without a price of moving.</summary>
    public long CostOf(int item) => _items[item].Choices[Find(in _items[item], _items[item].At)].Cost;

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
            Rehome(ref item, bin);
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
                total += _items[item].Here;
        }

        return total;
    }

    private long Price(in Item item, int bin, long cost) => cost + (_movePrice != 0 && item.Home >= 0 && item.Home != bin ? _movePrice : 0);

    private bool Takes(int bin, in Item item) =>
        _states[bin] == BinState.Open || (_states[bin] == BinState.Closed && item.Home == bin);

    private static int Find(in Item item, int bin)
    {
        var (low, high) = (0, item.Choices.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var at = item.Choices[middle].Bin;
            if (at == bin)
                return middle;
            if (at < bin)
                low = middle + 1;
            else
                high = middle - 1;
        }

        return -1;
    }

    private void Rehome(ref Item item, int bin)
    {
        item.Home = bin;
        if (item.At >= 0)
            item.Here = Price(in item, item.At, item.Choices[Find(in item, item.At)].Cost);
    }

    private void Enter(int index, int bin)
    {
        ref var item = ref _items[index];
        item.At = bin;
        item.Here = Price(in item, bin, item.Choices[Find(in item, bin)].Cost);
        item.Member = _members[bin].Add(index);
        _arcs[bin].IsDirty = true;
    }

    private void Exit(int index)
    {
        ref var item = ref _items[index];
        var bin = item.At;
        if (item.From == -2)
        {
            item.From = bin;
            _moved.Add(index);
        }

        var other = _members[bin].RemoveAt(item.Member);
        if (other >= 0)
            _items[other].Member = item.Member;
        item.At = -1;
        _arcs[bin].IsDirty = true;
    }

    private int Register(ReadOnlySpan<int> bins, ReadOnlySpan<long> costs, int home)
    {
        var index = _free.Count > 0 ? _free.Pop() : _used++;
        if (index >= _items.Length)
            Array.Resize(ref _items, _items.Length * 2);
        var choices = new Choice[bins.Length];
        for (var option = 0; option < choices.Length; option++)
            choices[option] = new Choice(bins[option], 0, costs[option]);
        Array.Sort(choices, (a, b) => a.Bin - b.Bin);
        _items[index] = new Item { Choices = choices, At = -1, Home = home, From = -1 };
        _moved.Add(index);
        WantAll(index);
        return index;
    }

    private void WantAll(int index)
    {
        var choices = _items[index].Choices;
        for (var option = 0; option < choices.Length; option++)
        {
            var list = _wanted[choices[option].Bin];
            choices[option].Place = list.Count;
            list.Add(new Wish(index, option, choices[option].Cost));
        }
    }

    private void UnwantAll(int index)
    {
        foreach (var choice in _items[index].Choices)
        {
            var list = _wanted[choice.Bin];
            var last = list[^1];
            list[choice.Place] = last;
            _items[last.Item].Choices[last.Option].Place = choice.Place;
            list.RemoveAt(list.Count - 1);
        }
    }
}
