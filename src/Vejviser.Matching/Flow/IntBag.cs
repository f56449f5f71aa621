namespace Vejviser.Matching.Flow;

/// <summary>A set of small numbers, each with a place that its owner remembers: added and removed without searching.</summary>
internal sealed class IntBag
{
    private int[] _values = new int[4];

    public int Count { get; private set; }

    public ReadOnlySpan<int> Values => _values.AsSpan(0, Count);

    /// <returns>The place to hand to <see cref="RemoveAt"/>.</returns>
    public int Add(int value)
    {
        if (Count == _values.Length)
            Array.Resize(ref _values, Count * 2);
        _values[Count] = value;
        return Count++;
    }

    /// <returns>The value that took the freed place, or -1 where it was the last: its owner must be told.</returns>
    public int RemoveAt(int place)
    {
        var last = _values[--Count];
        if (place == Count)
            return -1;
        _values[place] = last;
        return last;
    }
}
