using Vejviser.Matching.Assignment;

namespace Vejviser.Matching.Bench.Checking;

/// <summary>
/// Judges a claim from the problem alone, with no code of the kernel: every seeker once, only listed options, every capacity; the score added up anew; the bound
/// on the right side of the score, and not better than any placement known from anybody.
/// </summary>
internal static class Checker
{
    private const double Close = 1e-6;

    /// <summary>What is wrong with the claim; empty where it stands.</summary>
    /// <param name="known">The best score that anybody's checked placement reached; null for none.</param>
    public static IReadOnlyList<string> Faults(AssignmentProblem problem, Claim claim, double? known)
    {
        var faults = new List<string>();
        if (claim.Score is not { } score)
            return ["no placement"];
        var options = new Dictionary<(string, string), Option>();
        foreach (var option in problem.Options)
            options[(option.Seeker, option.Place)] = option;
        var total = 0m;
        var load = problem.Places.ToDictionary(p => p.Id, _ => new double[problem.Dimensions.Count]);
        foreach (var seeker in problem.Seekers)
        {
            if (!claim.Place.TryGetValue(seeker.Id, out var place))
            {
                faults.Add($"{seeker.Id} is nowhere");
                continue;
            }

            if (!options.TryGetValue((seeker.Id, place), out var option))
            {
                faults.Add($"{seeker.Id} may not be at {place}");
                continue;
            }

            total += (decimal)option.Score;
            for (var d = 0; d < problem.Dimensions.Count; d++)
                load[place][d] += option.Load[d];
        }

        foreach (var place in problem.Places)
        {
            for (var d = 0; d < problem.Dimensions.Count; d++)
            {
                if (load[place.Id][d] > place.Capacity[d] + Close)
                    faults.Add($"{place.Id} holds {load[place.Id][d]} of {place.Capacity[d]}");
            }
        }

        if (Math.Abs((double)total - score) > Close * Math.Max(1, Math.Abs(score)))
            faults.Add($"the score is {total}, not {score}");
        if (claim.Bound is not { } bound)
            faults.Add("no bound");
        else if (IsBetter(problem, known ?? score, bound) || IsBetter(problem, score, bound))
            faults.Add($"the bound {bound} is worse than a placement that scores {known ?? score}");
        return faults;
    }

    public static double Gap(Claim claim) => claim is { Score: { } score, Bound: { } bound } ? Math.Abs(bound - score) / Math.Abs(score) : double.PositiveInfinity;

    /// <summary>True where the first score is better than the second by more than rounding.</summary>
    public static bool IsBetter(AssignmentProblem problem, double first, double second)
    {
        var difference = problem.Sense == Sense.Maximize ? first - second : second - first;
        return difference > Close * Math.Max(1, Math.Abs(second));
    }
}
