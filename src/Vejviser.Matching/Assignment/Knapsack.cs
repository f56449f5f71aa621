using System.Numerics;
using System.Runtime.InteropServices;

namespace Vejviser.Matching.Assignment;

/// <summary>
/// The best set of items for one place within a whole-number capacity, or two, by dynamic programming over all items; and for every item the best set with it and
/// without it, by a table from the front and one from the back (as in Posta, Ferland and Michelon 2012). A table's row holds a value for every capacity:
/// the first capacity runs fastest.
/// </summary>
internal sealed class Knapsack
{
    private Item[] _items = new Item[64];
    private double[] _front = [];
    private double[] _back = [];
    private int _inner;
    private int _outer;
    private int _width;

    public int Count { get; private set; }

    /// <summary>Cells computed since the start; a measure of work that no clock changes.</summary>
    public long Cells { get; private set; }

    public void Start(int capacity, int second)
    {
        Count = 0;
        (_inner, _outer) = (capacity + 1, second + 1);
        _width = _inner * _outer;
    }

    /// <param name="weight">Between 0 and the capacity; and so <paramref name="second"/>.</param>
    /// <param name="profit">Above 0.</param>
    public void Add(int weight, int second, double profit)
    {
        if (Count == _items.Length)
            Array.Resize(ref _items, 2 * Count);
        _items[Count++] = new Item(weight, second, profit);
    }

    /// <summary>Fills the table from the front; row k holds the best of the first k items for every capacity.</summary>
    public double Solve()
    {
        Reserve(ref _front);
        _front.AsSpan(0, _width).Clear();
        for (var k = 0; k < Count; k++)
            Forward(_items[k], Row(_front, k), Row(_front, k + 1));
        Cells += (long)Count * _width;
        return _front[(Count + 1) * _width - 1];
    }

    /// <summary>The items of the best set, by number in the order added, the last first.</summary>
    public void Choose(List<int> chosen)
    {
        var at = _width - 1;
        for (var k = Count - 1; k >= 0; k--)
        {
            if (_front[(k + 1) * _width + at] == _front[k * _width + at])
                continue;
            chosen.Add(k);
            at -= _items[k].Second * _inner + _items[k].Weight;
        }
    }

    /// <summary>Best value within what is left beside an item of this weight that was not added.</summary>
    public double Beside(int weight, int second) => _front[(Count + 1) * _width - 1 - second * _inner - weight];

    /// <summary>
    /// Fills the table from the back, after <see cref="Solve"/>. Its rows are kept by what is left of the capacity, so that front and back are read side by side.
    /// </summary>
    public void SolveBack()
    {
        Reserve(ref _back);
        Row(_back, Count).Clear();
        for (var k = Count - 1; k >= 0; k--)
            Backward(_items[k], Row(_back, k + 1), Row(_back, k));
        Cells += 2L * Count * _width;
    }

    /// <summary>The best value of the other items when this one is out.</summary>
    public double WithoutItem(int k) => Others(k, 0, 0);

    /// <summary>The best value when this one is in.</summary>
    public double WithItem(int k) => Others(k, _items[k].Weight, _items[k].Second) + _items[k].Profit;

    /// <summary>The best value without item k, in capacities that are this much smaller.</summary>
    private double Others(int k, int less, int lessSecond)
    {
        var front = Row(_front, k);
        var back = Row(_back, k + 1);
        var best = 0d;
        for (var outer = 0; outer < _outer - lessSecond; outer++)
        {
            best = Math.Max(best, Best(
                front.Slice(outer * _inner, _inner - less), back.Slice((outer + lessSecond) * _inner + less, _inner - less)));
        }

        return best;
    }

    private void Forward(in Item item, ReadOnlySpan<double> source, Span<double> target)
    {
        source[..(item.Second * _inner)].CopyTo(target);
        for (var outer = item.Second; outer < _outer; outer++)
        {
            var kept = source.Slice(outer * _inner, _inner);
            var to = target.Slice(outer * _inner, _inner);
            kept[..item.Weight].CopyTo(to);
            Better(to[item.Weight..], kept[item.Weight..], source.Slice((outer - item.Second) * _inner, _inner - item.Weight), item.Profit);
        }
    }

    private void Backward(in Item item, ReadOnlySpan<double> source, Span<double> target)
    {
        var last = (_outer - item.Second) * _inner;
        source[last..].CopyTo(target[last..]);
        var reached = _inner - item.Weight;
        for (var outer = 0; outer < _outer - item.Second; outer++)
        {
            var kept = source.Slice(outer * _inner, _inner);
            var to = target.Slice(outer * _inner, _inner);
            kept[reached..].CopyTo(to[reached..]);
            Better(to[..reached], kept[..reached], source.Slice((outer + item.Second) * _inner + item.Weight, reached), item.Profit);
        }
    }

    private static double Best(ReadOnlySpan<double> front, ReadOnlySpan<double> back)
    {
        var wideFront = MemoryMarshal.Cast<double, Vector<double>>(front);
        var wideBack = MemoryMarshal.Cast<double, Vector<double>>(back);
        var best = 0d;
        if (wideFront.Length > 0)
        {
            var most = wideFront[0] + wideBack[0];
            for (var i = 1; i < wideFront.Length; i++)
                most = Vector.Max(most, wideFront[i] + wideBack[i]);
            for (var lane = 0; lane < Vector<double>.Count; lane++)
                best = Math.Max(best, most[lane]);
        }

        for (var c = wideFront.Length * Vector<double>.Count; c < front.Length; c++)
            best = Math.Max(best, front[c] + back[c]);
        return best;
    }

    private static void Better(Span<double> target, ReadOnlySpan<double> kept, ReadOnlySpan<double> moved, double profit)
    {
        var wide = MemoryMarshal.Cast<double, Vector<double>>(target);
        var wideMoved = MemoryMarshal.Cast<double, Vector<double>>(moved);
        var wideKept = MemoryMarshal.Cast<double, Vector<double>>(kept);
        var by = new Vector<double>(profit);
        for (var i = 0; i < wide.Length; i++)
            wide[i] = Vector.Max(wideKept[i], wideMoved[i] + by);
        for (var i = wide.Length * Vector<double>.Count; i < target.Length; i++)
            target[i] = Math.Max(kept[i], moved[i] + profit);
    }

    private Span<double> Row(double[] table, int k) => table.AsSpan(k * _width, _width);

    private void Reserve(ref double[] table)
    {
        var needed = (Count + 1) * _width;
        if (table.Length < needed)
            table = new double[Math.Max(needed, 2 * table.Length)];
    }

    private readonly record struct Item(int Weight, int Second, double Profit);
}
