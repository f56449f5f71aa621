namespace Vejviser.Bench.Seeding;

/// <summary>The same numbers every time: a place in a sequence gives the same figure on every machine and every runtime (SplitMix64).</summary>
internal static class Numbers
{
    private const ulong Step = 0x9E3779B97F4A7C15;

    public static ulong At(ulong stream, ulong place)
    {
        var z = (stream * 0xD1342543DE82EF95) + ((place + 1) * Step);
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>From 0 to below <paramref name="below"/>.</summary>
    public static int Pick(ulong stream, ulong place, int below) => (int)(At(stream, place) % (ulong)below);

    /// <summary>From 0 to below 1.</summary>
    public static double Share(ulong stream, ulong place) => (At(stream, place) >> 11) * (1.0 / (1UL << 53));
}

/// <summary>Ids as UUIDv7 are, growing as rows are made, and the same in every run.</summary>
internal sealed class Ids(DateTime from, byte kind)
{
    private const int RowsPerMillisecond = 64;
    private readonly long milliseconds = new DateTimeOffset(from).ToUnixTimeMilliseconds();
    private int next;

    public Guid Next()
    {
        var n = next++;
        var at = milliseconds + (n / RowsPerMillisecond);
        Span<byte> id = stackalloc byte[16];
        for (var i = 0; i < 6; i++)
            id[i] = (byte)(at >> (40 - (8 * i)));
        id[6] = 0x70;
        id[7] = (byte)(n % RowsPerMillisecond);
        id[8] = 0x80;
        id[9] = kind;
        BitConverter.TryWriteBytes(id[10..], Numbers.At(kind, (ulong)n) & 0xFFFFFFFF);
        BitConverter.TryWriteBytes(id[12..], (uint)n);
        return new Guid(id, bigEndian: true);
    }
}
