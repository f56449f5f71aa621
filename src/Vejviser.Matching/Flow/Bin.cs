namespace Vejviser.Matching.Flow;

/// <summary>Who a bin takes in.</summary>
internal enum BinState
{
    Open,

    /// <summary>Keeps whom it has; nobody new.</summary>
    Closed,

    /// <summary>Withdrawn: holds nobody.</summary>
    Out,
}

/// <summary>
/// What holds items: a medical practice, a mentor, a group. The price of its next item never falls (the cost is convex), which is what makes
/// the shortest augmenting path exact.
/// </summary>
/// <param name="Capacity">Most items.</param>
/// <param name="Step">Price of a whole turn: the (n+1)th item costs <c>Step · ⌊(n + Before) / Share⌋</c>.</param>
/// <param name="Share">How many items make a turn: the provider numbers of a practice.</param>
/// <param name="Before">Turns' items held before the first one here.</param>
/// <param name="Floor">The first items, each of which earns <paramref name="FloorPrice"/>: a minimum is a price that is always worth paying.</param>
internal readonly record struct Bin(int Capacity, long Step = 0, int Share = 1, int Before = 0, int Floor = 0, long FloorPrice = 0)
{
    public long Next(int count) => (Step == 0 ? 0 : Step * ((count + Before) / Share)) - (count < Floor ? FloorPrice : 0);
}
