using Vejviser.Matching.Assignment;
using static Vejviser.Matching.Flow.Demand;

namespace Vejviser.Matching.Pairs;

/// <summary>Whether a problem is one. Says the first thing that is wrong, with the id it is about.</summary>
internal static class PairCheck
{
    public const int MostPeople = 1_000_000;
    private const double MostScore = 1e6;

    /// <exception cref="BadProblemException">Something is wrong.</exception>
    public static void Check(PairProblem problem)
    {
        var seekers = NameOnce(problem.Seekers.Select(s => s.Id), "seeker");
        var givers = NameOnce(problem.Givers.Select(g => g.Id), "giver");
        Within(problem.SpreadPrice, 0, MostScore, "problem", problem.Name, "spreadPrice");
        foreach (var seeker in problem.Seekers)
            Within(seeker.UnpairedScore ?? 0, -MostScore, MostScore, "seeker", seeker.Id, "unpairedScore");
        foreach (var giver in problem.Givers)
        {
            Within(giver.Most, 0, MostPeople, "giver", giver.Id, "most");
            Within(giver.Before, 0, MostPeople, "giver", giver.Id, "before");
        }

        var seen = new HashSet<(string, string)>();
        foreach (var option in problem.Options)
        {
            if (option.Seeker is null || !seekers.Contains(option.Seeker))
                throw Bad("option-of-unknown-seeker", ("seeker", Shown(option.Seeker ?? "")));
            if (option.Giver is null || !givers.Contains(option.Giver))
                throw Bad("option-of-unknown-giver", ("seeker", Shown(option.Seeker)), ("giver", Shown(option.Giver ?? "")));
            if (!seen.Add((option.Seeker, option.Giver)))
                throw Bad("option-twice", ("seeker", Shown(option.Seeker)), ("giver", Shown(option.Giver)));
            Within(option.Score, -MostScore, MostScore, "option", option.Seeker, "score");
        }
    }
}
