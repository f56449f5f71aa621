using System.Numerics;
using System.Runtime.InteropServices;

namespace Vejviser.Matching.Assignment;

/// <summary>
/// The best set of items for one place within a whole-number capacity, by dynamic programming over all items; and for every item the best set with it and
/// without it, by a table from the front and one from the back (as in Posta, Ferland and Michelon 2012).
/// </summary>
internal sealed class Knapsack
{
    private int[] _weight = new int[64];
    private double[] _profit = new double[64];
    private double[] _front = [];
    private double[] _back = [];
    private int _width;
    private int _capacity;

    public int Count { get; private set; }

    /// <summary>Cells computed since the start; a measure of work that no clock changes.</summary>
    public long Cells { get; private set; }

    public void Start(int capacity)
    {
        Count = 0;
        _capacity = capacity;
        _width = capacity + 1;
    }

    /// <param name="weight">Between 0 and the capacity.</param>
    /// <param name="profit">Above 0.</param>
    public void Add(int weight, double profit)
    {
        if (Count == _weight.Length)
        {
            Array.Resize(ref _weight, 2 * Count);
            Array.Resize(ref _profit, 2 * Count);
        }

        (_weight[Count], _profit[Count]) = (weight, profit);
        Count++;
    }

    /// <summary>Fills the table from the front; row k holds the best of the first k items for every capacity.</summary>
    public double Solve()
    {
        Reserve(ref _front);
        _front.AsSpan(0, _width).Clear();
        for (var k = 0; k < Count; k++)
            Step(k);
        Cells += (long)Count * _width;
        return _front[Count * _width + _capacity];
    }

    /// <summary>The items of the best set, by number in the order added.</summary>
    public void Choose(List<int> chosen)
    {
        var c = _capacity;
        for (var k = Count - 1; k >= 0; k--)
        {
            if (_front[(k + 1) * _width + c] == _front[k * _width + c])
                continue;
            chosen.Add(k);
            c -= _weight[k];
        }
    }

    /// <summary>Best value within what is left beside an item of this weight that was not added.</summary>
    public double Beside(int weight) => _front[Count * _width + _capacity - weight];

    /// <summary>
    /// Fills the table from the back, after <see cref="Solve"/>. Its rows are kept by what is left of the capacity, so that front and back are read side by side.
    /// </summary>
    public void SolveBack()
    {
        Reserve(ref _back);
        _back.AsSpan(Count * _width, _width).Clear();
        for (var k = Count - 1; k >= 0; k--)
        {
            var weight = _weight[k];
            var source = _back.AsSpan((k + 1) * _width, _width);
            var target = _back.AsSpan(k * _width, _width);
            var reached = _width - weight;
            source[reached..].CopyTo(target[reached..]);
            Better(target[..reached], source[..reached], source[weight..], _profit[k]);
        }

        Cells += 2L * Count * _width;
    }

    /// <summary>The best value of the other items when this one is out.</summary>
    public double WithoutItem(int k) => Beside(k, 0);

    /// <summary>The best value when this one is in.</summary>
    public double WithItem(int k) => Beside(k, _weight[k]) + _profit[k];

    /// <summary>The best value without item k, in a capacity that is <paramref name="less"/> smaller.</summary>
    private double Beside(int k, int less)
    {
        var room = _width - less;
        var front = _front.AsSpan(k * _width, room);
        var back = _back.AsSpan((k + 1) * _width + less, room);
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

        for (var c = wideFront.Length * Vector<double>.Count; c < room; c++)
            best = Math.Max(best, front[c] + back[c]);
        return best;
    }

    private void Step(int k)
    {
        var source = _front.AsSpan(k * _width, _width);
        var target = _front.AsSpan((k + 1) * _width, _width);
        var weight = _weight[k];
        source[..weight].CopyTo(target);
        Better(target[weight..], source[weight..], source[..(_width - weight)], _profit[k]);
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

    private void Reserve(ref double[] table)
    {
        var needed = (Count + 1) * _width;
        if (table.Length < needed)
            table = new double[Math.Max(needed, 2 * table.Length)];
    }
}
