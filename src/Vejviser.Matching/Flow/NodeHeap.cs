namespace Vejviser.Matching.Flow;

/// <summary>A 4-ary heap of nodes by distance. A node may stand in it twice; the reader skips what is stale, which costs less than moving it.</summary>
internal sealed class NodeHeap
{
    private long[] _keys = new long[64];
    private int[] _nodes = new int[64];
    private int _size;

    public bool IsEmpty => _size == 0;

    public void Clear() => _size = 0;

    public void Push(long key, int node)
    {
        if (_size == _keys.Length)
        {
            Array.Resize(ref _keys, _size * 2);
            Array.Resize(ref _nodes, _size * 2);
        }

        var at = _size++;
        while (at > 0)
        {
            var above = (at - 1) >> 2;
            if (_keys[above] <= key)
                break;
            _keys[at] = _keys[above];
            _nodes[at] = _nodes[above];
            at = above;
        }

        _keys[at] = key;
        _nodes[at] = node;
    }

    public int Pop(out long key)
    {
        key = _keys[0];
        var first = _nodes[0];
        var lastKey = _keys[--_size];
        var lastNode = _nodes[_size];
        var at = 0;
        while (true)
        {
            var child = (at << 2) + 1;
            if (child >= _size)
                break;
            var least = child;
            var end = Math.Min(child + 4, _size);
            for (var other = child + 1; other < end; other++)
            {
                if (_keys[other] < _keys[least])
                    least = other;
            }

            if (_keys[least] >= lastKey)
                break;
            _keys[at] = _keys[least];
            _nodes[at] = _nodes[least];
            at = least;
        }

        _keys[at] = lastKey;
        _nodes[at] = lastNode;
        return first;
    }
}
