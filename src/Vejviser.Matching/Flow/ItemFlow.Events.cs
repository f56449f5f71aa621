namespace Vejviser.Matching.Flow;

/// <summary>What may happen: each leaves the flow as cheap as one computed from scratch.</summary>
internal sealed partial class ItemFlow
{
    /// <summary>Adds an item and makes room for it the cheapest way.</summary>
    /// <param name="itemBins">The bins that may take it, each once.</param>
    /// <param name="home">Where it belongs, or -1.</param>
    /// <param name="pin">The bin it must be in, closed or not; or -1.</param>
    /// <returns>The item, or -1 where no way exists (nothing is changed then).</returns>
    public int Add(ReadOnlySpan<int> itemBins, ReadOnlySpan<long> costs, int home = -1, int pin = -1)
    {
        var index = Register(itemBins, costs, home);
        if (Place(index, pin))
            return index;
        Forget(index);
        return -1;
    }

    /// <summary>Takes an item out; who gains most by the freed place may move up.</summary>
    public void Remove(int index)
    {
        if (_items[index].At >= 0)
            TakeOut(index);
        Forget(index);
    }

    /// <summary>Holds the item where it is, or brings it to <paramref name="bin"/> first.</summary>
    public bool Pin(int index, int bin)
    {
        if (BinOf(index) == bin)
        {
            _items[index].IsPinned = true;
            _arcs[bin].IsDirty = true;
            return true;
        }

        return Again(index, bin);
    }

    public bool Unpin(int index) => !_items[index].IsPinned || Again(index, -1);

    /// <summary>The item may not be in the bin any more; it moves where it was there.</summary>
    /// <returns>False where nowhere else takes it; it is in no bin then.</returns>
    public bool Forbid(int index, int bin)
    {
        if (!MayBeIn(index, bin))
            return true;
        var isHere = _items[index].At == bin;
        if (isHere)
            TakeOut(index);
        UnwantAll(index);
        ref var item = ref _items[index];
        item.Choices = [.. item.Choices.Where(choice => choice.Bin != bin)];
        WantAll(index);
        if (isHere)
            return Place(index, -1);
        if (item.At >= 0)
            _arcs[item.At].IsDirty = true;
        return true;
    }

    /// <summary>A bin that takes no more items than this; those over it move where it costs least.</summary>
    /// <returns>False where somebody has nowhere to go: as many as possible have moved, and the capacity is what is left.</returns>
    public bool SetCapacity(int bin, int capacity)
    {
        while (_counts[bin] > capacity)
        {
            // The last place closes first: its item must reach the sink by another way.
            _bins[bin] = _bins[bin] with { Capacity = _counts[bin] - 1 };
            _counts[bin]--;
            BeginSearch();
            Reach(bin, 0, -1, -1);
            var length = SearchForward(_sink);
            if (length == Unreached)
            {
                _counts[bin]++;
                _bins[bin] = _bins[bin] with { Capacity = _counts[bin] };
                return false;
            }

            LowerPotentials(length);
            Augment(-1);
        }

        _bins[bin] = _bins[bin] with { Capacity = capacity };
        if (_states[bin] != BinState.Out)
            Fill(bin);
        return true;
    }

    /// <summary>Nobody new comes in.</summary>
    public void Close(int bin)
    {
        _states[bin] = BinState.Closed;
        Touch(bin);
    }

    /// <summary>The bin takes part no more; all its items move. Pins to it are lifted.</summary>
    /// <returns>Items that had nowhere to go: they are in no bin.</returns>
    public List<int> Withdraw(int bin)
    {
        var leaving = _members[bin].Values.ToArray();
        Array.Sort(leaving);
        foreach (var index in leaving)
        {
            Exit(index);
            _items[index].Home = -1;
            _items[index].IsPinned = false;
        }

        _counts[bin] = 0;
        _states[bin] = BinState.Out;
        Touch(bin);
        return [.. leaving.Where(index => !Place(index, -1))];
    }

    /// <summary>A withdrawn bin takes part again, and takes over whom it is cheapest to move.</summary>
    public void Return(int bin)
    {
        _states[bin] = BinState.Open;
        Touch(bin);
        // Without a way to the sink only its arcs inwards count; Fill then opens the way out, place by place.
        var least = Unreached;
        foreach (var wish in _wanted[bin])
        {
            ref readonly var item = ref _items[wish.Item];
            if (item.At >= 0 && !item.IsPinned)
                least = Math.Min(least, Price(in item, bin, wish.Cost) - item.Here + _potential[item.At]);
        }

        _potential[bin] = least == Unreached ? _potential[_sink] - _bins[bin].Next(0) : least;
        Fill(bin);
    }

    /// <summary>A closed bin takes new items again.</summary>
    public void Open(int bin)
    {
        if (_states[bin] == BinState.Out)
        {
            Return(bin);
            return;
        }

        // Many arcs appear at once. Out, in and the items back at their home is the same problem, solved by exact steps.
        var back = _members[bin].Values.ToArray();
        Array.Sort(back);
        var pins = back.Where(index => _items[index].IsPinned).ToHashSet();
        foreach (var index in back)
            Exit(index);
        _counts[bin] = 0;
        _states[bin] = BinState.Out;
        Return(bin);
        foreach (var index in back.OrderBy(index => pins.Contains(index) ? 0 : 1))
            Place(index, pins.Contains(index) ? bin : -1);
    }

    private void Touch(int bin)
    {
        foreach (var wish in _wanted[bin])
        {
            if (_items[wish.Item].At is var at and >= 0)
                _arcs[at].IsDirty = true;
        }
    }

    private bool Again(int index, int pin)
    {
        var (old, wasPinned) = (BinOf(index), _items[index].IsPinned);
        TakeOut(index);
        if (Place(index, pin))
            return true;
        Place(index, wasPinned ? old : -1);
        return false;
    }

    private bool Place(int index, int pin)
    {
        if (!ReachChoices(in _items[index], choice => IsOpenTo(in _items[index], choice, pin), index, out _))
            return false;
        var length = SearchForward(_sink);
        if (length == Unreached)
            return false;
        LowerPotentials(length);
        Augment(index);
        _items[index].IsPinned = pin >= 0;
        return true;
    }

    private bool IsOpenTo(in Item item, int bin, int pin) =>
        pin >= 0 ? bin == pin && _states[pin] != BinState.Out : Takes(bin, in item);

    /// <summary>Begins a search at the item's choices.</summary>
    /// <param name="own">The item's own potential: just high enough that none of its arcs is negative.</param>
    private bool ReachChoices(in Item item, Func<int, bool> may, int index, out long own)
    {
        own = -Unreached;
        BeginSearch();
        foreach (var choice in item.Choices)
        {
            if (may(choice.Bin))
                own = Math.Max(own, _potential[choice.Bin] - Price(in item, choice.Bin, choice.Cost));
        }

        foreach (var choice in item.Choices)
        {
            if (may(choice.Bin))
                Reach(choice.Bin, Price(in item, choice.Bin, choice.Cost) + own - _potential[choice.Bin], -1, index);
        }

        return own != -Unreached;
    }

    /// <summary>Along the path just found: the last bin gains one, each before it hands one on.</summary>
    private void Augment(int added)
    {
        var node = _before[_sink];
        _counts[node]++;
        while (_before[node] >= 0)
        {
            Move(_carried[node], node);
            node = _before[node];
        }

        if (added >= 0)
            Enter(added, node);
    }

    private void Move(int index, int bin)
    {
        Exit(index);
        Enter(index, bin);
    }

    private void TakeOut(int index)
    {
        var bin = BinOf(index);
        Exit(index);
        _items[index].IsPinned = false;
        BeginSearch();
        Reach(bin, 0, -1, -1);
        var length = SearchBackward(Unreached);
        RaisePotentials(length);
        _counts[_before[_sink]]--;
        HandOn(_before[_sink]);
    }

    /// <summary>Along a path found backwards: each bin hands one to the next.</summary>
    private void HandOn(int node)
    {
        while (_before[node] >= 0)
        {
            var (next, item) = (_before[node], _carried[node]);
            Move(item, next);
            node = next;
        }
    }

    /// <summary>Uses new room for as long as somebody gains by it.</summary>
    private void Fill(int bin)
    {
        while (_counts[bin] < _bins[bin].Capacity)
        {
            var gain = _potential[_sink] - _potential[bin] - _bins[bin].Next(_counts[bin]);
            if (gain <= 0)
                return;
            BeginSearch();
            Reach(bin, 0, -1, -1);
            var length = SearchBackward(gain);
            if (length == Unreached)
            {
                RaisePotentials(gain);
                return;
            }

            RaisePotentials(length);
            _counts[_before[_sink]]--;
            HandOn(_before[_sink]);
            _counts[bin]++;
        }
    }

    private void Forget(int index)
    {
        UnwantAll(index);
        _moved.Remove(index);
        _items[index].At = -1;
        _free.Push(index);
    }
}
