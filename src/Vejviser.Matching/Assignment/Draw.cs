namespace Vejviser.Matching.Assignment;

/// <summary>Numbers by chance that are the same on every machine and in every version (xorshift64*).</summary>
internal sealed class Draw(int seed)
{
    private ulong _state = 0x9E3779B97F4A7C15UL ^ ((ulong)(uint)seed << 17 | 0x5DEECE66DUL);

    public int Below(int limit)
    {
        _state ^= _state >> 12;
        _state ^= _state << 25;
        _state ^= _state >> 27;
        return (int)(((_state * 0x2545F4914F6CDD1DUL) >> 33) % (ulong)limit);
    }

    public void Shuffle(Span<int> items)
    {
        for (var k = items.Length - 1; k > 0; k--)
        {
            var other = Below(k + 1);
            (items[k], items[other]) = (items[other], items[k]);
        }
    }
}
