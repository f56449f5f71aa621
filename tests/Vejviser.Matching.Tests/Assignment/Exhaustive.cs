using Vejviser.Matching.Assignment;

namespace Vejviser.Matching.Tests.Assignment;

/// <summary>Every placement of a small problem tried, straight from the words of the problem: the judge, sharing nothing with the kernel.</summary>
internal static class Exhaustive
{
    private const double Slack = 1e-6;

    /// <returns>The best score; null where no placement keeps every rule.</returns>
    public static double? Best(AssignmentProblem problem)
    {
        double? best = null;
        ForEach(problem, (_, score) => best = best is null || (problem.Sense == Sense.Maximize ? score > best : score < best) ? score : best);
        return best;
    }

    /// <summary>Every placement that keeps every rule, with its score; the dictionary is the next one's too.</summary>
    public static void ForEach(AssignmentProblem problem, Action<IReadOnlyDictionary<string, Option>, double> found) => Try(problem, 0, [], placed => found(placed, Score(problem, placed)));

    public static bool KeepsEveryRule(AssignmentProblem problem, IReadOnlyDictionary<string, Option> placed)
    {
        foreach (var seeker in problem.Seekers)
        {
            var option = placed.GetValueOrDefault(seeker.Id);
            if (option is null ? !seeker.Optional || seeker.Pinned is not null : seeker.Pinned is not null && seeker.Pinned != option.Place)
                return false;
        }

        foreach (var place in problem.Places)
        {
            for (var d = 0; d < problem.Dimensions.Count; d++)
            {
                var load = placed.Values.Where(o => o.Place == place.Id).Sum(o => o.Load[d]);
                if (load > place.Capacity[d] + Slack || load < (place.Minimum?[d] ?? 0) - Slack)
                    return false;
            }
        }

        return problem.Quotas.All(q => Holds(problem, q, placed));
    }

    public static double Score(AssignmentProblem problem, IReadOnlyDictionary<string, Option> placed) =>
        problem.Seekers.Sum(s => placed.TryGetValue(s.Id, out var option) ? option.Score : s.UnplacedScore);

    private static bool Holds(AssignmentProblem problem, Quota quota, IReadOnlyDictionary<string, Option> placed)
    {
        var dimension = problem.Dimensions.ToList().IndexOf(quota.Count);
        double Amount(Option o) => dimension < 0 ? 1 : o.Load[dimension];
        var counted = placed.Where(x => quota.Places.Contains(x.Value.Place) && (quota.Seekers is null || quota.Seekers.Contains(x.Key))).Sum(x => Amount(x.Value));
        if (counted < (quota.Min ?? 0) - Slack || counted > (quota.Max ?? double.PositiveInfinity) + Slack)
            return false;
        if (quota.Share is not { } share)
            return true;
        var total = placed.Values.Where(o => share.Within is null || share.Within.Contains(o.Place)).Sum(Amount);
        return counted >= (share.Part / share.Of - share.Tolerance) * total - Slack && counted <= (share.Part / share.Of + share.Tolerance) * total + Slack;
    }

    private static void Try(AssignmentProblem problem, int at, Dictionary<string, Option> placed, Action<IReadOnlyDictionary<string, Option>> found)
    {
        if (at == problem.Seekers.Count)
        {
            if (KeepsEveryRule(problem, placed))
                found(placed);
            return;
        }

        var seeker = problem.Seekers[at];
        Try(problem, at + 1, placed, found);
        foreach (var option in problem.Options.Where(o => o.Seeker == seeker.Id))
        {
            placed[seeker.Id] = option;
            Try(problem, at + 1, placed, found);
        }

        placed.Remove(seeker.Id);
    }
}
