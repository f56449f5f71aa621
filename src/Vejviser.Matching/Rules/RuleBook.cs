namespace Vejviser.Matching.Rules;

/// <summary>The policy of one use: its hard rules and its soft rules, judged in the order written.</summary>
public sealed class RuleBook<TSeeker, TPlace>(IReadOnlyList<HardRule<TSeeker, TPlace>> hard, IReadOnlyList<SoftRule<TSeeker, TPlace>> soft)
{
    public IReadOnlyList<HardRule<TSeeker, TPlace>> Hard => hard;

    public IReadOnlyList<SoftRule<TSeeker, TPlace>> Soft => soft;

    /// <summary>All refusals, not just the first: who asks why wants to know everything that stands in the way.</summary>
    public Verdict Judge(TSeeker seeker, TPlace place)
    {
        var refusals = new List<Reason>();
        foreach (var rule in hard)
        {
            if (rule.Refuse(seeker, place) is { } reason)
                refusals.Add(reason);
        }

        if (refusals.Count > 0)
            return new Verdict(refusals, []);

        var scores = new RuleScore[soft.Count];
        for (var i = 0; i < scores.Length; i++)
            scores[i] = new RuleScore(soft[i].Name, soft[i].Amount(seeker, place), soft[i].Unit, soft[i].Weight);
        return new Verdict(refusals, scores);
    }
}

/// <summary>What a rule book says of a pair: refused with reasons, or accepted with a score by rule.</summary>
public sealed record Verdict(IReadOnlyList<Reason> Refusals, IReadOnlyList<RuleScore> Scores)
{
    public bool Accepted => Refusals.Count == 0;

    public double Score
    {
        get
        {
            var sum = 0d;
            foreach (var part in Scores)
                sum += part.Score;
            return sum;
        }
    }
}

/// <summary>What one soft rule gave: an amount in a unit, and what a unit is worth.</summary>
public readonly record struct RuleScore(string Rule, double Amount, string Unit, double Weight)
{
    public double Score => Amount * Weight;
}
