namespace Vejviser.Core.Chapters.Minors.Villas;

/// <summary>A youth to whom other weights would give another villa.</summary>
/// <param name="Now">Null where they wait.</param>
public sealed record VillaMove(YouthFacts Youth, VillaHome? Now, VillaHome? Then);

/// <summary>What other weights would do with those who wait now, before anything is published.</summary>
public static class VillaEffect
{
    /// <param name="weights">Points by the name of their limit; what is left out stays.</param>
    public static IReadOnlyList<VillaMove> Of(VillaBoard board, IReadOnlyDictionary<string, int> weights, CancellationToken cancel)
    {
        var tried = board.Policy with { Weights = board.Policy.Weights.With(weights) };
        var (now, then) = (board.Proposal.ByYouth, ProposeVillas.Propose(board.Town, tried, cancel).ByYouth);
        return [.. board.Town.Seekers.Select(y => new VillaMove(y, now.GetValueOrDefault(y.Id), then.GetValueOrDefault(y.Id))).Where(m => m.Now?.Id != m.Then?.Id)];
    }
}
