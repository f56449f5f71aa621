namespace Vejviser.Matching.Flow;

/// <summary>What another choice would cost, all others moving to their best: one search, nothing changed.</summary>
internal sealed partial class ItemFlow
{
    /// <summary>The price of having <paramref name="index"/> in <paramref name="bin"/> instead, or null where that cannot be.</summary>
    public long? PriceOf(int index, int bin) => Cheapest(index, choice => choice == bin).Price;

    /// <summary>The best bin beside the present one and what it would cost, or null where there is none.</summary>
    public (int Bin, long Price)? RunnerUp(int index)
    {
        var (price, bin) = Cheapest(index, choice => choice != _items[index].At && Takes(choice, in _items[index]));
        return price is null ? null : (bin, price.Value);
    }

    /// <summary>What one more place in a bin without a step would be worth: the bin's dual price, 0 where it has room.</summary>
    public long WorthOf(int bin) => Math.Max(0, _potential[_sink] - _potential[bin]);

    private (long? Price, int Bin) Cheapest(int index, Func<int, bool> may)
    {
        var target = _items[index].At;
        if (!ReachChoices(in _items[index], choice => may(choice) && _states[choice] != BinState.Out, -1, out var own))
            return (null, -1);
        var length = SearchForward(target);
        if (length == Unreached)
            return (null, -1);
        var first = target;
        while (_before[first] >= 0)
            first = _before[first];
        return (length - own + _potential[target] - _items[index].Here, first);
    }
}
