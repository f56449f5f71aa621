namespace Vejviser.Matching.Pairs;

/// <summary>What is proposed now, and why.</summary>
public sealed partial class Pairing
{
    /// <summary>All proposals in order of seeker, each with its score by rule, its runner-up and the price of that.</summary>
    public PairAnswer Answer()
    {
        var (pairs, unpaired) = (new List<Pair>(), new List<Unpaired>());
        double score = 0;
        foreach (var seeker in _seekers)
        {
            var item = _itemOf[seeker.Id];
            var bin = _flow.BinOf(item);
            if (bin == _alone)
            {
                unpaired.Add(new Unpaired(seeker.Id, WhyAlone(seeker.Id, item), [.. _refusals[seeker.Id]]));
                score += seeker.UnpairedScore ?? 0;
                continue;
            }

            var option = _options[(seeker.Id, _givers[bin].Id)];
            pairs.Add(new Pair(seeker.Id, option.Giver, option.Score, option.Parts ?? [], _flow.IsPinned(item), RunnerUp(item)));
            score += option.Score;
        }

        return new PairAnswer(score - Spread(), pairs, unpaired);
    }

    /// <returns>The giver proposed to the seeker, or null.</returns>
    public string? ProposedTo(string seeker) => _flow.BinOf(ItemOf(seeker)) is var bin && bin == _alone ? null : _givers[bin].Id;

    private double Spread()
    {
        long whole = 0;
        for (var g = 0; g < _givers.Length; g++)
        {
            for (var n = 0; n < _flow.CountOf(g); n++)
                whole += _flow.BinAt(g).Next(n);
        }

        return _scale.Score(whole);
    }

    private PairAlternative? RunnerUp(int item) =>
        _flow.RunnerUp(item) is { } next && next.Bin != _alone ? _scale.Alternative(_givers[next.Bin].Id, next.Price) : null;

    private Reason WhyAlone(string seeker, int item)
    {
        var options = _problem.Options.Count(o => o.Seeker == seeker);
        var declined = _declined.Keys.Count(d => d.Item1 == seeker);
        if (options == 0)
            return new Reason("no-giver-fits", ("seeker", seeker), ("refused", _refusals[seeker].Count()));
        if (declined == options)
            return new Reason("all-declined", ("seeker", seeker), ("declined", declined));
        return _flow.RunnerUp(item) is { } next
            ? new Reason("givers-are-better-used", ("seeker", seeker), ("giver", _givers[next.Bin].Id), ("moreAlone", _scale.Alternative("", next.Price).MoreAlone), ("price", _scale.Alternative("", next.Price).Price))
            : new Reason("givers-have-agreed-with-others", ("seeker", seeker), ("options", options - declined));
    }
}
