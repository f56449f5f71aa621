using Vejviser.Matching.Flow;

namespace Vejviser.Matching.Groups;

/// <summary>Who sits where once it is decided which groups there are: exact, by a flow with minimums.</summary>
internal static class GroupSeating
{
    /// <summary>Larger than every weight and fit together, smaller than what a sum of them needs to overflow.</summary>
    private const long FloorPrice = 1L << 48;

    /// <param name="groups">Candidates that are formed, at most one a session.</param>
    public static Seats Seat(GroupModel model, IReadOnlyList<int> groups)
    {
        var bins = new Bin[groups.Count + 1];
        var options = new List<(int Bin, long Cost)>?[model.People.Length];
        for (var g = 0; g < groups.Count; g++)
        {
            var candidate = model.Candidates[groups[g]];
            bins[g] = new Bin(candidate.Capacity, Floor: model.Rules.Least, FloorPrice: FloorPrice);
            for (var i = 0; i < candidate.People.Length; i++)
                (options[candidate.People[i]] ??= []).Add((g, -(model.Weights[candidate.People[i]] * model.FitScale + candidate.Fits[i])));
        }

        bins[groups.Count] = new Bin(model.People.Length);
        var flow = new ItemFlow(bins);
        var items = new int[model.People.Length];
        long value = 0;
        for (var p = 0; p < items.Length; p++)
        {
            items[p] = -1;
            if (options[p] is { } list)
                items[p] = flow.Add([.. list.Select(o => o.Bin), groups.Count], [.. list.Select(o => o.Cost), 0]);
        }

        var emptiest = -1;
        for (var g = 0; g < groups.Count; g++)
        {
            if (flow.CountOf(g) < model.Rules.Least && (emptiest < 0 || flow.CountOf(g) < flow.CountOf(emptiest)))
                emptiest = g;
        }

        var seats = new int[items.Length];
        for (var p = 0; p < items.Length; p++)
        {
            var bin = items[p] < 0 ? groups.Count : flow.BinOf(items[p]);
            seats[p] = bin == groups.Count ? -1 : groups[bin];
            value -= bin == groups.Count ? 0 : flow.CostOf(items[p]);
        }

        return new Seats(seats, [.. groups], value / model.FitScale, value % model.FitScale, emptiest);
    }
}

/// <param name="CandidateOf">By person; -1: none.</param>
/// <param name="Emptiest">The group furthest from its least, or -1 where all have it.</param>
internal sealed record Seats(int[] CandidateOf, int[] Groups, long Weight, long Fit, int Emptiest)
{
    public bool BetterThan(Seats? other) => other is null || Weight > other.Weight || (Weight == other.Weight && Fit > other.Fit);
}
