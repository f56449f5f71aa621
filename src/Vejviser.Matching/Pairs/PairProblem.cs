using Vejviser.Matching.Rules;

namespace Vejviser.Matching.Pairs;

/// <summary>Seekers and givers who must both want it: newcomers and mentors, families and host families, arrivals and city guides.</summary>
/// <param name="Options">The only pairs allowed.</param>
/// <param name="Refusals">Why the others are not: carried through to the answer's reasons.</param>
/// <param name="SpreadPrice">What each further seeker of the same giver costs in score, so that givers are asked in turn; 0 for none.</param>
public sealed record PairProblem(
    string Name,
    IReadOnlyList<PairSeeker> Seekers,
    IReadOnlyList<PairGiver> Givers,
    IReadOnlyList<PairOption> Options,
    IReadOnlyList<PairRefusal>? Refusals = null,
    double SpreadPrice = 0)
{
    /// <summary>Judges every pair by the rules of both sides: a pair is an option where neither refuses, and its score is the sum of both.</summary>
    public static PairProblem Judge<TSeeker, TGiver>(
        string name,
        IReadOnlyList<(PairSeeker Seeker, TSeeker Facts)> seekers,
        IReadOnlyList<(PairGiver Giver, TGiver Facts)> givers,
        RuleBook<TSeeker, TGiver> asksOfGiver,
        RuleBook<TGiver, TSeeker> asksOfSeeker)
    {
        var (options, refusals) = (new List<PairOption>(), new List<PairRefusal>());
        foreach (var (seeker, seekerFacts) in seekers)
        {
            foreach (var (giver, giverFacts) in givers)
            {
                var (one, other) = (asksOfGiver.Judge(seekerFacts, giverFacts), asksOfSeeker.Judge(giverFacts, seekerFacts));
                if (one.Accepted && other.Accepted)
                    options.Add(new PairOption(seeker.Id, giver.Id, one.Score + other.Score, [.. one.Scores, .. other.Scores]));
                else
                    refusals.Add(new PairRefusal(seeker.Id, giver.Id, [.. one.Refusals, .. other.Refusals]));
            }
        }

        return new PairProblem(name, [.. seekers.Select(s => s.Seeker)], [.. givers.Select(g => g.Giver)], options, refusals);
    }
}

/// <param name="UnpairedScore">What staying alone counts; null: as many as possible are paired before scores are looked at.</param>
public sealed record PairSeeker(string Id, double? UnpairedScore = null);

/// <param name="Most">Seekers at once.</param>
/// <param name="Before">Seekers had before, who count in the turn only.</param>
public sealed record PairGiver(string Id, int Most = 1, int Before = 0);

/// <param name="Parts">The score by rule.</param>
public sealed record PairOption(string Seeker, string Giver, double Score, IReadOnlyList<RuleScore>? Parts = null);

public sealed record PairRefusal(string Seeker, string Giver, IReadOnlyList<Reason> Reasons);

/// <summary>The best pairs, proven: the score is also the bound.</summary>
/// <param name="Score">Sum of the pairs' scores, of what staying alone counts, less the price of spreading.</param>
public sealed record PairAnswer(double Score, IReadOnlyList<Pair> Pairs, IReadOnlyList<Unpaired> Unpaired);

/// <param name="IsAgreed">Both have said yes; the pair is not broken by later events.</param>
/// <param name="RunnerUp">The next best for this seeker; null where there is none.</param>
public sealed record Pair(string Seeker, string Giver, double Score, IReadOnlyList<RuleScore> Parts, bool IsAgreed, PairAlternative? RunnerUp);

/// <param name="Price">Exactly what the whole loses by it, everybody else moving to their best; in seekers left alone and in score.</param>
public sealed record PairAlternative(string Giver, int MoreAlone, double Price);

/// <param name="Reason">Everything refused, nobody free, or declined by all.</param>
/// <param name="Refusals">Every giver that could not be, with all reasons.</param>
public sealed record Unpaired(string Seeker, Reason Reason, IReadOnlyList<PairRefusal> Refusals);
