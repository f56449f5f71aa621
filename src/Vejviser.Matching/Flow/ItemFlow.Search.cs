using System.Runtime.InteropServices;

namespace Vejviser.Matching.Flow;

/// <summary>The searches: forwards to the first bin with room, backwards to the bin that can best spare one.</summary>
internal sealed partial class ItemFlow
{
    private const long Unreached = long.MaxValue;

    private readonly Arcs[] _arcs;
    private readonly long[] _potential;
    private readonly long[] _distance;
    private readonly int[] _seen;
    private readonly int[] _before;
    private readonly int[] _carried;
    private readonly int[] _mark;
    private readonly int[] _slot;
    private readonly NodeHeap _heap = new();
    private readonly List<int> _touched = [];
    private int _search;
    private int _build;

    /// <summary>The cheapest move from one bin to each other; built again when somebody came or left.</summary>
    private sealed class Arcs
    {
        public int[] To = [];
        public long[] Length = [];
        public int[] Carried = [];
        public int Count;
        public bool IsDirty = true;
    }

    private void InitialPotentials()
    {
        // Every empty bin leads to the sink at its first price: the sink as near as the cheapest makes all of them non-negative.
        for (var bin = 0; bin < _sink; bin++)
            _potential[_sink] = Math.Min(_potential[_sink], _bins[bin].Next(0));
    }

    private Arcs ArcsOf(int bin)
    {
        var list = _arcs[bin];
        if (!list.IsDirty)
            return list;
        list.IsDirty = false;
        _build++;
        var count = 0;
        foreach (var index in _members[bin].Values)
        {
            ref readonly var item = ref _items[index];
            if (item.IsPinned)
                continue;
            foreach (ref readonly var choice in item.Choices.AsSpan())
            {
                var to = choice.Bin;
                if (to == bin || !Takes(to, in item))
                    continue;
                var length = Price(in item, to, choice.Cost) - item.Here;
                if (_mark[to] != _build)
                {
                    _mark[to] = _build;
                    if (count == list.To.Length)
                        Grow(list);
                    _slot[to] = count;
                    list.To[count] = to;
                    list.Length[count] = length;
                    list.Carried[count++] = index;
                }
                else if (length < list.Length[_slot[to]] || (length == list.Length[_slot[to]] && index < list.Carried[_slot[to]]))
                {
                    list.Length[_slot[to]] = length;
                    list.Carried[_slot[to]] = index;
                }
            }
        }

        list.Count = count;
        return list;
    }

    private static void Grow(Arcs list)
    {
        var size = Math.Max(8, list.To.Length * 2);
        Array.Resize(ref list.To, size);
        Array.Resize(ref list.Length, size);
        Array.Resize(ref list.Carried, size);
    }

    private void BeginSearch()
    {
        _search++;
        _heap.Clear();
        _touched.Clear();
    }

    private long DistanceOf(int node) => _seen[node] == _search ? _distance[node] : Unreached;

    private void Reach(int node, long length, int from, int item)
    {
        if (_seen[node] != _search)
        {
            _seen[node] = _search;
            _touched.Add(node);
        }
        else if (length >= _distance[node])
        {
            return;
        }

        _distance[node] = length;
        _before[node] = from;
        _carried[node] = item;
        _heap.Push(length, node);
    }

    /// <summary>From the seeds already reached to <paramref name="target"/>. Where the target is a bin, the sink may be passed through.</summary>
    /// <returns>The length, or <see cref="Unreached"/>.</returns>
    private long SearchForward(int target)
    {
        while (!_heap.IsEmpty)
        {
            var node = _heap.Pop(out var length);
            if (length > _distance[node])
                continue;
            if (node == target)
                return length;
            var limit = DistanceOf(target);
            if (node == _sink)
            {
                for (var bin = 0; bin < _sink; bin++)
                {
                    if (_counts[bin] > 0)
                        ReachBelow(bin, length - _bins[bin].Next(_counts[bin] - 1) + _potential[_sink] - _potential[bin], node, -1, limit);
                }

                continue;
            }

            if (_states[node] != BinState.Out && _counts[node] < _bins[node].Capacity)
            {
                ReachBelow(_sink, length + _bins[node].Next(_counts[node]) + _potential[node] - _potential[_sink], node, -1, limit);
                limit = DistanceOf(target);
            }

            var list = ArcsOf(node);
            var start = length + _potential[node];
            for (var arc = 0; arc < list.Count; arc++)
                ReachBelow(list.To[arc], start + list.Length[arc] - _potential[list.To[arc]], node, list.Carried[arc], limit);
        }

        return Unreached;
    }

    /// <summary>Against the arcs, from the bin already reached to the sink: who can best spare one for it.</summary>
    private long SearchBackward(long limit)
    {
        while (!_heap.IsEmpty)
        {
            var node = _heap.Pop(out var length);
            if (length > _distance[node])
                continue;
            if (node == _sink)
                return length;
            var bound = Math.Min(limit, DistanceOf(_sink));
            if (_counts[node] > 0)
            {
                ReachBelow(_sink, length - _bins[node].Next(_counts[node] - 1) + _potential[_sink] - _potential[node], node, -1, bound);
                bound = Math.Min(limit, DistanceOf(_sink));
            }

            foreach (ref readonly var wish in CollectionsMarshal.AsSpan(_wanted[node]))
            {
                ref readonly var item = ref _items[wish.Item];
                if (item.At < 0 || item.At == node || item.IsPinned || !Takes(node, in item))
                    continue;
                var step = Price(in item, node, wish.Cost) - item.Here;
                ReachBelow(item.At, length + step + _potential[item.At] - _potential[node], node, wish.Item, bound);
            }
        }

        return Unreached;
    }

    private void ReachBelow(int node, long length, int from, int item, long limit)
    {
        if (length < limit)
            Reach(node, length, from, item);
    }

    /// <summary>After a forward search of length <paramref name="length"/>: all lengths stay non-negative and the path's become zero.</summary>
    private void LowerPotentials(long length)
    {
        foreach (var node in _touched)
            _potential[node] += Math.Min(_distance[node] - length, 0);
    }

    private void RaisePotentials(long length)
    {
        foreach (var node in _touched)
            _potential[node] += Math.Max(length - _distance[node], 0);
    }
}
