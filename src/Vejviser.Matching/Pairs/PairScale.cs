using Vejviser.Matching.Flow;

namespace Vejviser.Matching.Pairs;

/// <summary>Scores as whole numbers, millionths: the matching is exact in them. One seeker left alone outweighs all scores together.</summary>
internal sealed class PairScale
{
    private const double Millionths = 1e6;
    private const long MostAlone = 1L << 55;

    private readonly long _alone;

    private PairScale(long alone) => _alone = alone;

    public static PairScale For(PairProblem problem)
    {
        var seekers = problem.Seekers.Count;
        double largest = problem.Options.Select(o => Math.Abs(o.Score)).Concat(problem.Seekers.Select(s => Math.Abs(s.UnpairedScore ?? 0))).DefaultIfEmpty().Max();
        double turns = problem.SpreadPrice == 0 ? 0 : problem.SpreadPrice * (seekers + problem.Givers.Select(g => g.Before).DefaultIfEmpty().Max());
        var alone = 4 * (largest + turns + 1) * Millionths * (seekers + 1);
        if (alone > MostAlone)
            throw Demand.Bad("scores-too-large", ("problem", Demand.Shown(problem.Name)), ("largest", largest + turns));
        return new PairScale((long)alone);
    }

    public long Whole(double score) => (long)Math.Round(score * Millionths);

    public long Alone(PairSeeker seeker) => seeker.UnpairedScore is { } score ? -Whole(score) : _alone;

    public double Score(long whole) => whole / Millionths;

    public PairAlternative Alternative(string giver, long price)
    {
        var more = (long)Math.Round((double)price / _alone);
        return new PairAlternative(giver, (int)more, Score(price - more * _alone));
    }
}
