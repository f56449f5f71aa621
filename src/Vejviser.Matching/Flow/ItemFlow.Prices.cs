namespace Vejviser.Matching.Flow;

/// <summary>What another choice would cost, all others moving to their best: one search, nothing changed.</summary>
internal sealed partial class ItemFlow
{
    /// <summary>The price of having <paramref name="index"/> in <paramref name="bin"/> instead, or null where that cannot be.</summary>
    public long? PriceOf(int index, int bin) => Cheapest(index, option => _items[index].Bins[option] == bin).Price;

    /// <summary>The best bin beside the present one and what it would cost, or null where there is none.</summary>
    public (int Bin, long Price)? RunnerUp(int index)
    {
        var here = _items[index].Option;
        var (price, bin) = Cheapest(index, option => option != here && Takes(_items[index].Bins[option], in _items[index]));
        return price is null ? null : (bin, price.Value);
    }

    private (long? Price, int Bin) Cheapest(int index, Func<int, bool> may)
    {
        ref readonly var item = ref _items[index];
        var target = item.Bins[item.Option];
        var own = -Unreached;
        for (var option = 0; option < item.Bins.Length; option++)
        {
            if (may(option) && _states[item.Bins[option]] != BinState.Out)
                own = Math.Max(own, _potential[item.Bins[option]] - Price(in item, option));
        }

        if (own == -Unreached)
            return (null, -1);
        BeginSearch();
        for (var option = 0; option < item.Bins.Length; option++)
        {
            if (may(option) && _states[item.Bins[option]] != BinState.Out)
                Reach(item.Bins[option], Price(in item, option) + own - _potential[item.Bins[option]], -1, -1);
        }

        var length = SearchForward(target);
        if (length == Unreached)
            return (null, -1);
        var first = target;
        while (_before[first] >= 0)
            first = _before[first];
        return (length - own + _potential[target] - Price(in item, item.Option), first);
    }
}
